import type { Decision, Model } from "../model/model.ts";
import { analyse } from "../rules/index.ts";
import type { Finding } from "../rules/finding.ts";
import type { Rule } from "../rules/rule.ts";
import { matchByName } from "./match.ts";
import { meaningOf } from "./meaning/meaning.ts";
import type { DecisionChange, ModelDiff } from "./model-diff.ts";
import { partsDiff } from "./parts.ts";

export { isUnchanged } from "./model-diff.ts";
export type * from "./model-diff.ts";
export { diffMarkdown } from "./markdown.ts";

type Options = {
  /** Take parts of the same type and name for the same although their ids differ: one side is an import. */
  matchNames?: boolean;
  rules?: readonly Rule[];
};

/** What changed from one model to the next, and what that means. Parts are the same by their id. */
export function diffModels(
  before: Model,
  later: Model,
  { matchNames = false, rules }: Options = {},
): ModelDiff {
  const { after, renumbered } = matchNames
    ? matchByName(before, later)
    : { after: later, renumbered: [] };
  const parts = partsDiff(before, after);
  const options = rules && { rules };
  const findings = findingsDiff(
    analyse(before, options).findings,
    analyse(after, options).findings,
  );
  const decisions = decisionsDiff(before.decisions, after.decisions);
  const found = { ...parts, decisions, renumbered, findings };
  return { ...found, meaning: meaningOf(before, after, found) };
}

function findingsDiff(old: readonly Finding[], now: readonly Finding[]): ModelDiff["findings"] {
  const [before, after] = [old, now].map((all) => new Set(all.map(({ id }) => id)));
  return {
    appeared: now.filter(({ id }) => !before!.has(id)),
    gone: old.filter(({ id }) => !after!.has(id)),
    still: now.filter(({ id }) => before!.has(id)),
  };
}

function decisionsDiff(old: readonly Decision[], now: readonly Decision[]): DecisionChange[] {
  const before = new Map(old.map((one) => [one.finding, one]));
  const after = new Map(now.map((one) => [one.finding, one]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((finding) => {
    const change = {
      finding,
      before: before.get(finding) ?? null,
      after: after.get(finding) ?? null,
    };
    const said = (one: Decision | null) => `${one?.state} ${one?.reason}`;
    return said(change.before) === said(change.after) ? [] : [change];
  });
}
