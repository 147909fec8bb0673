import { After, Told, type TerminalEntry } from "@loopwright/aws/react";
import type { StageProps } from "@loopwright/ui";

import type { InvestigateReveal } from "../reveal.ts";

type GradedStageProps = Pick<
  StageProps,
  "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  entries: readonly TerminalEntry[];
  /** Null while it may not be shown. */
  reveal: InvestigateReveal | null;
};

/** The stage once it is over: what happened, what was run, and what others ran who got it right. */
export const GradedStage = ({ reveal, ...props }: GradedStageProps) => (
  <After
    {...props}
    work={props.stageId === "find" ? "Findings" : "Containment"}
    told={reveal && { title: "What happened", view: <Story reveal={reveal} /> }}
    exemplars={reveal?.exemplars ?? []}
  />
);

const Story = ({ reveal: { story, lesson, sources } }: { reveal: InvestigateReveal }) => (
  <Told
    label="What happened"
    steps={story.map(({ at, what }) => ({ head: at, text: what }))}
    {...{ lesson, sources }}
  />
);
