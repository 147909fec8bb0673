import { AppError } from "@loopwright/core";
import {
  analyse,
  catalogue,
  sarifOf,
  standingIn,
  type Analysis,
  type Finding,
  type Rule,
} from "@loopwright/threat-model";
import { readRules } from "@loopwright/threat-model/formats";

import type { Run } from "../command.ts";
import { text } from "../options.ts";
import { knownOf, readBaseline } from "./baseline.ts";
import { bytesOf, inFile, put, readModelFile, type ModelFile } from "./files.ts";
import { linesIn } from "./line-of.ts";

const severities = ["high", "medium", "low"] as const;
type Severity = (typeof severities)[number];

type Analysed = ModelFile & {
  analysis: Analysis;
  /** Null without a baseline. */
  known: ReadonlySet<string> | null;
  /** Neither decided, nor answered by a threat, nor known before. */
  open: Finding[];
};

/** Exits with 1 where a finding that counts is as severe as --fail-on says. */
export async function analyzeModels(run: Run, paths: readonly string[]): Promise<number> {
  if (paths.length === 0) throw refuse("A model is missing.", "Name one file or several.");
  const failOn = severityFrom(text(run, "fail-on"));
  const rules = await rulesFrom(text(run, "rules"));
  const baselinePath = text(run, "baseline");
  const baseline = baselinePath === undefined ? null : await readBaseline(baselinePath);
  const all: Analysed[] = [];
  for (const path of paths) {
    const read = await readModelFile(path, run);
    const analysis = analyse(read.model, { rules });
    const known = baseline && knownOf(baseline, read.file, paths.length);
    const standing = standingIn(read.model);
    const open = analysis.findings.filter(
      (one) => standing(one) === "open" && known?.has(one.id) !== true,
    );
    all.push({ ...read, analysis, known, open });
  }
  const failing = failOn === null ? [] : all.flatMap(({ open }) => open.filter(atLeast(failOn)));
  await writeSarif(run, all);
  if (run.options["json"] === true) run.say(JSON.stringify(asJson(all, failing), null, 2));
  else for (const one of all) print(one, run);
  if (failing.length > 0) {
    run.note(`${failing.length} open and ${failOn === "high" ? "high" : `${failOn} or above`}.`);
  }
  return failing.length > 0 ? 1 : 0;
}

function severityFrom(given: string | undefined): Severity | null {
  if (given === undefined) return null;
  const found = severities.find((one) => one === given);
  if (found) return found;
  throw refuse(`“${given}” is no severity.`, "Use low, medium or high.", "--fail-on");
}

const atLeast =
  (severity: Severity) =>
  ({ score }: Finding): boolean =>
    severities.indexOf(score.severity) <= severities.indexOf(severity);

/** The catalogue, and a team's own rules after it. */
async function rulesFrom(path: string | undefined): Promise<readonly Rule[]> {
  if (path === undefined) return catalogue;
  try {
    const own = readRules(await bytesOf(path));
    const ids = new Set(own.map(({ id }) => id));
    // A rule of their own under an id of the catalogue stands in its place.
    return [...catalogue.filter(({ id }) => !ids.has(id)), ...own];
  } catch (error) {
    throw error instanceof AppError && error.code === "invalid-input" ? inFile(error, path) : error;
  }
}

async function writeSarif(run: Run, all: readonly Analysed[]): Promise<void> {
  const out = text(run, "sarif");
  if (out === undefined) return;
  const log = sarifOf(
    all.map((one) => ({
      model: one.model,
      analysis: one.analysis,
      file: one.file,
      lineOf: linesIn(one),
      ...(one.known && { baseline: one.known }),
    })),
  );
  await put(`${JSON.stringify(log, null, 2)}\n`, out, run);
}

const asJson = (all: readonly Analysed[], failing: readonly Finding[]) => ({
  files: all.map(({ file, format, model, analysis, known }) => {
    const standing = standingIn(model);
    return {
      file,
      format,
      title: model.title,
      findings: analysis.findings.map((one) => ({
        id: one.id,
        rule: one.rule.id,
        subject: one.subject,
        title: one.title,
        severity: one.score.severity,
        score: one.score,
        stride: one.stride,
        cwe: one.rule.cwe,
        why: one.why,
        standing: standing(one),
        ...(known && { known: known.has(one.id) }),
      })),
    };
  }),
  failing: failing.map(({ id }) => id),
});

function print({ file, model, analysis, open, known }: Analysed, { say, paint }: Run): void {
  const count = (severity: Severity) => open.filter(({ score }) => score.severity === severity);
  const counts = severities.map((one) => `${count(one).length} ${one}`).join(", ");
  const rest = analysis.findings.length - open.length;
  const left = rest === 0 ? "" : `; ${rest} answered${known ? " or known before" : ""}`;
  say(`${paint.bold(model.title.trim() || file)} ${paint.dim(file)}`);
  say(`  ${counts}${left}`);
  const shown = new Set(analysis.shown);
  const listed = open.filter(({ id }) => shown.has(id));
  const colours = { high: paint.red, medium: paint.yellow, low: paint.dim };
  for (const { id, title, why, score } of listed) {
    say(`  ${colours[score.severity](score.severity.padEnd(6))} ${title} ${paint.dim(id)}`);
    say(paint.dim(`         ${why.join("; ")}`));
  }
  if (open.length > listed.length) {
    say(`  and ${open.length - listed.length} more; --json lists all`);
  }
}

const refuse = (message: string, next: string, where?: string): AppError =>
  new AppError("invalid-input", { message, next, ...(where !== undefined && { where }) });
