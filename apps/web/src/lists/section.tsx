import { useId, type ReactNode } from "react";

import styles from "./list.module.css";

type SectionProps = { title: ReactNode; children: ReactNode };

/** A quiet heading over a list. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
