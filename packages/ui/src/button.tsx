import type { ButtonHTMLAttributes, ReactNode } from "react";

import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import styles from "./button.module.css";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  look?: ButtonLook;
  small?: boolean;
  /** Shown as a hint; the key itself is bound by `useActions`. */
  keys?: string;
  icon?: ReactNode;
};

/** A button with a word, and with its key beside it. At most one on a page is `primary`. */
export function Button({ look = "secondary", small, keys, icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(look, small)}>
      {icon}
      {children}
      {keys && <KeyHint keys={keys} />}
    </button>
  );
}

/** The same look for links, which the app's router draws. */
export const buttonClass = (look: ButtonLook = "secondary", small = false): string =>
  classNames(styles.button, styles[look], small && styles.small);

/** The hint is for the eye: screen readers read keys in the help. */
export const KeyHint = ({ keys }: { keys: string }) => (
  <span aria-hidden="true" className={styles.hint}>
    <Kbd keys={keys} />
  </span>
);
