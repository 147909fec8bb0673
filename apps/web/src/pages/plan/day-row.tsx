import { classNames, count } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";
import { useId } from "react";

import type { PlanItemView, PlanView } from "@loopwright/server";
import { weekdayWords } from "../../process/day-words.ts";
import styles from "./plan-page.module.css";

type DayProps = { day: PlanView["days"][number]; isToday: boolean };

/** A day with what stands on it, in the order in which it is best done. */
export function DayRow({ day: { day, minutes, items, note, rest }, isToday }: DayProps) {
  const id = useId();
  return (
    <li className={classNames(styles.day, rest && styles.rest)} aria-labelledby={id}>
      <div className={styles.date}>
        <h3 id={id} className={styles.weekday}>
          {isToday && "Today, "}
          {weekdayWords(day)}
        </h3>
        {minutes > 0 && <p className={styles.minutes}>{count(minutes, "minute")}</p>}
      </div>
      <div>
        {note && <p className={styles.note}>{note}</p>}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {items.length === 0 && !note && <p className={styles.note}>Nothing is planned.</p>}
      </div>
    </li>
  );
}

const ItemRow = ({ item }: { item: PlanItemView }) => (
  <li className={styles.item}>
    <span>
      {item.what === "cards" ? (
        <Link to="/reviews" className={styles.title}>
          {count(item.count, "card")}
        </Link>
      ) : (
        <Link to="/drills/$drillId" params={{ drillId: item.drill.id }} className={styles.title}>
          {item.drill.title}
        </Link>
      )}{" "}
      <span className={styles.why}>{item.why}</span>
    </span>
    <span className={styles.kind}>{kindOf(item)}</span>
    <span className={styles.time}>{item.minutes} min</span>
  </li>
);

function kindOf(item: PlanItemView): string {
  if (item.what === "cards") return "reviews";
  const { drill, part, again } = item;
  const words = [lowered(drill.kindTitle), part && `part ${part.at} of ${part.of}`];
  return [...words, again && !part && "again"].filter(Boolean).join(", ");
}

/** "Code review" begins small inside a line; "AWS account" does not. */
const lowered = (title: string): string =>
  /^[A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
