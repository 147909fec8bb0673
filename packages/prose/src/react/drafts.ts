import type { Json } from "@loopwright/core";

/** Drafts are read without the schemas, which the page need not load. One in another shape is none. */
const fieldsOf = (draft: Json | undefined): Record<string, Json> =>
  draft !== null && typeof draft === "object" && !Array.isArray(draft) ? draft : {};

export function textOf(draft: Json | undefined): string {
  const { text } = fieldsOf(draft);
  return typeof text === "string" ? text : "";
}

export function repliesOf(draft: Json | undefined): Record<string, string> {
  const { replies = null } = fieldsOf(draft);
  return Object.fromEntries(
    Object.entries(fieldsOf(replies)).flatMap(([id, reply]) =>
      typeof reply === "string" ? [[id, reply]] : [],
    ),
  );
}
