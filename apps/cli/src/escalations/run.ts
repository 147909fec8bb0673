import { findEscalations, type EscalationCall, type EscalationReport } from "@loopwright/aws";
import { AppError } from "@loopwright/core";

import type { Run } from "../command.ts";
import { text } from "../options.ts";
import { printReport } from "./print.ts";
import { readLandscape } from "./read.ts";

/** Prints what was found. Exits with 1 where a path is proven. */
export async function runEscalations(run: Run): Promise<number> {
  if (run.positionals.length === 0) {
    throw new AppError("invalid-input", {
      message: "The files of the accounts are missing.",
      next: "Name what `aws iam get-account-authorization-details` printed, one file an account, or one world.",
    });
  }
  const { landscape, atMs } = await readLandscape(run);
  const from = text(run, "from");
  const report = findEscalations(landscape, {
    atMs,
    ...(from !== undefined && { from }),
  });
  if (run.options["json"] === true) run.say(JSON.stringify(asJson(report), null, 2));
  else printReport(report, run);
  return report.paths.some(({ proven }) => proven) ? 1 : 0;
}

/** As --help describes it: without the policies, which are in the files. */
const asJson = (report: EscalationReport) => ({
  format: 1,
  ...report,
  paths: report.paths.map((path) => ({
    ...path,
    gain:
      path.gain.kind === "principal"
        ? { ...path.gain, more: callAsJson(path.gain.more) }
        : path.gain,
    steps: path.steps.map((step) => ({
      ...step,
      calls: step.calls.map(callAsJson),
      trust: step.trust.map(callAsJson),
    })),
  })),
});

const callAsJson = ({ decided: _decided, ...call }: EscalationCall) => call;
