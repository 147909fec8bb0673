import { count } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { QueueItem } from "@loopwright/server";
import { Section } from "../../lists/section.tsx";
import styles from "./queue.module.css";

/** What follows the next thing, in order, each with its time. */
export function Queue({ items }: { items: readonly QueueItem[] }) {
  const minutes = items.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Section title={`Then, ${count(minutes, "minute")}`}>
      <ol className={styles.list}>
        {items.map((item, at) => (
          <li key={item.id} className={styles.row}>
            <span className={styles.number} aria-hidden="true">
              {at + 2}
            </span>
            <span>
              <Title item={item} /> <span className={styles.why}>{item.why}</span>
            </span>
            <span className={styles.kind}>{kindOf(item)}</span>
            <span className={styles.time}>{item.minutes} min</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Title({ item: { what } }: { item: QueueItem }) {
  if (what.type === "cards") {
    return (
      <Link to="/reviews" className={styles.title}>
        {count(what.count, "card")} due
      </Link>
    );
  }
  const { drill, attemptId } = what;
  if (attemptId !== null) {
    return (
      <Link to="/attempts/$attemptId/{-$stage}" params={{ attemptId }} className={styles.title}>
        {drill.title}
      </Link>
    );
  }
  return (
    <Link to="/drills/$drillId" params={{ drillId: drill.id }} className={styles.title}>
      {drill.title}
    </Link>
  );
}

const kindOf = ({ what }: QueueItem): string =>
  what.type === "cards"
    ? "reviews"
    : [what.drill.kindTitle.toLowerCase(), what.part].filter((one) => one !== null).join(", ");
