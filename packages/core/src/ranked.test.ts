import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Drill } from "./drill.ts";
import { judge } from "./grade.ts";
import { defineKind, type AnswerFile, type KindModule } from "./kind.ts";
import type { Ports } from "./ports.ts";
import { exemplarOf, proveDrill } from "./proof.ts";
import type { FixtureName, Ranked } from "./ranked.ts";

/** The answer is a list of letters; each of a to d is a point. A capital denies its point. */
const kind = defineKind({
  id: "letters",
  title: "Letters",
  brief: z.object({}),
  key: z.object({}),
  stages: [{ id: "say", title: "Say", answer: z.string() }],
});
const plans = ["a", "b", "c", "d"].map((id) => ({
  id,
  title: id.toUpperCase(),
  weight: 1,
  essential: id === "a",
}));

const answering = (text: unknown): AnswerFile => ({
  stages: { say: text as string },
  actions: [],
});
const letters: Record<FixtureName, string> = {
  strong: "abcd",
  decent: "ab",
  vague: "",
  wrong: "A",
  stuffed: "",
  plain: "ab",
};
const makes: Record<FixtureName, string[]> = {
  strong: ["a", "b", "c", "d"],
  decent: ["a", "b"],
  vague: [],
  wrong: [],
  stuffed: [],
  plain: ["a", "b", "c"],
};

type Change = {
  said?: Partial<Record<FixtureName, unknown>>;
  makes?: Partial<Record<FixtureName, string[]>>;
  attack?: string;
  foreign?: string;
  moody?: boolean;
};

let calls = 0;
function moduleOf({
  said = {},
  makes: labels = {},
  attack = "",
  moody = false,
}: Change): KindModule {
  const fixture = (name: FixtureName) => ({
    answer: answering(name in said ? said[name] : letters[name]),
    makes: labels[name] ?? makes[name],
  });
  const ranked: Ranked = {
    fixtures: {
      strong: fixture("strong"),
      decent: fixture("decent"),
      vague: fixture("vague"),
      wrong: fixture("wrong"),
      stuffed: fixture("stuffed"),
      plain: fixture("plain"),
    },
    attacks: [{ name: "an echo", answer: answering(attack) }],
  };
  const grade = ({ answer }: { answer: string }) => {
    const findings = Object.fromEntries(
      plans.map(({ id }) => {
        if (answer.includes(id.toUpperCase())) return [id, { verdict: "missed" as const }];
        return [id, { verdict: answer.includes(id) ? ("met" as const) : ("unsure" as const) }];
      }),
    );
    const measures = moody ? [{ id: "m", title: "Mood", value: ++calls, unit: "" }] : [];
    return { criteria: judge(plans, findings), remarks: [], measures };
  };
  const module = { kind, criteria: () => plans, grade, reveal: () => null, ranked: () => ranked };
  return module;
}

const drill = { meta: { stages: undefined }, exemplars: [] } as unknown as Drill;
const ports = {} as Ports;

async function failing(change: Change): Promise<string[]> {
  const foreign = [answering(change.foreign ?? "")];
  const lines = await proveDrill({ drill, wrong: [], module: moduleOf(change), ports, foreign });
  expect(lines.length).toBeGreaterThan(15);
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
}

describe("a drill of a prose kind proves that better answers score higher", () => {
  it("holds where they do", async () => expect(await failing({})).toEqual([]));

  it.each<[string, Change, RegExp]>([
    [
      "strong no better than decent",
      { said: { decent: "abcd" } },
      /^strong scores more than decent/,
    ],
    [
      "decent no better than vague",
      { said: { vague: "ab" }, makes: { vague: ["a", "b"] } },
      /^decent scores more than vague/,
    ],
    [
      "decent no better than wrong",
      { said: { wrong: "ab" }, makes: { wrong: ["a", "b"] } },
      /^decent scores more than wrong/,
    ],
    [
      "keywords as good as sentences",
      { said: { stuffed: "ab" } },
      /^decent scores more than stuffed/,
    ],
    [
      "a strong answer half found",
      { said: { strong: "abc" } },
      /^at least 85 % of what strong makes/,
    ],
    ["a plain answer not found", { said: { plain: "a" } }, /^at least 50 % of what plain makes/],
    [
      "points found that are not there",
      { said: { wrong: "bc" }, makes: { decent: ["a"] } },
      /found in wrong that it does not make/,
    ],
    [
      "an essential point missed in strong",
      { said: { strong: "Abcd" } },
      /no essential criterion is missed/,
    ],
    ["an echo that scores", { attack: "a" }, /^an echo stays under 25/],
    [
      "another drill's answer that scores",
      { foreign: "b" },
      /^an answer to another drill \(1\) stays under 25/,
    ],
    ["an answer that cannot be graded", { said: { vague: 7 } }, /^the vague answer can be graded/],
    ["a grader with moods", { moody: true }, /^grading again/],
  ])("names %s", async (_name, change, line) => {
    expect(await failing(change)).toContainEqual(expect.stringMatching(line));
  });
});

it("lends its strong answer to other drills", () => {
  expect(exemplarOf(drill, moduleOf({}))).toEqual(answering("abcd"));
});

it("uses exemplars and wrong answers that a kind derives from the key", async () => {
  const module = {
    ...moduleOf({}),
    ranked: undefined,
    examples: () => ({
      exemplars: [{ slug: "all", title: "All", note: "", answer: answering("abcd") }],
      wrong: [
        {
          slug: "none",
          title: "None",
          note: "",
          answer: answering("A"),
          expect: { belief: "Denying is safe.", fails: ["a"], meets: [] },
        },
      ],
    }),
  } as unknown as KindModule;
  const lines = await proveDrill({
    drill,
    wrong: [],
    module,
    ports: { sandbox: {} } as Ports,
    foreign: [],
  });
  expect(lines.map(({ what }) => what)).toContain("exemplar all meets every criterion");
  expect(lines.map(({ what }) => what)).toContain("wrong answer none fails on a");
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
  expect(exemplarOf(drill, module)).toEqual(answering("abcd"));
});
