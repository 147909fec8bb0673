import { parseGroup, type Group } from "../rubric/terms.ts";
import type { Passage } from "../text/passage.ts";
import type { TermIndex } from "./occurrences.ts";
import { matchPlain, type Exemplar, type PieceStems } from "./plain.ts";
import { matchWay, type WayMatch, type Window } from "./way.ts";

export type Sought = { ways: readonly (readonly string[])[]; exemplars: readonly Exemplar[] };

export type Search = {
  passage: Passage;
  index: TermIndex;
  stems: PieceStems;
  /** Windows that prove nothing, such as the question said again. */
  ignores: (window: Window) => boolean;
};

export type Found =
  | { kind: "found"; by: "ways" | "plain"; window: Window }
  | { kind: "denied"; window: Window; direct: boolean }
  | { kind: "none"; near: Window | null };

/** A near miss is worth showing from this share of groups on. */
const nearMin = 0.5;

/** Looks for one point: by its keyword groups, then by its exemplars in plain words. */
export function findPoint({ ways, exemplars }: Sought, search: Search): Found {
  const matches = ways
    .map((way) => matchWay(way.map(groupOf), search.passage, search.index))
    .filter((match): match is WayMatch => match !== undefined)
    .filter(({ window }) => !search.ignores(window));
  const found = matches.find(({ kind }) => kind === "found");
  if (found) return { kind: "found", by: "ways", window: found.window };
  const plain = matchPlain(exemplars, search.stems, search.passage.denying);
  if (plain && !search.ignores(plain)) return { kind: "found", by: "plain", window: plain };
  const denied = matches.filter((match) => match.kind === "denied");
  const outright = denied.find(({ direct }) => direct) ?? denied[0];
  if (outright) return outright;
  return { kind: "none", near: nearestOf(matches) };
}

const groups = new Map<string, Group>();

/** Groups are parsed once: the same rubric grades many answers. */
function groupOf(source: string): Group {
  const known = groups.get(source);
  if (known) return known;
  const group = parseGroup(source);
  groups.set(source, group);
  return group;
}

function nearestOf(matches: readonly WayMatch[]): Window | null {
  const near = matches
    .filter((match) => match.kind === "near")
    .filter(({ share }) => share >= nearMin)
    .toSorted((a, b) => b.share - a.share);
  return near[0]?.window ?? null;
}
