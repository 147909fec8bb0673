import type {
  EscalationCall,
  EscalationPath,
  EscalationReport,
  EscalationStep,
  Gain,
} from "@loopwright/aws";

import type { Run } from "../command.ts";

/** What was found, for a person: proven first, each path as calls with what allows them. */
export function printReport(report: EscalationReport, run: Run): void {
  const { say, note, paint } = run;
  for (const { where, message } of report.notices) note(paint.dim(`${where}: ${message}`));
  const proven = report.paths.filter((path) => path.proven);
  const conditional = report.paths.filter((path) => !path.proven);
  say(paint.bold(summaryOf(report, proven.length, conditional.length)));
  if (report.cut) say("There is more than was looked at: --from begins from one user or role.");
  printAll("Proven: every call is allowed", proven, run);
  printAll("Conditional: allowed, if what stands under “if” is so", conditional, run);
}

function summaryOf(report: EscalationReport, proven: number, conditional: number): string {
  const { accounts, principals, administrators } = report;
  const found =
    proven + conditional === 0 ? "no path found" : `${proven} proven, ${conditional} conditional`;
  return `${counted(accounts.length, "account")}, ${counted(principals, "user or role", "users and roles")}, ${administrators.length} of them administrators: ${found}.`;
}

function printAll(title: string, paths: readonly EscalationPath[], run: Run): void {
  if (paths.length === 0) return;
  run.say("");
  run.say(run.paint.bold(title));
  for (const path of paths) printPath(path, run);
}

function printPath(path: EscalationPath, { say, paint }: Run): void {
  const mark = path.proven ? paint.red("●") : paint.yellow("◐");
  say("");
  say(`${mark} ${paint.bold(path.from)}`);
  say(`  ${gainInWords(path.gain)}`);
  for (const line of more(path.gain)) say(`  ${paint.dim(line)}`);
  for (const [index, step] of path.steps.entries()) {
    say(`  ${index + 1}. ${stepInWords(step)} ${paint.dim(`(${step.path}, ${step.group})`)}`);
    for (const call of together(step.calls)) {
      say(`     ${call.head}`);
      say(paint.dim(`       ${call.by}`));
    }
    for (const call of step.trust) {
      say(`     ${call.caller} assumes ${call.resource}`);
      say(paint.dim(`       ${byInWords(call)}`));
    }
  }
  for (const condition of path.conditions) say(`  if ${condition}`);
  for (const one of path.notes) say(`  ${paint.dim(`to know: ${one}`)}`);
  if (path.alternatives > 0) {
    say(`  ${paint.dim(`and ${counted(path.alternatives, "other way")}`)}`);
  }
}

function gainInWords(gain: Gain): string {
  if (gain.kind === "principal") return `gains what ${gain.as} may`;
  return `becomes administrator of ${gain.account}, as ${gain.as}`;
}

function more(gain: Gain): string[] {
  if (gain.kind === "principal") {
    const { action, resource } = gain.more;
    return [`for one, ${action} on ${resource}`];
  }
  const { without } = gain;
  return without.length > 0 ? [`within the organisation's limits: not ${without.join(", ")}`] : [];
}

function stepInWords({ from, to, plus }: EscalationStep): string {
  const added = plus === null ? "" : ` with ${plus}`;
  return from === to ? `more for itself:${added.replace(" with", "")}` : `to ${to}${added}`;
}

/** Calls of one action on several resources read as one. */
function together(calls: readonly EscalationCall[]): { head: string; by: string }[] {
  const lines: { head: string; by: string }[] = [];
  for (const [index, call] of calls.entries()) {
    if (calls[index - 1]?.action === call.action) continue;
    const same = calls.slice(index).filter(({ action }) => action === call.action);
    const resources = same.map(({ resource }) => resource).join(", ");
    const context = Object.entries(call.context).map(([key, value]) => `${key} = ${value}`);
    const given = context.length > 0 ? ` [${context.join(", ")}]` : "";
    lines.push({ head: `${call.action} on ${resources}${given}`, by: byInWords(call) });
  }
  return lines;
}

function byInWords({ by }: EscalationCall): string {
  if (!by) return "allowed";
  const name = by.sid ? `${by.statement} (${by.sid})` : String(by.statement);
  return `statement ${name} of “${by.policy}”`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
