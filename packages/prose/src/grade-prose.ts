import type { Criterion, Ports } from "@loopwright/core";

import { coverText, type Coverage } from "./points/coverage.ts";
import { judgeCoverage } from "./criteria.ts";
import { coverageRequest, modelReply } from "./model/request.ts";
import { applyModel } from "./model/verify.ts";
import type { Rubric } from "./rubric/schema.ts";

export type ProseInput = {
  text: string;
  rubric: Rubric;
  /** What was asked: saying it again proves nothing. */
  question: string;
  /** Number of the task in brief.md that the criteria belong to. */
  task?: number;
  /** The points that matter here, where they are not all: no other is asked about. */
  only?: readonly string[];
};

/** Who answered: the grader alone, or a language model whose quotations were checked. */
export type Reader =
  | { by: "offline"; reason: string | null }
  | { by: "model"; step: string; model: string };

export type GradedProse = { coverage: Coverage; criteria: Criterion[]; reader: Reader };

/** Grades a text by a rubric; asks the language model about what stayed open, where there is one. */
export async function gradeProse(
  { text, rubric, question, task, only }: ProseInput,
  { prose }: Pick<Ports, "prose">,
): Promise<GradedProse> {
  const offline = coverText({ text, rubric, question });
  const { coverage, reader } = await readOn(offline, { text, rubric, question, only }, prose);
  return { coverage, criteria: judgeCoverage(rubric, coverage, task), reader };
}

type Given = Pick<ProseInput, "text" | "rubric" | "question"> & {
  only: readonly string[] | undefined;
};
type Read = { coverage: Coverage; reader: Reader };

async function readOn(coverage: Coverage, given: Given, prose: Ports["prose"]): Promise<Read> {
  const alone = (reason: string | null): Read => ({ coverage, reader: { by: "offline", reason } });
  const open = given.rubric.points.filter(
    ({ id }) =>
      (given.only?.includes(id) ?? true) &&
      coverage.findings.some((one) => one.point === id && one.kind === "open"),
  );
  // What a guard refused is not sent: a fooled model must not overrule it.
  if (!prose || coverage.guard || open.length === 0) return alone(null);
  const reply = await prose.ask(coverageRequest(given.text, given.question, open));
  if (reply.step === "offline") return alone(reply.reason);
  const parsed = modelReply.safeParse(reply.value);
  if (!parsed.success) return alone("The language model's reply did not have the asked shape.");
  const { step, model } = reply;
  return {
    coverage: applyModel(coverage, parsed.data, given),
    reader: { by: "model", step, model },
  };
}
