import { proveDrill, type Drill, type KindModule, type WrongAnswer } from "@loopwright/core";
import { expect, test } from "vitest";

import { answered, lax, material, ports, right } from "./fixture.ts";
import { criteria, grade } from "./grade.ts";
import { kind } from "./kind.ts";
import { examples, prove } from "./prove.ts";
import { reveal } from "./reveal.ts";

const module = { kind, criteria, grade, reveal, examples, prove } as unknown as KindModule;
const answer = (text: string) => ({ stages: { write: answered(text) }, actions: [] });
const exemplar = { slug: "right", title: "Right", note: "", answer: answer(right) };
const wrong = (slug: string, text: string, fails: string[]): WrongAnswer => ({
  slug,
  title: slug,
  note: "",
  answer: answer(text),
  expect: { belief: "It is enough as it is.", fails, meets: [] },
});

type Over = Partial<typeof material> & { exemplars?: (typeof exemplar)[]; wrong?: WrongAnswer[] };

async function failing({ exemplars = [exemplar], wrong: given = [], ...over }: Over) {
  const drill = { meta: {}, exemplars, ...material, ...over } as unknown as Drill;
  const lines = await proveDrill({ drill, wrong: given, module, ports, foreign: [] });
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
}

const laxAnswer = wrong("lax", lax, ["tls"]);
const { brief, key, files } = material;
const onlyTls = (text: string) => ({ ...files, "bucket.json": text });

test.each<[string, Over, string[]]>([
  ["a drill that holds", { wrong: [laxAnswer] }, []],
  [
    "a start that passes",
    { files: onlyTls(right), wrong: [laxAnswer] },
    [
      "exemplar right meets every criterion",
      "the start does not pass",
      "requirement readers fails for more than a blunt extreme",
    ],
  ],
  [
    "an example that the exemplar decides otherwise",
    {
      brief: {
        ...brief,
        requirements: brief.requirements.map((one) => ({
          ...one,
          examples: one.examples.map((asked) => ({ ...asked, expect: "deny" as const })),
        })),
      },
      wrong: [laxAnswer],
    },
    [
      "example try-read is decided as stated by exemplar right",
      "example try-tls is decided as stated by exemplar right",
    ],
  ],
  [
    "a row that nothing decides otherwise",
    {
      key: {
        ...key,
        rows: key.rows.map((row) =>
          row.id === "writes" ? { ...row, does: "iam:CreateUser", to: "*" } : row,
        ),
      },
      wrong: [laxAnswer],
    },
    ["row writes can fail"],
  ],
])("proof of %s", async (_name, over, failed) => {
  expect(await failing(over)).toEqual(failed);
});
