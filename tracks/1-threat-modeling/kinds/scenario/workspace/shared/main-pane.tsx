import type { ReactNode } from "react";

import styles from "./main.module.css";

type MainPaneProps = { label: string; children: ReactNode };

/** What is worked on or read; its pane scrolls, so keys must reach it. */
export const MainPane = ({ label, children }: MainPaneProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
  <section className={styles.main} aria-label={label} tabIndex={0}>
    <div className={styles.inner}>{children}</div>
  </section>
);
