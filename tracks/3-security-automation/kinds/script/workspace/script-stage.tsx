import type { StageProps } from "@loopwright/ui";

import type { ScriptBrief } from "../brief.ts";
import type { ScriptReveal } from "../reveal.ts";
import { GradedStage } from "./graded-stage.tsx";
import { OpenStage } from "./open-stage.tsx";

/** An editor and the free Run while the stage is open; the program and others' afterwards. */
export default function ScriptStage(props: StageProps) {
  const brief = props.brief as unknown as ScriptBrief;
  const { source } = (props.draft as { source: string } | null) ?? { source: brief.start };
  if (props.state === "open") return <OpenStage {...props} brief={brief} source={source} />;
  const reveal = props.reveal as unknown as ScriptReveal | null;
  return <GradedStage {...props} entry={brief.entry} source={source} reveal={reveal} />;
}
