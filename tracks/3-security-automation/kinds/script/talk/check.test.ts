import { expect, it } from "vitest";

import type { ScriptBrief } from "../brief.ts";
import type { ScriptKey } from "../key.ts";
import { checkTalk } from "./check.ts";

const point = { id: "owner", title: "The owner hears of it first", essential: true };
const rubric = (over: object = {}) => ({ points: [point], misconceptions: [], ...over });

/** What is wrong with these questions and rubrics, each problem in its place. */
const told = (asked: string[], known: Record<string, object>, stages = ["write", "talk"]) =>
  checkTalk({
    brief: { talk: asked.length > 0 ? asked.map((id) => ({ id, ask: "?" })) : undefined },
    key: { talk: { questions: known } },
    stages,
  } as unknown as { brief: ScriptBrief; key: ScriptKey; stages: string[] }).map(
    ({ where, message }) => `${where}: ${message}`,
  );

it.each<[string, ReturnType<typeof told>, RegExp | null]>([
  ["the same questions in one order", told(["a", "b"], { a: rubric(), b: rubric() }), null],
  ["no talk, and none is held", told([], {}, ["write"]), null],
  ["a talk without questions", told([], {}), /asks nothing/],
  ["questions that nobody asks", told(["a"], { a: rubric() }, ["write"]), /no talk/],
  ["another order", told(["a", "b"], { b: rubric(), a: rubric() }), /asks a, b; here are b, a/],
  ["a rubric that is missing", told(["a", "b"], { a: rubric() }), /asks a, b; here are a/],
  ["an id that begins another", told(["a", "a-b"], { a: rubric(), "a-b": rubric() }), /“a-”/],
  [
    "a rubric without an essential point",
    told(["a"], { a: rubric({ points: [{ ...point, essential: false }] }) }),
    /questions\.a points: no point is essential/,
  ],
])("%s", (_name, problems, message) => {
  if (message === null) expect(problems).toEqual([]);
  else expect(problems.join("\n")).toMatch(message);
});
