import type { Criterion } from "@loopwright/core";
import { goToCriterion, MarkedText, VerdictMark } from "@loopwright/ui";

import { Errors } from "../graded/errors.tsx";
import type { Marks } from "../graded/use-marks.ts";
import main from "../main.module.css";
import styles from "./replies.module.css";

type GradedReplyProps = {
  name: string;
  ask: string;
  reply: string;
  /** Those that were judged on this reply. */
  criteria: readonly Criterion[];
  marks: Marks;
  skipped: boolean;
};

/** A reply with what was found in it. Of a single criterion the verdict stands below. */
export function GradedReply({ name, ask, reply, criteria, marks, skipped }: GradedReplyProps) {
  const own = marks.marks.filter((mark) => criteria.some(({ id }) => id === mark.id));
  const [first] = criteria;
  return (
    <section className={styles.graded} aria-label={name}>
      <h2 className={styles.ask}>{ask}</h2>
      {reply.trim() === "" ? (
        <p className={main.quiet}>{skipped ? "Skipped." : "Nothing was said."}</p>
      ) : (
        <MarkedText
          text={reply}
          marks={own}
          active={marks.active}
          onActive={marks.onActive}
          onMark={goToCriterion}
        />
      )}
      <Errors criteria={criteria} />
      {first && criteria.length === 1 && (
        <p className={main.quiet}>
          <VerdictMark verdict={first.verdict} word />
          {first.note !== undefined && `: ${first.note}`}
        </p>
      )}
    </section>
  );
}
