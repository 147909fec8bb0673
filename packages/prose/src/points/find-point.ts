import type { Prepared } from "../rubric/prepared.ts";
import type { Passage } from "../text/passage.ts";
import type { TermIndex } from "./occurrences.ts";
import { matchPlain, type PieceStems } from "./plain.ts";
import { matchWay, type WayMatch, type Window } from "./way.ts";

type Sought = Prepared["points"][number];

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

/** A near miss is worth showing where more than half of the groups stand there. */
const nearMin = 0.6;

/** Looks for one point: by its keyword groups, then by its exemplars in plain words. */
export function findPoint({ ways, exemplars }: Sought, search: Search): Found {
  const matches = ways
    .map((way) => matchWay(way, search.passage, search.index))
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

function nearestOf(matches: readonly WayMatch[]): Window | null {
  const near = matches
    .filter((match) => match.kind === "near")
    .filter(({ share }) => share >= nearMin)
    .toSorted((a, b) => b.share - a.share);
  return near[0]?.window ?? null;
}
