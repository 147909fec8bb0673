import type { ReactNode } from "react";

import { InlineCode } from "./inline-code.tsx";
import styles from "./error-notice.module.css";

type ErrorNoticeProps = {
  error: { message: string; next: string; where?: string | undefined };
  /** Buttons that do the next step. */
  children?: ReactNode;
};

/** What happened, what to do next, and where it was: for every error on screen. */
export const ErrorNotice = ({ error: { message, next, where }, children }: ErrorNoticeProps) => (
  <div className={styles.notice} role="alert">
    <p>
      <strong>
        <InlineCode text={message} />
      </strong>{" "}
      <InlineCode text={next} />
    </p>
    {where && <p className={styles.where}>{where}</p>}
    {children}
  </div>
);
