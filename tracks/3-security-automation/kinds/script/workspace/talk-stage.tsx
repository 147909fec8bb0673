import { GradedReplies, OpenReplies } from "@loopwright/prose/react";
import type { StageProps } from "@loopwright/ui";

import type { ScriptBrief } from "../brief.ts";
import type { TalkReveal } from "../reveal.ts";
import { OthersSaid } from "./others-said.tsx";

/** Criteria of a reply bear the id of its question: see talk/criteria.ts. */
const isOf = (criterion: string, question: string): boolean =>
  criterion.startsWith(`point-${question}-`) || criterion === `no-known-error-${question}`;

/** What an interviewer asks once the script is there, one question after another. */
export function TalkStage(props: StageProps) {
  const { talk = [] } = props.brief as unknown as ScriptBrief;
  if (props.state === "open") return <OpenReplies {...props} asked={talk} noun="question" />;
  const reveal = props.reveal as unknown as TalkReveal | null;
  return (
    <GradedReplies
      {...props}
      asked={talk}
      noun="question"
      title="Talk"
      isOf={isOf}
      after={reveal && <OthersSaid talk={reveal.talk} />}
    />
  );
}
