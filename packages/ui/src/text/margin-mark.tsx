import { classNames } from "../class-names.ts";
import { VerdictMark } from "../grade/verdict-mark.tsx";
import type { MarkedTextProps } from "./marked-text.tsx";
import styles from "./marked-text.module.css";
import { pointingAt } from "./pointing.ts";
import type { TextMark } from "./segments.ts";

type MarginMarkProps = Pick<MarkedTextProps, "onActive" | "onMark"> & { mark: TextMark };

/** The sign in the margin, read right before the place that it stands for. */
export function MarginMark({ mark, onActive, onMark }: MarginMarkProps) {
  const { id, start, tone, label, says } = mark;
  return (
    <button
      type="button"
      className={classNames(styles.sign, styles[tone])}
      data-sign={`${id}@${start}`}
      aria-label={says}
      onClick={() => onMark?.(id)}
      onFocus={() => onActive?.(id)}
      {...pointingAt(id, onActive)}
    >
      <span aria-hidden="true" className={styles.face}>
        {tone === "error" || tone === "note" ? null : <VerdictMark verdict={tone} />}
        {label}
      </span>
    </button>
  );
}
