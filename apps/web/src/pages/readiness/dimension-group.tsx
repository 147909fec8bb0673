import type { ReadinessView } from "@loopwright/server";
import { DimensionRow } from "../../readiness/dimension-row.tsx";
import type { ShownGroup } from "./groups.ts";
import styles from "./readiness-page.module.css";

type GroupProps = {
  group: ShownGroup;
  view: ReadinessView;
  isOpen: (id: string) => boolean;
  onToggle: (id: string) => void;
};

export function DimensionGroup({ group: { id, title, note }, view, isOpen, onToggle }: GroupProps) {
  const own = view.dimensions.filter(({ group }) => group === id);
  const ready = own.filter(({ level }) => level === 3).length;
  return (
    <section aria-labelledby={`group-${id}`}>
      <div className={styles.head}>
        <h2 id={`group-${id}`} className={styles.title}>
          {title}
        </h2>
        <p className={styles.note}>
          {ready} of {own.length} ready
        </p>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      <div className={styles.rows}>
        {own.map((dimension) => (
          <DimensionRow
            key={dimension.id}
            dimension={dimension}
            history={view.history}
            open={isOpen(dimension.id)}
            onToggle={onToggle}
          />
        ))}
      </div>
    </section>
  );
}
