import { exemplarsOf, type Exemplar } from "../points/plain.ts";
import { vocabularyOf } from "../points/guards.ts";
import type { Misconception, Rubric } from "./schema.ts";
import { parseGroup, type Group } from "./terms.ts";

/** A rubric with its terms parsed and its exemplars weighed. */
export type Prepared = {
  points: { id: string; ways: Group[][]; exemplars: readonly Exemplar[] }[];
  errors: { misconception: Misconception; patterns: Group[][]; veto: Group[] }[];
  /** Stems that an answer on this topic is likely to use. */
  vocabulary: ReadonlySet<string>;
};

const prepared = new WeakMap<Rubric, Map<string, Prepared>>();

/** Made once for a rubric and a question: the same ones grade many answers. */
export function prepare(rubric: Rubric, question: string): Prepared {
  const byQuestion = prepared.get(rubric) ?? new Map<string, Prepared>();
  prepared.set(rubric, byQuestion);
  const known = byQuestion.get(question) ?? make(rubric, question);
  byQuestion.set(question, known);
  return known;
}

function make(rubric: Rubric, question: string): Prepared {
  const groups = new Map<string, Group>();
  const groupOf = (source: string): Group => {
    const group = groups.get(source) ?? parseGroup(source);
    groups.set(source, group);
    return group;
  };
  const exemplars = exemplarsOf(rubric, question);
  return {
    points: rubric.points.map(({ id, ways }) => ({
      id,
      ways: ways.map((way) => way.map(groupOf)),
      exemplars: exemplars.get(id) ?? [],
    })),
    errors: rubric.misconceptions.map((misconception) => ({
      misconception,
      patterns: misconception.patterns.map((pattern) => pattern.map(groupOf)),
      veto: misconception.veto.map(groupOf),
    })),
    vocabulary: vocabularyOf(rubric, question),
  };
}
