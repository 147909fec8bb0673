import { describe, expect, it } from "vitest";

import { addDays } from "../learner/days.ts";
import type { CurriculumDrill, Evidence } from "../learner/evidence.ts";
import { drill, goal, pass, today, track } from "./fixtures.ts";
import { levelsOver } from "./history.ts";
import { readiness, strengthByTrack } from "./readiness.ts";
import type { Known } from "./shapes.ts";

const a = drill("a");
const b = drill("b");
const c = drill("c");
const d = drill("d");
const hard = drill("hard", { level: 3 });
const item = (id: string) => drill(id, { work: "item", level: 3, minutes: { aim: 1, limit: 2 } });
const items = ["i1", "i2", "i3", "i4"].map(item);
const drills = [a, b, c, d, hard, ...items];
const old = (days: number) => ({ day: addDays(today, -days) });

const of = (id: string, evidence: Evidence[], over: Partial<Known> = {}) => {
  const known = { today, tracks: [track()], drills, evidence, ...over };
  return readiness(known).dimensions.find((one) => one.id === id)!;
};
const quick = { timedMs: 60_000 };

describe("a level of a map", () => {
  const id = "owasp-2021-a10";
  it.each<[string, Evidence[], number, string]>([
    ["nothing yet", [], 0, "0 of 5 drills in 30 days"],
    ["one pass", [pass(a)], 1, "1 of 5 drills in 30 days; one at level 3 to go"],
    [
      "the same drill five times",
      [1, 2, 3, 4, 5].map(() => pass(hard)),
      1,
      "1 of 5 drills in 30 days",
    ],
    [
      "three drills",
      [pass(a), pass(b), pass(c)],
      2,
      "3 of 5 drills in 30 days; one at level 3 to go",
    ],
    [
      "five, none of them hard",
      [a, b, c, d, drill("e")].map((one) => pass(one)),
      2,
      "5 of 5 drills in 30 days; one at level 3 to go",
    ],
    [
      "five, one of them hard",
      [a, b, c, d, hard].map((one) => pass(one)),
      3,
      "5 drills, newest today",
    ],
    [
      "two of them closed questions",
      [a, b, hard, ...items.slice(2)].map((one) => pass(one, quick)),
      3,
      "5 drills, newest today",
    ],
    [
      "three of them closed questions",
      [a, hard, ...items.slice(1)].map((one) => pass(one, quick)),
      2,
      "5 of 5 drills in 30 days; 1 more than a closed question to go",
    ],
    [
      "closed questions alone",
      items.map((one) => pass(one, quick)),
      1,
      "4 of 5 drills in 30 days; one at level 3 to go",
    ],
    ["over the time", [pass(a, { timedMs: 600_001 })], 0, "0 of 5 drills in 30 days"],
    [
      "at the very end of the time",
      [pass(a, { timedMs: 600_000 })],
      1,
      "1 of 5 drills in 30 days; one at level 3 to go",
    ],
    ["what does not count", [pass(a, { counts: false })], 0, "0 of 5 drills in 30 days"],
    [
      "drills about something else",
      [pass(drill("x", { concepts: ["csrf"] }))],
      0,
      "0 of 5 drills in 30 days",
    ],
    [
      "30 days old",
      [a, b, c, d, hard].map((one) => pass(one, old(30))),
      3,
      "5 drills, newest 30 days ago",
    ],
    [
      "31 days old",
      [a, b, c, d, hard].map((one) => pass(one, old(31))),
      2,
      "0 of 5 drills in 30 days",
    ],
    [
      "61 days old",
      [a, b, c, d, hard].map((one) => pass(one, old(61))),
      1,
      "0 of 5 drills in 30 days",
    ],
    [
      "121 days old",
      [a, b, c, d, hard].map((one) => pass(one, old(121))),
      0,
      "0 of 5 drills in 30 days",
    ],
  ])("%s", (_name, evidence, level, status) => {
    expect(of(id, evidence)).toMatchObject({ level, status });
  });

  it("is explained by the newest attempt on each drill, and says when it falls back", () => {
    const [early, late] = [pass(a, old(9)), pass(a, old(2))];
    const passes = [early, late, pass(b, old(4)), pass(c, old(20)), pass(d), pass(hard, old(3))];
    const dimension = of(id, passes);
    expect(dimension.evidence.map(({ ageDays }) => ageDays)).toEqual([0, 2, 3, 4, 20]);
    expect(dimension.evidence.map((one) => one.id)).not.toContain(early.id);
    expect(dimension).toMatchObject({ decaysOn: addDays(today, 11), next: null, progress: 1 });
    expect(of(id, passes, { today: addDays(today, 10) }).level).toBe(3);
    expect(of(id, passes, { today: addDays(today, 11) }).level).toBe(2);
  });

  it("counts what a later pass keeps fresh", () => {
    const passes = [a, b, c, d, hard].map((one) => pass(one, old(25)));
    expect(of(id, passes).decaysOn).toBe(addDays(today, 6));
    // Four fresh ones; the fifth is still the old one.
    expect(of(id, [...passes, ...[a, b, c, d].map((one) => pass(one))]).decaysOn).toBe(
      addDays(today, 6),
    );
  });

  it("cannot be measured without a drill, and a draft measures nothing", () => {
    const draft = drill("draft", { status: "draft" });
    for (const known of [[], [draft]]) {
      expect(of(id, [], { drills: known })).toMatchObject({
        measurable: false,
        next: null,
        definition: "No track of this version measures it.",
      });
    }
  });
});

describe("a line", () => {
  const id = "line-review-in-time";
  it.each<[string, Evidence[], number, string]>([
    ["nothing yet", [], 0, "0 of 3 drills in 30 days"],
    ["three drills, one hard", [a, b, hard].map((one) => pass(one)), 3, "3 drills, newest today"],
    [
      "none of the highest level",
      [a, b, c].map((one) => pass(one)),
      2,
      "3 of 3 drills in 30 days; one at level 3 to go",
    ],
    [
      "slower than the goal, inside the drill's time",
      [pass(a, { timedMs: 480_001 })],
      0,
      "0 of 3 drills in 30 days",
    ],
    ["another kind", [pass(drill("x", { kind: "other" }))], 0, "0 of 3 drills in 30 days"],
    [
      "a level that does not count",
      [pass(drill("x", { level: 1 }))],
      0,
      "0 of 3 drills in 30 days",
    ],
    [
      "proven a while ago",
      [a, b, hard].map((one) => pass(one, old(40))),
      2,
      "0 of 3 drills in 30 days",
    ],
  ])("%s", (_name, evidence, level, status) => {
    expect(of(id, evidence)).toMatchObject({ level, status });
  });

  it("without a goal of a track cannot be measured", () => {
    expect(of("line-script-from-scratch", [pass(a)])).toMatchObject({
      level: 0,
      measurable: false,
    });
  });

  it("shorter than its goal asks for does not count", () => {
    const told = track({ goals: [{ ...goal, minutes: { min: 3, max: 4 } }] });
    const level = (timedMs: number) => of(id, [pass(a, { timedMs })], { tracks: [told] }).level;
    expect([179_999, 180_000, 240_000, 240_001].map(level)).toEqual([0, 1, 1, 0]);
  });
});

describe("a line that is drawn", () => {
  const draw = { last: 4, passed: 3, spread: { concept: "principle", atLeast: 2 } };
  const tracks = [track({ goals: [{ ...goal, draw }] })];
  const about = (name: string) => drill(`about-${name}`, { concepts: [`principle-${name}`] });
  const drawn = (name: string, over: Partial<Evidence> = {}) =>
    pass(about(name), { drawn: true, ...over });
  const failed = (over: Partial<Evidence> = {}) =>
    drawn("x", { counts: false, passed: false, ...over });
  const known = { tracks, drills: ["a", "b", "x"].map(about) };
  const level = (evidence: Evidence[]) => of("line-review-in-time", evidence, known).level;

  it.each<[string, Evidence[], number]>([
    ["enough, over enough principles", [drawn("a"), drawn("b"), drawn("a")], 3],
    ["one principle alone", [drawn("a"), drawn("a"), drawn("a")], 2],
    ["one that was chosen", [drawn("a"), drawn("b"), { ...drawn("a"), drawn: false }], 2],
    ["failed ones in between", [drawn("a"), failed(), drawn("b"), failed(), drawn("a", old(1))], 2],
    [
      "failures that are longer ago",
      [drawn("a"), drawn("b"), drawn("a"), failed(old(1)), failed(old(2))],
      3,
    ],
    ["an open one", [drawn("a"), drawn("b"), drawn("a"), failed({ state: "open" })], 3],
    [
      "another principle that is no longer among the last ones",
      [drawn("a"), drawn("a"), drawn("a"), drawn("a"), drawn("b", old(1))],
      3,
    ],
    ["too old", [drawn("a", old(31)), drawn("b", old(31)), drawn("a", old(31))], 2],
  ])("%s", (_name, evidence, expected) => {
    expect(level(evidence)).toBe(expected);
  });

  it("names no drill as the way, since the product draws", () => {
    expect(of("line-review-in-time", [], known).next).toMatchObject({
      drillIds: [],
      words: expect.stringContaining("Only what the product draws counts"),
    });
  });
});

describe("criteria and tracks", () => {
  const field = (id: string, concept: string, level: 2 | 3 = 2) =>
    drill(id, { concepts: [concept], level });
  it("needs every field of technical depth to be ready in it", () => {
    const one = ["a", "b", "c", "d"].map((id) => field(id, "ssrf"));
    const net = field("n", "tls-1-3", 3);
    const rest = [field("k", "nonces"), field("i", "iam")];
    const level = (some: CurriculumDrill[]) =>
      of(
        "criterion-technical-depth",
        some.map((on) => pass(on)),
      );
    expect(level(one)).toMatchObject({ level: 1 });
    expect(level([...one, net])).toMatchObject({
      level: 2,
      status: "5 of 5 drills in 30 days; 2 more areas to go",
    });
    expect(level([...one, net, ...rest]).level).toBe(3);
  });

  it.each<[string, string, Partial<CurriculumDrill>, Partial<Known["tracks"][number]>]>([
    ["a concept", "criterion-problem-solving", { concepts: ["stride"] }, {}],
    [
      "a track that serves it",
      "criterion-communication",
      {},
      { serves: ["criterion-communication"] },
    ],
    ["the kind of work", "criterion-leadership", { work: "story" }, {}],
    ["a value by concept", "value-customer-trust", { concepts: ["privacy"] }, {}],
  ])("is measured by %s", (_name, id, over, by) => {
    const one = drill("one", over);
    const known = { drills: [one], tracks: [track(by)] };
    expect(of(id, [pass(one)], known)).toMatchObject({ level: 1, measurable: true });
    expect(of(id, [], { ...known, drills: [a], tracks: [track()] }).measurable).toBe(false);
  });

  it("gives the plan a strength for each track, between nothing and ready", () => {
    const strength = (evidence: Evidence[]) =>
      strengthByTrack(readiness({ today, tracks: [track()], drills, evidence }))["1-toys"];
    expect(strength([])).toBe(0);
    expect(strength([pass(a)])).toBe(0.5);
    expect(strength([a, b, c, d, hard].map((one) => pass(one)))).toBe(1);
  });
});

describe("levelsOver", () => {
  it("tells each day by the evidence of that day", () => {
    const evidence = [pass(a, old(40)), pass(b, old(8)), pass(c, old(8)), pass(d), pass(hard)];
    const days = [50, 40, 8, 0].map((days) => addDays(today, -days));
    expect(levelsOver({ today, tracks: [track()], evidence }, days)["owasp-2021-a10"]).toEqual([
      0, 1, 2, 2,
    ]);
  });
});
