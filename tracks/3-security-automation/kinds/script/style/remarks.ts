import type { ScriptRuns } from "@loopwright/aws/script";
import type { Remark } from "@loopwright/core";
import { z } from "zod";

import { look } from "./look.ts";

const most = 3;

const seen = z.array(
  z.strictObject({
    kind: z.string(),
    line: z.int().min(0).max(100_000),
    name: z.string().max(200),
  }),
);
type Seen = z.infer<typeof seen>[number];

/** What to say of each; the first of them matter most. */
const words: Readonly<Record<string, (seen: Seen) => string>> = {
  silent: ({ line }) =>
    `Line ${line} catches everything and says nothing. Catch what can be expected, and say what was lost.`,
  "catches-all": ({ line }) =>
    `Line ${line} catches every error, its own typing mistakes among them. Catch the kinds that can be expected.`,
  "naive-time": ({ line, name }) =>
    `Line ${line}: ${name}() gives a time without a zone, which cannot be compared with what AWS tells. Use datetime.now(timezone.utc).`,
  "mutable-default": ({ line, name }) =>
    `Line ${line}: the default of ${name} is made once and shared by all its calls. Use None, and make it inside.`,
  "no-functions": () =>
    "The whole program is one piece. Functions with names tell a reader, and an interviewer, where what happens.",
  "long-function": ({ line, name }) =>
    `Line ${line}: ${name} is longer than a screen. Its parts could have names of their own.`,
  "open-without-with": ({ line }) =>
    `Line ${line} opens a file and leaves it open. A with statement closes it, also after an error.`,
  shadows: ({ line, name }) =>
    `Line ${line} gives a new meaning to ${name}, which Python has already.`,
  "equals-none": ({ line }) => `Line ${line} compares with None by ==; is None is what is meant.`,
  "unused-import": ({ line, name }) => `Line ${line}: ${name} is imported and not used.`,
};

const order = Object.keys(words);

/**
 * How it is written, as a colleague would remark on it; never scored. Looked at in the interpreter, before the
 * program itself can have changed anything there.
 */
export async function styleRemarks(source: string, runs: ScriptRuns): Promise<Remark[]> {
  const files = { "look.py": look, "program.py": source };
  const run = await runs.run({ entry: "look.py", args: ["program.py"], files }, null);
  return run.end === "finished" && run.exit === 0 ? remarksOf(run.stdout) : [];
}

/** From what was printed; what is not in shape gives none. */
function remarksOf(printed: string): Remark[] {
  const parsed = seen.safeParse(jsonOf(printed));
  if (!parsed.success) return [];
  return parsed.data
    .filter(({ kind }) => Object.hasOwn(words, kind))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, most)
    .map((one) => ({ weight: "informative", text: words[one.kind]!(one) }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
