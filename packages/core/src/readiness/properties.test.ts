import fc from "fast-check";
import { expect, it } from "vitest";

import { addDays } from "../learner/days.ts";
import type { CurriculumDrill, Evidence } from "../learner/evidence.ts";
import { drill, goal, pass, today, track } from "./fixtures.ts";
import { levelsOver } from "./history.ts";
import { readiness } from "./readiness.ts";
import type { Known } from "./shapes.ts";

const concepts = ["ssrf", "csrf", "iam", "nonces", "tls-1-3", "stride", "privacy", "principle-a"];
const drills: CurriculumDrill[] = Array.from({ length: 24 }, (_, index) =>
  drill(`d${index}`, {
    kind: index % 5 === 0 ? "told" : "toy",
    level: ([1, 2, 3] as const)[index % 3]!,
    work: index % 4 === 0 ? "item" : index % 4 === 1 ? "question" : "drill",
    trackId: index % 2 === 0 ? "1-toys" : "2-others",
    concepts: [concepts[index % concepts.length]!, concepts[(index * 3) % concepts.length]!],
    minutes: { aim: 5, limit: 10 },
  }),
);
const tracks: Known["tracks"] = [
  track({ serves: ["criterion-communication"] }),
  track({
    id: "2-others",
    title: "Others",
    goals: [
      {
        ...goal,
        line: "story-for-any-principle",
        kind: "told",
        draw: { last: 5, passed: 3, spread: { concept: "principle", atLeast: 1 } },
      },
    ],
  }),
];

const attempt = fc
  .record({
    at: fc.nat({ max: drills.length - 1 }),
    age: fc.nat({ max: 140 }),
    counts: fc.boolean(),
    drawn: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 12 }),
    state: fc.constantFrom<Evidence["state"]>("graded", "graded", "given-up", "open"),
  })
  .map(({ at, age, counts: well, drawn, minutes, state }): Evidence => {
    const counts = well && state === "graded";
    const day = addDays(today, -age);
    return pass(drills[at]!, {
      day,
      counts,
      passed: counts,
      drawn,
      state,
      timedMs: minutes * 60_000,
    });
  });
const attempts = fc.array(attempt, { maxLength: 60 });
const proving = attempt.map((one): Evidence => ({
  ...one,
  counts: true,
  passed: true,
  state: "graded",
}));

const at = (evidence: readonly Evidence[], day = today) =>
  readiness({ today: day, tracks, drills, evidence }).dimensions;
type Dimensions = ReturnType<typeof at>;
const rise = (before: Dimensions, after: Dimensions): string[] =>
  after
    .filter(
      (one, index) => one.level > before[index]!.level || one.progress > before[index]!.progress,
    )
    .map(({ id }) => id);

it("only falls as days go by", () => {
  fc.assert(
    fc.property(attempts, fc.nat({ max: 70 }), fc.nat({ max: 70 }), (evidence, first, then) => {
      const before = at(evidence, addDays(today, first));
      expect(rise(before, at(evidence, addDays(today, first + then)))).toEqual([]);
    }),
  );
});

it("falls on the very day that it names, and on none before", () => {
  fc.assert(
    fc.property(attempts, (evidence) => {
      for (const { id, level, decaysOn } of at(evidence)) {
        expect(decaysOn === null).toBe(level === 0);
        if (decaysOn === null) continue;
        const on = (day: string) => at(evidence, day).find((one) => one.id === id)!.level;
        expect([on(addDays(decaysOn, -1)), on(decaysOn) < level]).toEqual([level, true]);
      }
    }),
    { numRuns: 15 },
  );
});

it("never rises when evidence is taken away, and never falls when a pass that counts is added", () => {
  fc.assert(
    fc.property(attempts, proving, fc.nat(), (evidence, one, place) => {
      const more = evidence.toSpliced(place % (evidence.length + 1), 0, one);
      expect(rise(at(more), at(evidence))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it("does not rise by reading, practice or the learner's own word: by nothing that does not count", () => {
  fc.assert(
    fc.property(attempts, attempt, (evidence, one) => {
      expect(rise(at(evidence), at([...evidence, { ...one, counts: false }]))).toEqual([]);
    }),
  );
});

it("always explains itself", () => {
  fc.assert(
    fc.property(attempts, (evidence) => {
      for (const one of at(evidence)) {
        expect(one.definition).toMatch(/\.$/);
        expect(one.evidence.length > 0).toBe(one.level > 0);
        expect(one.next !== null).toBe(one.level < 3 && one.measurable);
        expect(one.next?.words ?? "none.").toMatch(/\.$/);
        expect(one.progress >= one.level / 3 && one.progress <= (one.level + 1) / 3).toBe(true);
      }
    }),
  );
});

it("is reached by the way that it names, from anywhere", () => {
  fc.assert(
    fc.property(attempts, (evidence) => {
      for (const { id, level, next } of at(evidence)) {
        if (!next || /no (more|further) drill/.test(next.words) || next.drillIds.length === 0)
          continue;
        const done = next.drillIds.map((name) =>
          pass(
            drills.find((one) => one.id === name)!,
            { timedMs: 60_000 },
          ),
        );
        const after = at([...evidence, ...done]).find((one) => one.id === id)!;
        expect(after.level).toBeGreaterThan(level);
      }
    }),
    { numRuns: 10 },
  );
});

it("is the same for the same evidence in any order", () => {
  fc.assert(
    fc.property(attempts, (evidence) => {
      expect(at(evidence.toReversed())).toEqual(at(evidence));
    }),
  );
});

it("tells of an earlier day what it would have told then", () => {
  fc.assert(
    fc.property(attempts, fc.nat({ max: 120 }), (evidence, days) => {
      const day = addDays(today, -days);
      const then = at(
        evidence.filter((one) => one.day <= day),
        day,
      );
      expect(levelsOver({ today, tracks, evidence }, [day])).toEqual(
        Object.fromEntries(then.map(({ id, level }) => [id, [level]])),
      );
    }),
  );
});
