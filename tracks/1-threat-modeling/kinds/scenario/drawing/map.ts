import { technologyOf, type Element, type Group, type Model } from "@loopwright/threat-model";

import { bestLikeness, wordsOf } from "./names.ts";

/** Which element of the learner's drawing stands for which of the reference. */
export type Mapping = {
  /** Own id to reference id, one to one. */
  pairs: ReadonlyMap<string, string>;
  /** Own elements beside those: a part of what is matched already, drawn apart. Own id to reference id. */
  splits: ReadonlyMap<string, string>;
  /** Own elements that stand for nothing in the reference. */
  extra: readonly string[];
  /** Reference elements that nothing stands for. */
  missing: readonly string[];
  /** Own ids that stand for a reference element, the pair first. */
  ownOf: (reference: string) => readonly string[];
  referenceOf: (own: string) => string | null;
};

export type Names = Readonly<Record<string, readonly string[]>>;

/** Scores from which a pair is certain, and from which it is likely enough. */
const certain = 0.85;
const likely = 0.5;
const worth = { sameTechnology: 0.35, sameGroup: 0.25, sameType: 0.1, otherType: -0.15 };
/** What the right neighbours are worth: of one that is placed, and of several. */
const neighbourWorth = { one: 0.3, several: 0.4 };
const onlyOneWorth = 0.2;
/** More than anybody draws in twenty minutes; what is generated is not mapped to its end. */
const elementsRead = 300;
/** Groups that so many stencils share that they tell nothing. */
const broad = new Set<Group>(["aws", "managed", "client", "third-party", "human", "network"]);

/**
 * Maps by name and synonyms, by technology and group, and by what an element is connected to. Greedy, best
 * pair first, in rounds: what is certain helps to place what is not.
 */
export function mapElements(own: Model, reference: Model, synonyms: Names = {}): Mapping {
  const scores = scoresOf(own, reference, synonyms);
  const pairs = new Map<string, string>();
  const near = { own: neighbours(own), reference: neighbours(reference) };
  assign(pairs, scores, certain);
  for (let round = 0; round < 3; round += 1) {
    const bonus = bonusOf(pairs, near);
    const raised = scores.map((one) => ({ ...one, score: one.score + bonus(one) }));
    if (assign(pairs, raised, likely) === 0) break;
  }
  const bonus = bonusOf(pairs, near);
  return withRest({ own, reference }, pairs, splitsOf(scores, pairs, bonus));
}

type Scored = { own: string; reference: string; score: number };

function scoresOf(own: Model, reference: Model, synonyms: Names): Scored[] {
  const rare = { own: groupCounts(own), reference: groupCounts(reference) };
  const sought = reference.elements.map((right) => {
    const labels = [right.name, right.id, ...(synonyms[right.id] ?? [])];
    return { right, labels: labels.map(wordsOf) };
  });
  return own.elements.slice(0, elementsRead).flatMap((left) => {
    const names = [left.name, left.id].map(wordsOf);
    return sought.map(({ right, labels }) => {
      const name = bestLikeness(names, labels);
      const score = name + technologyScore(left, right, rare) + typeScore(left, right);
      return { own: left.id, reference: right.id, score };
    });
  });
}

type Counts = ReadonlyMap<string, number>;

function technologyScore(
  left: Element,
  right: Element,
  rare: { own: Counts; reference: Counts },
): number {
  const shared = told(left).filter((group) => told(right).includes(group));
  if (shared.length === 0) return 0;
  const only = shared.some((one) => rare.own.get(one) === 1 && rare.reference.get(one) === 1);
  const same = left.technology === right.technology;
  return (same ? worth.sameTechnology : worth.sameGroup) + (only ? onlyOneWorth : 0);
}

const told = ({ technology }: Element): Group[] =>
  technologyOf(technology).groups.filter((one) => !broad.has(one));

function groupCounts({ elements }: Model): Counts {
  const counts = new Map<string, number>();
  for (const one of elements.flatMap(told)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** A process that is drawn as a store is a slip; an actor that is drawn as a store is another thing. */
function typeScore(left: Element, right: Element): number {
  if (left.type === right.type) return worth.sameType;
  return left.type === "actor" || right.type === "actor" ? worth.otherType : 0;
}

function neighbours({ flows }: Model): (id: string) => ReadonlySet<string> {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    found.set(one, (found.get(one) ?? new Set()).add(other));
  };
  for (const { source, target } of flows) {
    if (source === target) continue;
    add(source, target);
    add(target, source);
  }
  return (id) => found.get(id) ?? new Set();
}

type Near = { own: (id: string) => ReadonlySet<string>; reference: Near["own"] };

/** Share of the reference's placed neighbours that are neighbours here too. */
const bonusOf = (pairs: ReadonlyMap<string, string>, near: Near) => {
  const ownOf = new Map([...pairs].map(([own, reference]) => [reference, own]));
  return ({ own, reference }: Scored): number => {
    const placed = [...near.reference(reference)].flatMap((one) => ownOf.get(one) ?? []);
    if (placed.length === 0) return 0;
    const shared = placed.filter((one) => near.own(own).has(one)).length;
    const most = placed.length > 1 ? neighbourWorth.several : neighbourWorth.one;
    return (most * shared) / placed.length;
  };
};

/** Adds the best free pairs of at least this score; gives how many. */
function assign(pairs: Map<string, string>, scores: readonly Scored[], least: number): number {
  const taken = new Set(pairs.values());
  const before = pairs.size;
  // A stable sort: of equal scores, the order of drawing decides.
  for (const { own, reference, score } of scores.toSorted((a, b) => b.score - a.score)) {
    if (score < least) break;
    if (pairs.has(own) || taken.has(reference)) continue;
    pairs.set(own, reference);
    taken.add(reference);
  }
  return pairs.size - before;
}

function splitsOf(
  scores: readonly Scored[],
  pairs: ReadonlyMap<string, string>,
  bonus: (one: Scored) => number,
): Map<string, string> {
  const best = new Map<string, Scored>();
  for (const one of scores) {
    const score = one.score + bonus(one);
    if (pairs.has(one.own) || score < likely) continue;
    if (score > (best.get(one.own)?.score ?? 0)) best.set(one.own, { ...one, score });
  }
  return new Map([...best.values()].map(({ own, reference }) => [own, reference]));
}

function withRest(
  { own, reference }: { own: Model; reference: Model },
  pairs: ReadonlyMap<string, string>,
  splits: ReadonlyMap<string, string>,
): Mapping {
  const placed = new Map<string, string[]>();
  for (const [one, other] of [...pairs, ...splits]) {
    placed.set(other, [...(placed.get(other) ?? []), one]);
  }
  return {
    pairs,
    splits,
    extra: own.elements.map(({ id }) => id).filter((id) => !pairs.has(id) && !splits.has(id)),
    missing: reference.elements.map(({ id }) => id).filter((id) => !placed.has(id)),
    ownOf: (id) => placed.get(id) ?? [],
    referenceOf: (id) => pairs.get(id) ?? splits.get(id) ?? null,
  };
}
