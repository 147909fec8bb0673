import { graphOf, type Graph } from "../../model/graph.ts";
import type { Model } from "../../model/model.ts";
import { lists } from "../../model/model.ts";
import { partsOf } from "../../model/references.ts";
import type { Finding } from "../../rules/finding.ts";
import type { FieldChange, ModelDiff, PartChange, PartRef, Sentence } from "../model-diff.ts";
import { nameOf, short } from "../parts.ts";

/** A sentence before it is known how many findings it accounts for; no full stop yet. */
export type Draft = Omit<Sentence, "ids"> & {
  ids: string[];
  /** Elements and flows whose new and gone findings follow from this. */
  subjects?: readonly string[];
};

export type Found = Omit<ModelDiff, "meaning">;

/** Both models with what differs, and words for their parts. */
export type Sides = {
  before: Graph;
  after: Graph;
  diff: Found;
  /** As it is called now, or was. */
  name: (id: string) => string;
  names: (ids: readonly string[]) => string;
  /** "Internet", or "no zone". */
  zone: (id: string | null) => string;
  isNew: (id: string) => boolean;
  isRemoved: (id: string) => boolean;
  changesIn: (list: PartRef["list"]) => readonly Changed[];
};

/** A part that both models have, with its changes by field. */
export type Changed = PartChange & { get: (field: string) => FieldChange | undefined };

export function sidesOf(before: Model, after: Model, diff: Found): Sides {
  const called = new Map<string, string>();
  for (const model of [before, after]) {
    for (const list of lists) {
      for (const part of partsOf(model, list)) called.set(part.id, nameOf(part));
    }
  }
  const added = new Set(diff.added.map(({ id }) => id));
  const removed = new Set(diff.removed.map(({ id }) => id));
  const name = (id: string) => called.get(id) ?? id;
  return {
    before: graphOf(before),
    after: graphOf(after),
    diff,
    name,
    names: (ids) => listed(ids.map(name)),
    zone: (id) => (id === null ? "no zone" : name(id)),
    isNew: (id) => added.has(id),
    isRemoved: (id) => removed.has(id),
    changesIn: (list) =>
      diff.changed
        .filter((one) => one.list === list)
        .map((one) => ({
          ...one,
          get: (field: string) => one.fields.find((change) => change.field === field),
        })),
  };
}

const shownMax = 4;

/** "A, B and C", or "A, B, C, D and 5 more". */
export function listed(all: readonly string[]): string {
  const shown = all.length > shownMax + 1 ? all.slice(0, shownMax) : all;
  const rest = all.length - shown.length;
  const words = rest === 0 ? shown : [...shown, `${rest} more`];
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

export const quoted = (name: string): string => `“${name}”`;

/** Of what is called by its whole text: another text may mean something else. */
export const reworded = (what: string, { before, after }: FieldChange): string =>
  `${what} ${quoted(short(String(before)))} now reads ${quoted(short(String(after)))}`;

export const plural = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? "" : "s"}`;

/** What is only in one of two lists. */
export function listChange(change: FieldChange): { more: string[]; less: string[] } {
  const [before, after] = [change.before, change.after].map((one) => (one ?? []) as string[]);
  return {
    more: after!.filter((one) => !before!.includes(one)),
    less: before!.filter((one) => !after!.includes(one)),
  };
}

/** ": 3 new threats, 1 gone", or nothing. */
export function counted(appeared: readonly Finding[], gone: readonly Finding[]): string {
  if (appeared.length === 0 && gone.length === 0) return "";
  if (appeared.length === 0) return `: ${plural(gone.length, "threat")} gone`;
  const left = gone.length > 0 ? `, ${gone.length} gone` : "";
  return `: ${plural(appeared.length, "new threat")}${left}`;
}
