import { useId, type ReactNode } from "react";

import { classNames } from "@loopwright/ui";

import styles from "./form.module.css";

type FieldProps = {
  label: string;
  /** Said below the field, and by screen readers after its name. */
  hint?: ReactNode;
  problem?: string | null;
  /** Takes the whole width of the form. */
  wide?: boolean;
  children: (
    field: { id: string; "aria-describedby"?: string; "aria-invalid"?: true },
    list: string,
  ) => ReactNode;
};

/** Label, control, hint and problem, tied together. */
export function Field({ label, hint, problem = null, wide = false, children }: FieldProps) {
  const id = useId();
  const about = [hint !== undefined && `${id}-hint`, problem !== null && `${id}-problem`].filter(
    (one) => one !== false,
  );
  return (
    <div className={classNames(styles.field, wide && styles.wide)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(
        {
          id,
          ...(about.length > 0 && { "aria-describedby": about.join(" ") }),
          ...(problem !== null && { "aria-invalid": true as const }),
        },
        `${id}-list`,
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="status">
          {problem}
        </p>
      )}
    </div>
  );
}
