import {
  Coverage,
  criteriaOf,
  GradeSide,
  MainPane,
  textOf,
  useMarks,
} from "@loopwright/prose/react";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import { Asked } from "../asked.tsx";
import { reviewedOf } from "../reveals.ts";
import { Reviewed } from "../reviewed/reviewed.tsx";
import styles from "./again.module.css";
import { VerdictTable } from "./verdict-table.tsx";

/** The two tries side by side, point by point, and then the reviewed answer. */
export function GradedAgain(props: StageProps) {
  const { drill, draft, grade, reveal, state, earlier } = props;
  const first = earlier["answer"];
  const firstMarks = useMarks(first?.grade);
  const marks = useMarks(grade);
  const reviewed = reviewedOf(reveal);
  const before = { text: textOf(first?.draft), grade: first?.grade, state: "graded" } as const;
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The two tries">
          <Asked text={drill.text} />
          {first && grade && (
            <>
              <div className={styles.tries}>
                <Coverage title="First try" {...before} marks={firstMarks} />
                <Coverage
                  title="Second try"
                  text={textOf(draft)}
                  grade={grade}
                  marks={marks}
                  state={state}
                />
              </div>
              <VerdictTable first={criteriaOf(first.grade)} second={criteriaOf(grade)} />
            </>
          )}
          {reviewed && <Reviewed reveal={reviewed} />}
        </MainPane>
      }
      side={<GradeSide {...props} title="Second try" links={marks.links} />}
    />
  );
}
