import { awsImage } from "@loopwright/aws/image";
import type { Ports } from "@loopwright/core";
import { createSandbox, type Sandbox } from "@loopwright/sandbox";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { brief as briefShape } from "./brief.ts";
import { criteria as announced, grade } from "./grade.ts";
import { key as keyShape } from "./key.ts";

const cacheFolder = join(tmpdir(), "loopwright-aws-image");
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ images: [awsImage({ cacheFolder })], warm: 0, cacheFolder });
}, 300_000);
afterAll(() => sandbox.close());

const titled = { title: "Something that is looked at", weight: 1 };
const types = ["format", "exit", "read-only", "privilege", "budget", "secrets"] as const;
const brief = briefShape.parse({
  exercise: "stale-keys",
  entry: "check_keys.py",
  output: {
    identity: ["user", "issue"],
    schema: {
      type: "object",
      required: ["findings"],
      properties: { findings: { type: "array", items: { type: "object" } } },
    },
    example: { findings: [] },
  },
  exits: [{ code: 0, when: "Nothing is found." }],
  sample: { size: 5 },
  criteria: [
    { id: "findings", type: "findings", ...titled },
    ...types.map((type) => ({ id: type, type, ...titled })),
  ],
  talk: ["a", "b", "c"].map((id) => ({ id, ask: "What would you ask of such a script?" })),
});
const about = { advice: "x".repeat(20), harm: "x".repeat(20), ask: "x".repeat(10) };
const point = {
  id: "owner",
  title: "The owner hears of it first",
  essential: true,
  ways: [["owner* | team*", "ask* | told | hear*"]],
  plain: ["Ask whoever looks after it.", "The people whose thing it is know before anybody."],
  why: "Nobody else can act.",
};
const key = keyShape.parse({
  worlds: ["one", "two"].map((id) => ({ id, title: "An account", size: 8, tells: ["findings"] })),
  needs: ["iam:ListUsers", "iam:ListAccessKeys"],
  budget: { base: 10, each: 4 },
  about: Object.fromEntries(brief.criteria.map(({ id }) => [id, about])),
  talk: {
    questions: Object.fromEntries(
      ["a", "b", "c"].map((id) => [
        id,
        {
          points: [point],
          misconceptions: [
            {
              id: "without",
              says: "The owner can be left out of it.",
              patterns: [["owner*", "left out | ignored"]],
              contradicts: "owner",
              instead: "The owner does.",
            },
          ],
          fixtures: { strong: "x".repeat(40), plain: "x".repeat(40), wrong: "x".repeat(40) },
        },
      ]),
    ),
  },
  lesson: "A check says what it did not see.",
  sources: [{ title: "IAM", url: "https://docs.aws.amazon.com/IAM/latest/APIReference/" }],
});

// One world is enough here, and what never ends takes half as long.
const material = { brief, key: { ...key, worlds: key.worlds.slice(0, 1) }, text: "", files: {} };
const rest = { seed: "test", actions: [], timing: null, earlier: {}, answers: {} };

async function graded(source: string) {
  const ports = { sandbox } as unknown as Ports;
  const answer = { source };
  return grade({ ...material, ...rest, stage: "write", answer, ports });
}

/** Verdict and evidence of one criterion. */
async function toldOf(source: string, id: string): Promise<string> {
  const { criteria } = await graded(source);
  const { verdict, evidence } = criteria.find((one) => one.id === id)!;
  return `${verdict}: ${JSON.stringify(evidence)}`;
}

describe("a script that is not right is told why, within its limits", () => {
  it.each<[string, string, string, RegExp]>([
    ["nothing at all", "  \n", "findings", /^missed: .*empty/],
    ["no Python", "def (:", "format", /^missed: .*SyntaxError/],
    ["recursion", "def f(): f()\nf()", "findings", /^missed: .*RecursionError/],
    [
      "pages without an end",
      'import boto3\niam = boto3.client("iam")\nwhile True:\n    iam.list_users()',
      "budget",
      /^missed: .*(more than 6,000 calls|longer than 30 seconds)/,
    ],
    [
      "a megabyte and more",
      'while True:\n    print("x" * 10_000)',
      "format",
      /^missed: .*more than 1 MB/,
    ],
    [
      "memory without an end",
      "a = []\nwhile True:\n    a.append(bytearray(10_000_000))",
      "format",
      /^missed: /,
    ],
    [
      "a socket",
      'import socket\nsocket.create_connection(("192.0.2.1", 80), 1)',
      "findings",
      /^missed: .*Error/,
    ],
    [
      "a file of the machine",
      'print(open("/etc/shadow").read())',
      "findings",
      /^missed: .*(FileNotFound|Permission)/,
    ],
    ["another shape", "print('{\"users\": []}')", "format", /^missed: .*findings/],
    ["no JSON", 'print("3 users")', "format", /^missed: .*is no JSON/],
    [
      "a file beside the program is no fault",
      'import json\nopen("a.txt", "w").write("x")\nprint(json.dumps({"findings": []}))',
      "format",
      /^met/,
    ],
  ])("%s", async (_name, source, id, told) => {
    expect(await toldOf(source, id)).toMatch(told);
  });

  it("where nothing can be confined nothing is judged, and why is said", async () => {
    const off = await createSandbox({
      images: [awsImage({ cacheFolder })],
      cacheFolder,
      off: true,
    });
    const ports = { sandbox: off } as unknown as Ports;
    const answer = { source: "print(1)" };
    const { criteria } = await grade({ ...material, ...rest, stage: "write", answer, ports });
    await off.close();
    expect(criteria).toHaveLength(brief.criteria.length);
    expect(new Set(criteria.map(({ verdict }) => verdict))).toEqual(new Set(["unsure"]));
    expect(JSON.stringify(criteria[0]!.evidence)).toContain("Not executed");
  });
});

describe("the talk", () => {
  const talked = (replies: Record<string, string>) =>
    grade({ ...material, ...rest, stage: "talk", answer: { replies }, ports: {} as Ports });

  it("judges each reply by its own question, and nothing of it is essential", async () => {
    const { criteria, remarks } = await talked({
      a: "I would ask the owner of the key before anything is switched off.",
      b: "The owner can be left out of it, since the script is right about such keys.",
    });
    const verdicts = Object.fromEntries(criteria.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toEqual({
      "point-a-owner": "met",
      "no-known-error-a": "met",
      "point-b-owner": "missed",
      "no-known-error-b": "missed",
      "point-c-owner": "missed",
      "no-known-error-c": "missed",
    });
    expect(criteria.some(({ essential }) => essential)).toBe(false);
    expect(remarks.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Correct this first/),
      expect.stringMatching(/^Say outright: The owner hears of it first/),
    ]);
  });

  it("announces what it judges, with the same weights", async () => {
    const { criteria } = await talked({});
    const plans = announced({ ...material, stage: "talk" });
    const shape = ({
      id,
      weight,
      essential,
    }: {
      id: string;
      weight: number;
      essential: boolean;
    }) => [id, weight, essential];
    expect(criteria.map(shape)).toEqual(plans.map(shape));
  });
});
