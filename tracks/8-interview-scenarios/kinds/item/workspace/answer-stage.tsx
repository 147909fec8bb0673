import type { Json } from "@loopwright/core";
import type { StageProps } from "@loopwright/ui";

import type { ItemAnswer } from "../answer.ts";
import type { ItemBrief } from "../brief.ts";
import type { ItemReveal } from "../reveal.ts";
import { GradedStage } from "./graded/graded-stage.tsx";
import { OpenStage } from "./open-stage.tsx";

/** One question: answered while it is open, explained afterwards. */
export function AnswerStage(props: StageProps) {
  const brief = props.brief as unknown as ItemBrief;
  const draft = draftOf(props.draft, brief);
  if (props.state !== "open") {
    const reveal = props.reveal as unknown as ItemReveal | null;
    return <GradedStage {...props} brief={brief} draft={draft} reveal={reveal} />;
  }
  return <OpenStage {...props} brief={brief} draft={draft} onDraft={props.onDraft} />;
}

/** What each form keeps, told apart without the schemas, which the page need not load. */
const holds: Record<ItemAnswer["form"], (draft: Record<string, unknown>) => boolean> = {
  choose: ({ chosen }) => Array.isArray(chosen),
  order: ({ order }) => Array.isArray(order),
  spot: ({ lines }) => Array.isArray(lines),
  value: ({ value }) => typeof value === "string",
};

/** A draft that another version or a damaged file left in another shape is shown as none. */
function draftOf(draft: Json, { form }: ItemBrief): ItemAnswer | null {
  if (draft === null || typeof draft !== "object" || Array.isArray(draft)) return null;
  return draft["form"] === form && holds[form](draft) ? (draft as ItemAnswer) : null;
}
