import { z } from "zod";

import * as shape from "../model/model.ts";
import { lists, type Model } from "../model/model.ts";
import type { Draft } from "./draft.ts";
import type { Report } from "./report.ts";

const shapes = {
  zones: shape.zone,
  elements: shape.element,
  flows: shape.flow,
  data: shape.dataAsset,
  assumptions: shape.assumption,
  threats: shape.threat,
  mitigations: shape.mitigation,
  decisions: shape.decision,
} as const;

const most = 5_000;

/** Puts the parts together. A field out of shape is told and left out; a part stays where it can. */
export function settleAll(drafts: readonly Draft[], report: Report): Model {
  const parts: Record<string, unknown[]> = { decisions: [] };
  for (const list of lists) parts[list] = [];
  let about: Record<string, unknown> = {};
  let head: Draft | null = null;
  for (const draft of drafts) {
    if (draft.owner === "model") {
      if (head !== null)
        report.problem(
          draft.place,
          "A second line names the model.",
          `Keep one; the first is line ${head.place.line}.`,
        );
      head ??= draft;
      continue;
    }
    const list = parts[draft.owner]!;
    if (list.length === most) {
      report.problem(
        draft.place,
        `More than ${most} lines of this kind.`,
        "Make two models of it.",
      );
      continue;
    }
    const part = settle(draft, shapes[draft.owner], report);
    if (part !== null) list.push(part);
  }
  if (head !== null) {
    const { title, description, owner, extra } = shape.model.shape;
    const part = settle(head, z.strictObject({ title, description, owner, extra }), report);
    about = (part ?? {}) as Record<string, unknown>;
  }
  return shape.model.parse({ format: 1, title: "", ...about, ...parts });
}

/** Fields below a field are typed by their path: "statement.source". */
function nested(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, one] of Object.entries(value)) {
    const [field, inner] = path.split(".") as [string, string?];
    if (inner === undefined) whole[field] = one;
    else whole[field] = { ...(whole[field] as object | undefined), [inner]: one };
  }
  return whole;
}

function settle(draft: Draft, schema: z.ZodType, report: Report): unknown {
  const first = schema.safeParse(nested(draft.value));
  if (first.success) return first.data;
  for (const { path, message } of first.error.issues) {
    const field = path[0] === "statement" ? path.slice(0, 2).join(".") : String(path[0]);
    report.problem(
      draft.placeOf(field, typeof path[1] === "number" ? path[1] : undefined),
      `${field} is not in shape: ${message}.`,
      "Mend it; the part stands without it.",
    );
    delete draft.value[field];
  }
  const second = schema.safeParse(nested({ ...blank(draft), ...draft.value }));
  return second.success ? second.data : null;
}

/** What a part cannot do without, where the field itself could not be kept. */
function blank({ owner, value }: Draft): Record<string, unknown> {
  if (owner === "model") return { title: "" };
  if (owner === "assumptions" || owner === "mitigations") return { text: "" };
  if (owner === "decisions") return { reason: "" };
  if (owner === "zones") return { name: value["id"], trust: 50 };
  return owner === "threats" ? {} : { name: value["id"] };
}
