import type { Model } from "../../model/model.ts";
import { saidBy } from "../common/loose.ts";
import { isUuid, uuidOf } from "../common/uuid.ts";
import type { Entry } from "./metadata.ts";
import { aboutKey, format, ownId, targetsKey } from "./words.ts";

type Part = { id: string; extra?: Model["extra"] };

/**
 * What was read comes first, then ours: of two entries of a key the last one counts. What has run out (the id
 * of a part that this one was copied from, links that are written anew, comments since deleted) is left out.
 */
export function metadataOf(part: Part, own: readonly Entry[]): Entry[] {
  const ours = isUuid(part.id) ? own : [{ key: ownId, value: part.id }, ...own];
  const written = new Set(ours.map(({ key }) => key));
  const before = saidBy(format, part)["metadata"];
  const kept = (Array.isArray(before) ? before : []).filter(isEntry).filter(({ key }) => {
    if (key === ownId) return false;
    if (key === targetsKey || key === aboutKey) return !written.has(key);
    return key !== "Comments" || written.has(key);
  });
  return [...kept, ...ours];
}

function isEntry(one: unknown): one is Entry {
  const { key, value } = Object(one) as Partial<Entry>;
  const isWords = Array.isArray(value) && value.every((word) => typeof word === "string");
  return typeof key === "string" && (typeof value === "string" || isWords);
}

/**
 * Gives each part its UUID and its number: the one that it came with, since teams speak of threats by number,
 * or the next that is free.
 */
export function numbering(parts: readonly Part[]): (part: Part) => object {
  const used = new Set(parts.map((one) => numberIn(one, "numericId")));
  let next = 0;
  const fresh = (): number => {
    do next += 1;
    while (used.has(next));
    return next;
  };
  return (part) => {
    const displayOrder = numberIn(part, "displayOrder");
    return {
      id: uuidOf(part.id),
      numericId: numberIn(part, "numericId") ?? fresh(),
      ...(displayOrder !== undefined && { displayOrder }),
    };
  };
}

function numberIn(part: Part, field: string): number | undefined {
  const value = saidBy(format, part)[field];
  return typeof value === "number" ? value : undefined;
}
