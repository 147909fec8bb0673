import main from "@loopwright/prose/main.module.css";
import { MarkedText, pointingAt, type TextMark } from "@loopwright/ui";
import { useState } from "react";

import type { ReviewedReveal } from "../../reveal.ts";
import { placeOf } from "./place-of.ts";
import styles from "./reviewed.module.css";

type Notes = NonNullable<ReviewedReveal["annotated"]>;

/** A strong and a weak answer, with what a panel hears in them. */
export function Annotated({ annotated: { strong, weak } }: { annotated: Notes }) {
  const [active, setActive] = useState<string | null>(null);
  const text = weak.text.trim();
  return (
    <>
      <section aria-labelledby="annotated-strong">
        <h2 id="annotated-strong" className={main.title}>
          What convinces a panel in it
        </h2>
        <ul className={styles.list}>
          {strong.map(({ quote, note }) => (
            <li key={quote} className={styles.note}>
              <q>{quote}</q>
              <p>{note}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="annotated-weak">
        <h2 id="annotated-weak" className={main.title}>
          A weak answer, and what a panel hears
        </h2>
        <MarkedText
          text={text}
          marks={noteMarks(text, weak.notes)}
          active={active}
          onActive={setActive}
        />
        <ol className={styles.list}>
          {weak.notes.map(({ quote, note }, index) => (
            <li key={quote} className={styles.point} {...pointingAt(noteId(index), setActive)}>
              <span className={styles.number}>{letterOf(index)}</span>
              <p>{note}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const noteId = (index: number): string => `weak-${index}`;
const letterOf = (index: number): string => String.fromCodePoint(97 + index);

const noteMarks = (text: string, notes: Notes["weak"]["notes"]): TextMark[] =>
  notes.flatMap(({ quote, note }, index): TextMark[] => {
    const place = placeOf(text, quote);
    const label = letterOf(index);
    const says = `Note ${label}: ${note}`;
    return place ? [{ id: noteId(index), ...place, tone: "note", label, says }] : [];
  });
