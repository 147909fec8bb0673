import { AppError } from "@loopwright/core";

import { numbered } from "../common/numbered.ts";

const maxDepth = 100;
/** Lists and objects. Aliases of YAML make many of few characters. */
const maxParts = 1_000_000;
const maxMembers = 20_000;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Makes a parsed value safe to walk and to merge, in place: no deeper than code may recurse, no larger than
 * its file can have meant, without `__proto__` and without numbers that JSON has no word for.
 */
export function tame(root: unknown): Json {
  const todo: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let parts = 0;
  for (let next = todo.pop(); next; next = todo.pop()) {
    parts += 1;
    if (next.depth > maxDepth) throw refused(`it is nested over ${maxDepth} levels deep`);
    if (parts > maxParts) throw refused(`it unfolds to over ${numbered(maxParts)} parts`);
    const { value, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) delete (value as Record<string, unknown>)["__proto__"];
    const members = Object.entries(value);
    if (members.length > maxMembers)
      throw refused(`a list has over ${numbered(maxMembers)} members`);
    for (const [key, inner] of members) {
      if (typeof inner === "object") todo.push({ value: inner, depth: depth + 1 });
      else if (!isPlain(inner)) (value as Record<string, unknown>)[key] = null;
    }
  }
  return root as Json;
}

const isPlain = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

const refused = (why: string): AppError =>
  new AppError("invalid-input", {
    message: `The file is not read: ${why}.`,
    next: "Export the model anew with the tool that it comes from.",
  });
