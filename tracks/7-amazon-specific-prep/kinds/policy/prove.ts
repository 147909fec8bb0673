import type { Examples, Prover, ProofLine, WrongAnswer } from "@loopwright/core";

import { writeAnswer } from "./answer.ts";
import type { PolicyBrief } from "./brief.ts";
import { allProblems, problemInWords, textsOf, type Texts } from "./documents.ts";
import { standingOf, type Standing } from "./estate/standing.ts";
import { extremes } from "./extremes.ts";
import type { Row } from "./key.ts";
import type { PolicyKindOfWork } from "./kind.ts";
import { holds } from "./table.ts";

/** “Allow everything” and “deny everything” are wrong answers to every drill. */
export const examples: Examples<PolicyKindOfWork> = ({ brief }) => ({
  exemplars: [],
  wrong: extremes(brief),
});

type Input = Parameters<Prover<PolicyKindOfWork>>[0];
type Named = { slug: string; standing: Standing };

/**
 * That the start fails, that exemplars decide the public examples as stated, and that no row is idle: each fails
 * for the start or for some wrong answer, and each requirement for one that is not a blunt extreme.
 */
export const prove: Prover<PolicyKindOfWork> = (input) => {
  const { brief, key, exemplars, wrong } = input;
  const start = standingWith(input, textsOf(input, null));
  const right = exemplars.flatMap((one) => named(input, one));
  const careful = [
    ...(start ? [{ slug: "start", standing: start }] : []),
    ...answers(input, wrong),
  ];
  const all = [...careful, ...answers(input, extremes(brief))];
  return Promise.resolve([
    startFails(input, start),
    ...right.flatMap((one) => exampleLines(brief, one)),
    ...key.rows.map((row) => rowCanFail(row, all)),
    ...brief.requirements.map(({ id }) => requirementCanFail(id, key.rows, careful)),
  ]);
};

const answers = (input: Input, wrong: readonly WrongAnswer[]): Named[] =>
  wrong.flatMap((one) => named(input, one));

/** None where the answer is no policy: such an answer says nothing about a row. */
function named(input: Input, { slug, answer }: Pick<WrongAnswer, "slug" | "answer">): Named[] {
  const parsed = writeAnswer.safeParse(answer.stages["write"]);
  const standing = parsed.success ? standingWith(input, textsOf(input, parsed.data)) : null;
  return standing ? [{ slug, standing }] : [];
}

function standingWith({ brief }: Input, texts: Texts): Standing | null {
  return allProblems(brief, texts).length > 0 ? null : standingOf(brief, texts);
}

function startFails({ brief, files, key }: Input, start: Standing | null): ProofLine {
  const what = "the start does not pass";
  if (!start) {
    const [first] = allProblems(brief, textsOf({ brief, files }, null));
    return line(what, true, first ? problemInWords(brief, first) : "");
  }
  const essential = new Set(brief.requirements.filter((one) => one.essential).map(({ id }) => id));
  const failed = key.rows.filter((row) => essential.has(row.of) && !holds(start, row));
  return line(what, failed.length > 0, "every row of an essential requirement holds at the start");
}

const exampleLines = ({ requirements }: PolicyBrief, { slug, standing }: Named): ProofLine[] =>
  requirements
    .flatMap((one) => one.examples)
    .map((asked) =>
      line(
        `example ${asked.id} is decided as stated by exemplar ${slug}`,
        holds(standing, asked),
        "",
      ),
    );

const rowCanFail = (row: Row, wrong: readonly Named[]): ProofLine =>
  line(
    `row ${row.id} can fail`,
    wrong.some(({ standing }) => !holds(standing, row)),
    "neither the start nor any wrong answer decides it otherwise",
  );

function requirementCanFail(
  id: string,
  rows: readonly Row[],
  careful: readonly Named[],
): ProofLine {
  const own = rows.filter(({ of }) => of === id);
  const fails = careful.some(({ standing }) => own.some((row) => !holds(standing, row)));
  return line(
    `requirement ${id} fails for more than a blunt extreme`,
    fails,
    "only extremes fail it",
  );
}

const line = (what: string, ok: boolean, detail: string): ProofLine => ({
  what,
  ok,
  detail: ok ? "" : detail,
});
