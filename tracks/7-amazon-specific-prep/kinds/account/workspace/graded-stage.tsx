import { After, Told, type TerminalEntry } from "@loopwright/aws/react";
import type { StageProps } from "@loopwright/ui";

import type { AccountReveal } from "../reveal.ts";

type GradedStageProps = Pick<
  StageProps,
  "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  entries: readonly TerminalEntry[];
  /** Null while it may not be shown. */
  reveal: AccountReveal | null;
};

/** The stage once it is over: the way in, what was run, and what others ran who got through. */
export const GradedStage = ({ reveal, ...props }: GradedStageProps) => (
  <After
    {...props}
    work={props.stageId === "reach" ? "Way in" : "Repair"}
    told={reveal && { title: "The way in", view: <WayIn reveal={reveal} /> }}
    exemplars={reveal?.exemplars ?? []}
  />
);

const WayIn = ({ reveal: { path, lesson, sources } }: { reveal: AccountReveal }) => (
  <Told
    label="The way in"
    steps={path.map(({ call, why }) => ({ head: call, text: why }))}
    {...{ lesson, sources }}
  />
);
