import type { StageProps } from "@loopwright/ui";

import { probesOf, reviewedOf } from "../reveals.ts";
import { GradedProbes } from "./graded-probes.tsx";
import { NothingLeft } from "./nothing-left.tsx";
import { OpenProbes } from "./open-probes.tsx";
import { ShownProbes } from "./shown-probes.tsx";

/** What the interviewer asks next, one question after another. */
export function ProbesStage(props: StageProps) {
  const probes = probesOf(props.earlier["answer"]?.reveal);
  const reviewed = reviewedOf(props.reveal);
  if (props.state === "given-up" && reviewed) {
    return <ShownProbes {...props} probes={probes ?? []} reviewed={reviewed} />;
  }
  if (props.state !== "open") return <GradedProbes {...props} probes={probes ?? []} />;
  if (probes === null || probes.length === 0) return <NothingLeft {...props} />;
  return <OpenProbes {...props} probes={probes} />;
}
