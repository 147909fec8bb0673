import type { ReactNode } from "react";

import styles from "../main.module.css";

/** What is read after grading; its pane scrolls, so keys must reach it. */
export const MainPane = ({ label, children }: { label: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
  <section className={styles.main} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
