import type { Grade, Ports } from "@loopwright/core";

import { brief, type ScenarioBrief } from "./brief.ts";
import { grade } from "./grade.ts";
import { key } from "./key.ts";
import { kind } from "./kind.ts";

/** A small system for the tests of this kind: guests upload pictures, others look at them. */

export const reference = `
model Guest book
zone outside 10: Internet
zone cloud 80: Cloud
data picture confidential: Pictures of guests (personal)
actor guest in outside: Guest <person>
process page in outside: Album page <browser>
process upload in cloud: Picture API <api>
store album in cloud: Album <object-storage> {picture}
process helper in cloud: Resizer <worker>
guest -> page: opens
page -> upload: send picture [HTTPS, session] {picture}
upload -> album: keep {picture}
helper -> album: shrink pictures {picture}
`;

const words = (text: string) => `${text} It reaches guests.`;
const text =
  "Guests of a hotel send pictures to an album in the cloud, and other guests look at them.\n\n## 1. Clarify\n\nAsk.\n";

const threats = [
  {
    id: "stranger",
    title: "Pictures of other guests are read",
    at: ["upload", "album"],
    stride: ["I"],
    cwe: [639],
    ways: [["count* | guess* | change*", "number* | id"]],
    weight: 3,
    essential: true,
    say: "Any guest can change the number in the request and read pictures of other guests, which leads to private moments leaking.",
    why: words("Every album is one number away."),
    mitigations: [{ text: "Check the owner of each picture.", ways: [["owner* | belong*"]] }],
  },
  {
    id: "script",
    title: "A picture that is a script",
    at: ["upload", "page"],
    stride: ["T", "E"],
    ways: [["script* | html", "run* | execut*"]],
    say: "A guest can upload a script in place of a picture that runs in the browser of the next guest, so accounts are taken over.",
    why: words("The hotel's own page attacks its guests."),
    mitigations: [{ text: "Decode each picture anew.", ways: [["decod* | convert*"]] }],
  },
  {
    id: "flood",
    title: "Uploads without end",
    at: ["upload"],
    stride: ["D"],
    ways: [["many | huge | endless", "upload* | picture*"]],
    say: "One guest can send huge pictures until the album is full, so nobody else can add theirs.",
    why: words("The evening of a wedding comes once."),
    mitigations: [{ text: "Limit the size.", ways: [["limit* | quota*"]] }],
  },
];

export const keyInput = {
  reference,
  synonyms: { upload: ["photo service"], album: ["photo bucket"] },
  optional: ["helper"],
  clarify: {
    topics: [
      ["login", "How guests sign in", "guest*", "sign in | log in", "How do guests sign in?"],
      [
        "keep",
        "How long pictures are kept",
        "picture*",
        "kept | keep",
        "How long are pictures kept?",
      ],
      ["load", "How many guests there are", "many", "guest* | user*", "How many guests are there?"],
      [
        "admin",
        "Who can delete pictures",
        "delete* | remove*",
        "picture*",
        "Who can delete pictures?",
      ],
    ].map(([id, title, one, other, ask]) => {
      const fact = `The fact about ${id} is told.`;
      return { id, title, ways: [[one, other]], ask, fact, why: words("It decides.") };
    }),
    scope: [
      {
        id: "browser",
        title: "The browser is not trusted",
        ways: [["browser* | page", "untrusted | not trust*"]],
        why: words("Guests hold it."),
      },
    ],
    sample: {
      scope: "The browser is untrusted, the API and the album are in scope.",
      assumptions: "The cloud account is well kept.",
    },
  },
  threats,
  rank: {
    defensible: ["stranger", "script", "flood"],
    says: [
      {
        id: "scale",
        title: "One success reaches every guest",
        ways: [["every | all", "guest*"]],
        why: words("Rank by reach."),
      },
    ],
    sample: {
      top: threats.map(({ id }, index) => {
        return { threat: id, likelihood: 4 - index, impact: 4, why: "It reaches all guests." };
      }),
      residual: "A guest may still photograph the screen, and the hotel accepts that.",
    },
  },
  summary: {
    says: [
      {
        id: "stake",
        title: "Strangers see private pictures",
        ways: [["stranger* | other people", "see | look", "picture*"]],
        essential: true,
        why: words("An owner decides on harm."),
      },
      {
        id: "next",
        title: "What is asked of the owner",
        ways: [["decide | agree", "week* | month*"]],
        why: words("A text without a question gets no answer."),
      },
    ],
    sample:
      "Today, strangers can look at the pictures that our guests meant for their friends alone. Each picture has a number, and the next number is somebody else's picture. We can close this in two weeks: each request will be held against the name of the guest. We will also look into every file before we show it, and stop very large ones. Please agree this week that the album closes for one night. Guests will be told a day before.",
  },
  deeper: "What would the log show while somebody counts through the numbers?",
  sources: [{ title: "CWE-639", url: "https://cwe.mitre.org/data/definitions/639.html" }],
  paraphrase: { stages: {} },
  smallest: { stages: {} },
};

const briefInput = {
  mode: "model",
  opening: "Tell me about the album.",
  scale: {
    customers: 1_000_000,
    load: "Some pictures in a second.",
    tenants: "Four hundred hotels.",
    blastRadius: "One album of one wedding.",
  },
};

type Over = { brief?: Partial<ScenarioBrief>; key?: object; files?: Record<string, string> };

/** The material of a drill, in any mode. */
export const materialOf = ({ brief: b = {}, key: k = {}, files = {} }: Over = {}) => ({
  brief: brief.parse({ ...briefInput, ...b }),
  text,
  files,
  key: key.parse({ ...keyInput, ...k }),
});

type Stage = (typeof kind)["stages"][number]["id"];
type Graded = Extract<Grade, { status: "graded" }>;
type Earlier = { answers?: Record<string, unknown>; earlier?: Record<string, Grade> };

/** Grades one stage as the server does, with the answers to the stages before. */
export async function graded(
  stage: Stage,
  answer: unknown,
  more: Over & Earlier & { asks?: string[]; ports?: Ports } = {},
): Promise<Graded> {
  const spec = kind.stages.find(({ id }) => id === stage)!;
  const { answers = {}, earlier = {}, asks = [], ports = {} as Ports } = more;
  const parsed = Object.fromEntries(
    Object.entries(answers).map(([id, one]) => [
      id,
      kind.stages.find((each) => each.id === id)!.answer.parse(one),
    ]),
  );
  const actions = asks.map((ask, index) => {
    return { seq: index + 1, atMs: 0, body: { ask }, replies: [] };
  });
  const common = { seed: "1", timing: null, answers: parsed, earlier, actions, ports };
  const input = { ...materialOf(more), ...common, stage, answer: spec.answer.parse(answer) };
  return { status: "graded", ...(await grade(input as Parameters<typeof grade>[0])) };
}

/** "elements met, flows partly": the verdicts of some criteria, or of all. */
export const verdicts = ({ criteria }: Graded, ...ids: string[]): string =>
  criteria
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ id, verdict }) => `${id} ${verdict}`)
    .join(", ");
