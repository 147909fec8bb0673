import type { Json } from "@loopwright/core";

import type { RepairAnswer, TraceAnswer } from "../answer.ts";

const part = (draft: Json, name: string): Record<string, unknown> => {
  const inner = (draft as Record<string, Json> | null)?.[name];
  return typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
};

/** A draft that another version or a damaged file left in another shape is shown as none. */
export function traceDraft(draft: Json): TraceAnswer["answers"] {
  const entries = Object.entries(part(draft, "answers")).filter(([, one]) => {
    const { reachable, rule } = (one ?? {}) as { reachable?: unknown; rule?: unknown };
    return (
      (typeof reachable === "boolean" || reachable === null) &&
      (rule === null || typeof rule === "string")
    );
  });
  return Object.fromEntries(entries) as TraceAnswer["answers"];
}

export function repairDraft(draft: Json): RepairAnswer["tables"] {
  const entries = Object.entries(part(draft, "tables"));
  return Object.fromEntries(
    entries.filter((one): one is [string, string] => typeof one[1] === "string"),
  );
}
