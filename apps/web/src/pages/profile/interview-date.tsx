import { daysBetween } from "@loopwright/core/days";
import type { Day } from "@loopwright/core/learner";
import { count } from "@loopwright/ui";
import { useId, useState } from "react";

import styles from "./profile-page.module.css";

type InterviewDateProps = { value: Day | null; today: Day; onChange: (day: Day | null) => void };

/** The day of the round, or none yet. A day that is over is said and not saved. */
export function InterviewDate({ value, today, onChange }: InterviewDateProps) {
  const id = useId();
  const [typed, setTyped] = useState({ over: value, text: value ?? "" });
  const text = typed.over === value ? typed.text : (value ?? "");
  const over = text !== "" && text < today;
  const choose = (next: string) => {
    setTyped({ over: value, text: next });
    if (next === "") onChange(null);
    else if (/^\d{4}-\d\d-\d\d$/.test(next) && next >= today) onChange(next);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Day of the interview</label>
      <span className={styles.number}>
        <input
          id={id}
          type="date"
          className={styles.input}
          min={today}
          value={text}
          aria-invalid={over}
          aria-describedby={`${id}-note`}
          onChange={(event) => choose(event.target.value)}
        />
        {value !== null && (
          <button type="button" className={styles.clear} onClick={() => choose("")}>
            No date yet
          </button>
        )}
      </span>
      <span
        id={`${id}-note`}
        className={over ? styles.problem : styles.note}
        role={over ? "alert" : undefined}
      >
        {over ? "That day is over. A day from today on, or none." : words(value, today)}
      </span>
    </div>
  );
}

function words(day: Day | null, today: Day): string {
  if (day === null) return "Without a date the plan takes four weeks.";
  const days = daysBetween(today, day);
  if (days < 0) return "That day is over.";
  return days === 0 ? "Today." : days === 1 ? "Tomorrow." : `In ${count(days, "day")}.`;
}
