import type { ReactNode } from "react";

import styles from "./written.module.css";

/** What is written down of the conversation. */
export const Written = ({ children }: { children: ReactNode }) => (
  <div className={styles.written}>{children}</div>
);
