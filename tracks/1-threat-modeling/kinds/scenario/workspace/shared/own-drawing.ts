import type { Model } from "@loopwright/threat-model";

import { drawingOf } from "../../drawing/read.ts";
import { drawDraft } from "./drafts.ts";
import type { StageProps } from "@loopwright/ui";

/** A part of the learner's own drawing, as a threat names it. */
export type OwnPart = { id: string; name: string; sort: "element" | "flow" | "zone" };

/** The drawing as it was submitted; empty where the stage was skipped. */
export const ownDrawing = (earlier: StageProps["earlier"]): Model =>
  drawingOf({ draw: drawDraft(earlier["draw"]?.draft ?? null) }).model;

/** Everything that a threat can hit, in the order in which it was drawn. */
export function ownParts({ elements, flows, zones }: Model): OwnPart[] {
  const nameOf = (id: string) => elements.find((one) => one.id === id)?.name || id;
  return [
    ...elements.map(({ id, name }): OwnPart => ({ id, name: name || id, sort: "element" })),
    ...flows.map(({ id, name, source, target }): OwnPart => ({
      id,
      name: `${nameOf(source)} → ${nameOf(target)}${name && `: ${name}`}`,
      sort: "flow",
    })),
    ...zones.map(({ id, name }): OwnPart => ({ id, name: name || id, sort: "zone" })),
  ];
}
