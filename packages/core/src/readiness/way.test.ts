import { expect, it } from "vitest";

import { addDays } from "../learner/days.ts";
import type { CurriculumDrill, Evidence } from "../learner/evidence.ts";
import { drill, pass as slow, today, track } from "./fixtures.ts";
import { readiness } from "./readiness.ts";

const asks = (id: string, over: Partial<CurriculumDrill> = {}) =>
  drill(id, { work: "question", minutes: { aim: 5, limit: 8, whole: 15 }, ...over });
const item = (id: string) => drill(id, { work: "item", minutes: { aim: 1, limit: 2 } });
const q = ["q1", "q2", "q3", "q4"].map((id) => asks(id));
const hard = asks("hard", { level: 3 });
const items = ["i1", "i2", "i3"].map(item);
const review = drill("review", { level: 3, minutes: { aim: 5, limit: 8 } });
const pass = (on: CurriculumDrill, over: Partial<Evidence> = {}) =>
  slow(on, { timedMs: 60_000, ...over });
const old = (days: number) => ({ day: addDays(today, -days) });
const failed = (on: CurriculumDrill, days: number) =>
  pass(on, { passed: false, counts: false, ...old(days) });
const all = [review, ...q, hard, ...items];

it.each<[string, CurriculumDrill[], Evidence[], string[]]>([
  ["the shortest drill begins it", all, [], ["i1"]],
  ["solid needs one that is more than a closed question", all, [pass(items[0]!)], ["i2", "q1"]],
  [
    "ready needs three of these, and a hard one; a question before work whose point is to find out",
    all,
    [items[0]!, items[1]!, q[0]!].map((one) => pass(one)),
    ["q2", "hard"],
  ],
  [
    "what is fresh is not asked again",
    all,
    [pass(items[0]!), pass(items[1]!), pass(q[0]!)],
    ["q2", "hard"],
  ],
  ["what is not fresh may be", [items[0]!], [pass(items[0]!, old(121))], ["i1"]],
  ["what is new comes first", all, [pass(items[0]!, old(121))], ["i2"]],
  ["a shown answer comes last", items, [failed(items[0]!, 13)], ["i2"]],
  ["after 14 days it is as good as any", [items[0]!, q[0]!], [failed(items[0]!, 14)], ["i1"]],
  ["what there is, where it is too little", [items[0]!], [pass(items[0]!)], []],
])("%s", (_name, drills, evidence, expected) => {
  const { dimensions } = readiness({ today, tracks: [track()], drills, evidence });
  const next = dimensions.find(({ id }) => id === "owasp-2021-a10")?.next;
  expect(next?.drillIds).toEqual(expected);
});

it.each<[string, CurriculumDrill[], Evidence[], string]>([
  [
    "what is missing",
    all,
    [items[0]!, items[1]!, q[0]!].map((one) => pass(one)),
    "Ready takes 2 more different drills, 2 of them more than a closed question, one at level 3, under interview conditions, without hints and inside the time.",
  ],
  [
    "that there are too few",
    [items[0]!],
    [pass(items[0]!)],
    "Solid takes 2 more different drills, 1 of them more than a closed question, under interview conditions, without hints and inside the time. This version has no further drill.",
  ],
  [
    "that an answer was seen",
    [items[0]!],
    [failed(items[0]!, 1)],
    "Begun takes 1 more drill, under interview conditions, without hints and inside the time. An answer seen counts for nothing over 14 days.",
  ],
])("says %s", (_name, drills, evidence, words) => {
  const { dimensions } = readiness({ today, tracks: [track()], drills, evidence });
  expect(dimensions.find(({ id }) => id === "owasp-2021-a10")?.next?.words).toBe(words);
});
