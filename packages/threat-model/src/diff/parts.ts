import { lists, type ListName, type Model } from "../model/model.ts";
import { partsOf, type Part } from "../model/references.ts";
import type { FieldChange, Link, ModelDiff, Move, PartRef, StateChange } from "./model-diff.ts";

/** Fields that say only how a part is drawn. */
const drawn: ReadonlySet<string> = new Set(["position", "box", "route"]);

/** Lists in which the order says nothing. */
const sets: ReadonlySet<string> = new Set([
  "controls",
  "data",
  "tags",
  "kinds",
  "about",
  "targets",
  "stride",
  "cwe",
  "capec",
  "mitigations",
  "goals",
  "assets",
]);

export type Parts = Pick<
  ModelDiff,
  "model" | "added" | "removed" | "changed" | "moved" | "geometry" | "links" | "states"
>;

/** What differs, part by part, by id alone. */
export function partsDiff(before: Model, after: Model): Parts {
  const parts: Parts = {
    model: changesOf(heading(before), heading(after)),
    added: [],
    removed: [],
    changed: [],
    moved: [],
    geometry: [],
    links: linksDiff(before, after),
    states: [],
  };
  for (const list of lists) {
    const old = new Map(partsOf(before, list).map((one) => [one.id, one]));
    const now = new Map(partsOf(after, list).map((one) => [one.id, one]));
    for (const part of old.values()) {
      if (!now.has(part.id)) parts.removed.push(refOf(list, part));
    }
    for (const part of now.values()) {
      const was = old.get(part.id);
      if (was) compare(parts, list, [was, part]);
      else parts.added.push(refOf(list, part));
    }
  }
  return parts;
}

const heading = ({ title, description, owner }: Model) => ({ id: "", title, description, owner });

function compare(parts: Parts, list: ListName, [was, part]: [Part, Part]): void {
  const ref = refOf(list, part);
  const all = changesOf(was, part);
  const fields = all.filter(({ field }) => !drawn.has(field));
  if (fields.length > 0) parts.changed.push({ ...ref, fields });
  else if (all.length > 0) parts.geometry.push(ref);
  for (const { field, before, after } of fields) {
    if (field === "zone" || field === "parent") {
      parts.moved.push({ ...ref, from: before, to: after } as Move);
    }
    if (field === "state") parts.states.push({ ...ref, from: before, to: after } as StateChange);
  }
}

function changesOf(was: Part, now: Part): FieldChange[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return fields
    .filter((field) => written(field, was[field]) !== written(field, now[field]))
    .map((field) => ({ field, before: was[field], after: now[field] }));
}

/** Alike for values that mean the same. */
function written(field: string, value: unknown): string {
  if (!Array.isArray(value) || !sets.has(field)) return JSON.stringify(sorted(value)) ?? "";
  return JSON.stringify((value as unknown[]).map((one) => JSON.stringify(one)).toSorted());
}

/** With the keys of every record in one order: two tools need not write them alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

function linksDiff(before: Model, after: Model): Link[] {
  const [old, now] = [linksOf(before), linksOf(after)];
  const only = (all: Map<string, Link>, other: Map<string, Link>, state: Link["now"]) =>
    [...all].filter(([key]) => !other.has(key)).map(([, link]) => ({ ...link, now: state }));
  return [...only(old, now, "unlinked"), ...only(now, old, "linked")];
}

const linksOf = (model: Model): Map<string, Link> =>
  new Map(
    model.threats.flatMap(({ id, mitigations }) =>
      mitigations.map((mitigation): [string, Link] => [
        `${id} ${mitigation}`,
        { threat: id, mitigation, now: "linked" },
      ]),
    ),
  );

export const refOf = (list: ListName, part: Part): PartRef => ({
  list,
  id: part.id,
  name: nameOf(part),
});

/** What people call it: its name, title or text, shortened; its id where it has none. */
export function nameOf(part: Part): string {
  const named = [part["name"], part["title"], part["text"], actionOf(part)].find(
    (one) => typeof one === "string" && one.trim() !== "",
  ) as string | undefined;
  return named === undefined ? part.id : short(named);
}

const actionOf = ({ statement }: Part): unknown =>
  (statement as { action?: unknown } | undefined)?.action;

const nameMax = 90;
/** On one line, cut where it is longer than a sentence bears. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > nameMax ? `${line.slice(0, nameMax - 1).trimEnd()}…` : line;
}
