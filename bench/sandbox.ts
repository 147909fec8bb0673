import { setTimeout as wait } from "node:timers/promises";

import type { Grade } from "@loopwright/core";
import { createSandbox } from "@loopwright/sandbox";

import { allMet, grade, subjects, type Subject } from "./subjects.ts";
import { below, median, timed, type Figure } from "./table.ts";

const queued = 50;
/** What a learner feels as at once, by language; interpreters and compilers wait warm. */
const aims = [
  { language: "javascript", title: "JavaScript", belowMs: 50 },
  { language: "java", title: "Java", belowMs: 250 },
  { language: "python", title: "Python", belowMs: 300 },
] as const;

const inLanguage = (all: Subject[], language: string) =>
  all.filter(({ drill }) => drill.meta.languages[0] === language);

/** Job to grade with an interpreter waiting, as when a learner submits; one row for each language. */
export async function gradeRepairs(): Promise<Figure[]> {
  const sandbox = await createSandbox();
  await sandbox.prepare();
  const all = await subjects("review", "repair");
  const figures: Figure[] = [];
  for (const aim of aims) {
    const given = inLanguage(all, aim.language);
    const rounds = Math.ceil(15 / Math.max(given.length, 1));
    const times: number[] = [];
    let failed = 0;
    // The first round is not counted: whoever trains has submitted before.
    for (let round = 0; round <= rounds; round++) {
      for (const subject of given) {
        await wait(1500);
        let graded: Grade | undefined;
        const ms = await timed(async () => (graded = await grade(sandbox, subject)));
        if (round > 0) times.push(ms);
        if (!graded || !allMet(graded)) failed += 1;
      }
    }
    const what = `job to graded ${aim.title} repair, warm, median of ${times.length} in ${given.length} drills`;
    const figure = below({ what, value: median(times), below: aim.belowMs, unit: "ms" });
    figures.push({ ...figure, held: figure.held && failed === 0 });
  }
  await sandbox.close();
  return figures;
}

/** Fifty at once, the languages mixed: more than wait warm, so that most of them queue. */
export async function queueOfRepairs(): Promise<Figure[]> {
  const sandbox = await createSandbox();
  await sandbox.prepare();
  const all = await subjects("review", "repair");
  const byLanguage = aims.map(({ language }) => inLanguage(all, language)).filter(hasAny);
  await wait(1500);
  let grades: Grade[] = [];
  const ms = await timed(async () => {
    const given = Array.from({ length: queued }, (_, at) => {
      const drills = byLanguage[at % byLanguage.length]!;
      return drills[Math.floor(at / byLanguage.length) % drills.length]!;
    });
    grades = await Promise.all(given.map((one) => grade(sandbox, one)));
  });
  await sandbox.close();
  const failed = grades.filter((one) => !allMet(one)).length;
  const what = `${queued} repairs in ${byLanguage.length} languages queued at once`;
  const seconds = `${(ms / 1000).toFixed(1)} s`;
  return [
    { what: `${what}, failed`, value: String(failed), aim: "0", held: failed === 0 },
    { what: `${what}, in all`, value: seconds, aim: "none", held: true },
  ];
}

const hasAny = (given: Subject[]) => given.length > 0;
