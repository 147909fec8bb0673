import type { Grade, Ports } from "@loopwright/core";

import { brief } from "./brief.ts";
import { grade } from "./grade.ts";
import { key } from "./key.ts";

/** A small question for the tests of this kind. */

const words = (text: string) => `${text} It reaches customers.`;
const texts = {
  strong:
    "I would bind every value in the query, so that nothing typed becomes a command. The account of the application is read-only. We never concatenate SQL, and a lint rule bans it.",
  decent: "Bind the values of each query. The account should have the least privilege that works.",
  vague: "We follow best practices and review what we do with everybody who is involved.",
  wrong: "Escaping quotes is enough. Nobody needs anything else for that.",
  stuffed: "SQL injection prepared statements bind placeholder account role lint.",
  plain: "Hand the command and what the person typed to the database in two different envelopes.",
};

export const material = {
  text: "A shop builds its statements by hand. How do you stop injection?\n\n## 1. Answer\n\nTalk to a peer.\n",
  brief: brief.parse({ topic: "web", rounds: ["phone"] }),
  files: {},
  key: key.parse({
    points: [
      {
        id: "bind",
        title: "Values are bound, apart from the statement",
        weight: 3,
        essential: true,
        ways: [["bind* | placeholder*", "quer* | statement*"]],
        plain: [
          "Hand the command and what the person typed to the database in two different envelopes.",
          "What a visitor writes never becomes part of the order to the database.",
        ],
        why: words("A bound value is never syntax."),
      },
      {
        id: "privilege",
        title: "The account of the application may do little",
        ways: [["least privilege | read-only", "account | user"]],
        plain: ["The login can only look.", "Its key opens few drawers in the house."],
        why: words("A flaw that is left reaches less."),
      },
    ],
    misconceptions: [
      {
        id: "escaping",
        says: "Escaping quotes is enough.",
        patterns: [["escap*", "enough"]],
        contradicts: "bind",
        instead: "Escaping fails for numbers and identifiers; bind values.",
      },
    ],
    probes: [
      {
        id: "how",
        ask: "What does the driver send for a bound value?",
        point: "bind",
        error: "escaping",
      },
      { id: "reach", ask: "What does an injection that is left still reach?", point: "privilege" },
    ],
    deeper: {
      ask: "And a column name in ORDER BY?",
      listen: "A fixed list of names; it cannot be bound.",
    },
    levels: {
      L4: "Names the repair for one statement.",
      L5: "Repairs the class in one service.",
      L6: "Keeps the class out of a thousand services.",
    },
    sources: [{ title: "CWE-89", url: "https://cwe.mitre.org/data/definitions/89.html" }],
    fixtures: {
      strong: { makes: ["bind", "privilege"], text: texts.strong },
      decent: { makes: ["bind", "privilege"], text: texts.decent },
      vague: { text: texts.vague },
      wrong: { states: ["escaping"], text: texts.wrong },
      stuffed: { text: texts.stuffed },
      plain: { makes: ["bind"], text: texts.plain },
    },
    annotated: {
      strong: [
        {
          quote: "The account of the\napplication is read-only",
          note: "Says what is left to reach.",
        },
      ],
      weak: {
        of: "wrong",
        notes: [{ quote: "Escaping quotes is enough", note: "Fails for numbers." }],
      },
    },
  }),
};

const noPorts = {} as Ports;

/** Grades one stage as the server does, after the grades of the stages before. */
export async function graded(
  stage: "answer" | "probes" | "again",
  answer: unknown,
  { earlier = {}, ports = noPorts }: { earlier?: Record<string, Grade>; ports?: Ports } = {},
): Promise<Extract<Grade, { status: "graded" }>> {
  const input = {
    ...material,
    stage,
    answer,
    earlier,
    ports,
    seed: "1",
    actions: [],
    timing: null,
  };
  return { status: "graded", ...(await grade(input as never)) };
}
