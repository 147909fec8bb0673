import type { ReactNode } from "react";

import styles from "./visually-hidden.module.css";

/** Words for screen readers where the picture alone would have to speak. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
);
