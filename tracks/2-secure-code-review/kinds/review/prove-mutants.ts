import {
  runCodeTests,
  type Exemplar,
  type Files,
  type Ports,
  type TestResult,
  type WrongAnswer,
} from "@loopwright/core";

import { repairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";
import { provenFlaws } from "./criteria.ts";
import { hunksOf, putBack, type Hunk } from "./hunks.ts";
import type { ReviewKey } from "./key.ts";
import { repairedFiles } from "./repaired.ts";

type Material = { brief: ReviewBrief; files: Files; key: ReviewKey; ports: Ports };
type Answers = { exemplars: readonly Exemplar[]; wrong: readonly WrongAnswer[] };
type Edit = { path: string; hunk: Hunk };
type Mutant = { whole: Files; edits: Edit[] };
type Line = { what: string; ok: boolean; detail: string };

/** Runs for one drill: a repair has few hunks, and each costs a run. */
const runsMax = 40;

/**
 * That each planted flaw, put back alone into a right repair, is caught by its own attacks while everything
 * else holds. A flaw is put back by turning one or two of the repair's hunks back; where no hunks carry it alone,
 * a wrong repair has to, which leaves only that flaw open.
 */
export async function proveMutants(material: Material, answers: Answers): Promise<Line[]> {
  const flaws = provenFlaws(material.key).map(({ id }) => id);
  const caught = new Map<string, string>();
  for (const flaw of flaws) {
    const slug = aloneInWrong(flaw, flaws, answers.wrong);
    if (slug !== undefined) caught.set(flaw, `by the wrong repair ${slug}`);
  }
  let runs = 0;
  for (const mutant of mutantsOf(material, answers.exemplars)) {
    if (flaws.every((flaw) => caught.has(flaw)) || runs >= runsMax) break;
    runs += 1;
    const alone = aloneIn(await resultsOf(material, mutant), flaws);
    if (alone !== null) caught.set(alone, "by turning hunks of an exemplar back");
  }
  return flaws.map((flaw) => ({
    what: `${flaw}, put back alone, is caught by its own attacks`,
    ok: caught.has(flaw),
    detail: caught.has(flaw)
      ? ""
      : `No hunks of an exemplar carry it alone (${runs} tried). Add a wrong repair that fails on fix-${flaw} and meets keeps and every other fix.`,
  }));
}

/** A wrong repair of which core proves that it fails on this flaw and meets the rest. */
function aloneInWrong(flaw: string, flaws: readonly string[], wrong: readonly WrongAnswer[]) {
  const meets = ["keeps", ...flaws.filter((id) => id !== flaw).map((id) => `fix-${id}`)];
  return wrong.find(
    ({ expect }) =>
      expect.fails.length === 1 &&
      expect.fails[0] === `fix-${flaw}` &&
      meets.every((id) => expect.meets.includes(id)),
  )?.slug;
}

function* mutantsOf({ brief, files }: Material, exemplars: readonly Exemplar[]): Generator<Mutant> {
  const repairs = exemplars.flatMap(({ answer }) => {
    const parsed = repairAnswer.safeParse(answer.stages["repair"]);
    return parsed.success ? [repairedFiles(brief, files, parsed.data)] : [];
  });
  const all = repairs.map((whole) => {
    const edits = brief.editable.flatMap((path) =>
      hunksOf(files[path] ?? "", whole[path] ?? "").map((hunk) => ({ path, hunk })),
    );
    return { whole, edits };
  });
  for (const { whole, edits } of all) for (const edit of edits) yield { whole, edits: [edit] };
  for (const { whole, edits } of all) {
    for (const [index, one] of edits.entries()) {
      for (const other of edits.slice(index + 1)) yield { whole, edits: [one, other] };
    }
  }
}

async function resultsOf({ brief, key, ports }: Material, { whole, edits }: Mutant) {
  const files = { ...whole };
  for (const path of new Set(edits.map((one) => one.path))) {
    const hunks = edits.filter((one) => one.path === path).map(({ hunk }) => hunk);
    files[path] = putBack(files[path] ?? "", hunks);
  }
  const { sandbox } = ports;
  const { language } = brief;
  const run = await runCodeTests({ sandbox, language, files, tests: key.tests!, seed: "mutant" });
  return run.results;
}

/** The one flaw whose attacks succeed while everything else holds; null for none, and for more. */
function aloneIn(results: readonly TestResult[], flaws: readonly string[]): string | null {
  if (results.some(({ role, held }) => role === "functional" && !held)) return null;
  const open = flaws.filter((id) => results.some(({ flaw, held }) => flaw === id && !held));
  return open.length === 1 ? open[0]! : null;
}
