import type { ReactNode } from "react";

import styles from "./empty-state.module.css";

/** Nothing here yet: says what will be, and offers the way there. */
export const EmptyState = ({ children }: { children: ReactNode }) => (
  <div className={styles.empty}>{children}</div>
);
