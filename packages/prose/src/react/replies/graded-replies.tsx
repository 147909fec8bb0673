import { WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo, type ReactNode } from "react";

import { repliesOf } from "../drafts.ts";
import { GradeSide } from "../graded/grade-side.tsx";
import { MainPane } from "../graded/main-pane.tsx";
import { criteriaOf } from "../graded/marks.ts";
import { useMarks } from "../graded/use-marks.ts";
import { capital, type Asked } from "./asked.ts";
import { GradedReply } from "./graded-reply.tsx";

type GradedRepliesProps = Pick<
  StageProps,
  "draft" | "grade" | "state" | "stageId" | "contests" | "onContest"
> & {
  asked: readonly Asked[];
  noun: string;
  /** Of the stage: "Probes". */
  title: string;
  /** Whether a criterion was judged on the reply to this. It keeps its identity between renders. */
  isOf: (criterion: string, asked: string) => boolean;
  /** Below the replies: how others would say it. */
  after?: ReactNode;
};

/** Each reply with what was found in it, and the grade beside them. */
export function GradedReplies(props: GradedRepliesProps) {
  const { asked, noun, title, isOf, draft, grade, state, after } = props;
  const replies = repliesOf(draft);
  const judged = useMemo(
    () => asked.map(({ id }) => criteriaOf(grade).filter((one) => isOf(one.id, id))),
    [asked, grade, isOf],
  );
  const marks = useMarks(
    grade,
    useMemo(() => judged.flat().map(({ id }) => id), [judged]),
  );
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The replies and what was found in them">
          {asked.map(({ id, ask }, index) => (
            <GradedReply
              key={id}
              name={`${capital(noun)} ${index + 1} of ${asked.length}`}
              ask={ask}
              reply={replies[id] ?? ""}
              criteria={judged[index] ?? []}
              marks={marks}
              skipped={state === "skipped"}
            />
          ))}
          {after}
        </MainPane>
      }
      side={<GradeSide {...props} title={title} links={marks.links} />}
    />
  );
}
