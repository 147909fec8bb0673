import type { Criterion } from "@loopwright/core";
import { goToCriterion, MarkedText, VerdictMark, WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo } from "react";

import type { AnswerReveal } from "../../reveal.ts";
import { repliesOf } from "../drafts.ts";
import { GradeSide } from "../graded/grade-side.tsx";
import { MainPane } from "../graded/main-pane.tsx";
import { criteriaOf } from "../graded/marks.ts";
import { useMarks, type Marks } from "../graded/use-marks.ts";
import main from "../main.module.css";
import styles from "./probes.module.css";

type GradedProbesProps = StageProps & { probes: AnswerReveal["probes"] };

/** Each reply with what was found in it. */
export function GradedProbes(props: GradedProbesProps) {
  const { probes, draft, grade, state } = props;
  const replies = repliesOf(draft);
  const asked = useMemo(() => probes.map(({ id }) => criterionId(id)), [probes]);
  const marks = useMarks(grade, asked);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The replies and what was found in them">
          {probes.length === 0 && (
            <h2 className={main.title}>Nothing left to ask: every point was made</h2>
          )}
          {probes.map(({ id, ask }, index) => (
            <GradedReply
              key={id}
              name={`Probe ${index + 1} of ${probes.length}`}
              ask={ask}
              reply={replies[id] ?? ""}
              criterion={criteriaOf(grade).find((one) => one.id === criterionId(id))}
              marks={marks}
              skipped={state === "skipped"}
            />
          ))}
        </MainPane>
      }
      side={<GradeSide {...props} title="Probes" links={marks.links} />}
    />
  );
}

const criterionId = (probe: string): string => `probe-${probe}`;

type GradedReplyProps = {
  name: string;
  ask: string;
  reply: string;
  criterion: Criterion | undefined;
  marks: Marks;
  skipped: boolean;
};

function GradedReply({ name, ask, reply, criterion, marks, skipped }: GradedReplyProps) {
  const own = marks.marks.filter(({ id }) => id === criterion?.id);
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
      {criterion && (
        <p className={main.quiet}>
          <VerdictMark verdict={criterion.verdict} word />
          {criterion.note !== undefined && `: ${criterion.note}`}
        </p>
      )}
    </section>
  );
}
