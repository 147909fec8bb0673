import main from "@loopwright/prose/main.module.css";
import { goToCriterion, InlineCode, MarkedText, SourceList } from "@loopwright/ui";
import { useState } from "react";

import type { ReviewedReveal } from "../../reveal.ts";
import { Annotated } from "./annotated.tsx";
import { Levels } from "./levels.tsx";
import { Points } from "./points.tsx";
import { reviewedMarks } from "./reviewed-marks.ts";
import styles from "./reviewed.module.css";

/** Everything that the key holds for a reader; shown once the work is over or given up. */
export function Reviewed({ reveal }: { reveal: ReviewedReveal }) {
  const { reviewed, points, errors, annotated, deeper, levels, sources } = reveal;
  const [active, setActive] = useState<string | null>(null);
  return (
    <section className={styles.reviewed} aria-labelledby="reviewed-answer">
      <div>
        <h2 id="reviewed-answer" className={main.title}>
          The reviewed answer
        </h2>
        <MarkedText
          text={reviewed.text.trim()}
          marks={reviewedMarks(reveal)}
          active={active}
          onActive={setActive}
          onMark={goToCriterion}
        />
      </div>
      <Points points={points} active={active} onActive={setActive} />
      <Errors errors={errors} />
      {annotated && <Annotated annotated={annotated} />}
      <Levels levels={levels} />
      <Deeper deeper={deeper} />
      <Sources sources={sources} />
    </section>
  );
}

const Errors = ({ errors }: Pick<ReviewedReveal, "errors">) => (
  <section aria-labelledby="reviewed-errors">
    <h2 id="reviewed-errors" className={main.title}>
      Known errors
    </h2>
    <ul className={styles.list}>
      {errors.map(({ id, says, instead }) => (
        <li key={id} className={styles.error}>
          <p>
            <q>{says}</q>
          </p>
          <p>
            <b>Instead:</b> <InlineCode text={instead} />
          </p>
        </li>
      ))}
    </ul>
  </section>
);

const Deeper = ({ deeper }: Pick<ReviewedReveal, "deeper">) => (
  <section aria-labelledby="reviewed-deeper">
    <h2 id="reviewed-deeper" className={main.title}>
      The panel goes deeper
    </h2>
    <p className={styles.ask}>
      <InlineCode text={deeper.ask} />
    </p>
    <p className={styles.read}>
      <b>A very good reply:</b> <InlineCode text={deeper.listen} />
    </p>
  </section>
);

const Sources = ({ sources }: Pick<ReviewedReveal, "sources">) => (
  <section aria-labelledby="reviewed-sources">
    <h2 id="reviewed-sources" className={main.title}>
      Sources
    </h2>
    <SourceList sources={sources} />
  </section>
);
