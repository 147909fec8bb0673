import type { CriterionPlan, StageId } from "@loopwright/core";

import { scanOf } from "./grade-triage.ts";
import type { Flaw, ReviewKey } from "./key.ts";
import type { ReviewKind } from "./kind.ts";

/** Tasks of every brief.md of this kind. */
export const tasks = { find: 1, explain: 2, repair: 3 } as const;

/** What each stage judges; known from the key alone, so that a skipped stage is missed in full. */
export const criteria = ({ stage, key }: { stage: StageId<ReviewKind>; key: ReviewKey }) =>
  stage === "review" ? reviewCriteria(key) : repairCriteria(key);

/** The criterion on the sentence that explains a flaw. */
export const explainCriterion = (flaw: string): string => `explain-${flaw}`;

const reviewCriteria = (key: ReviewKey): CriterionPlan[] => [
  ...key.flaws.map(({ id, title, weight, essential }) => ({
    id: `find-${id}`,
    title,
    weight,
    essential,
    task: tasks.find,
  })),
  {
    id: "signal",
    title: "Most marks are real flaws",
    weight: 1,
    essential: true,
    task: tasks.find,
  },
  { id: "false-alarms", title: "No false alarms", weight: 2, essential: false, task: tasks.find },
  ...(scanOf(key).length === 0 ? [] : [triagePlan]),
  { id: "severity", title: "Severity by harm", weight: 1, essential: false, task: tasks.explain },
  ...key.flaws.map(({ id, title }) => ({
    id: explainCriterion(id),
    title: `Says what it costs: ${lowerFirst(title)}`,
    weight: 1,
    essential: false,
    task: tasks.explain,
  })),
];

const triagePlan: CriterionPlan = {
  id: "triage",
  title: "The scanner's results, told apart",
  weight: 2,
  essential: false,
  task: tasks.find,
};

/** Flaws that a hidden test can show to be gone: the repair is judged on these alone. */
export const provenFlaws = ({ flaws }: Pick<ReviewKey, "flaws">): Flaw[] =>
  flaws.filter(({ unproven }) => unproven === undefined);

const repairCriteria = (key: ReviewKey): CriterionPlan[] => [
  { id: "keeps", title: "The service still works", weight: 3, essential: true, task: tasks.repair },
  ...provenFlaws(key).map(({ id, title, weight, essential }) => ({
    id: `fix-${id}`,
    title: `Closed: ${lowerFirst(title)}`,
    weight,
    essential,
    task: tasks.repair,
  })),
];

/** A title inside a sentence: "ORDER BY" stays as it is. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
