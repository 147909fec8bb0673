import { AppError } from "@loopwright/core";

import { defineCommand, type Run } from "../src/command.ts";
import { analyzeModels } from "../src/model/analyze.ts";
import { convertModel, targetNames } from "../src/model/convert.ts";
import { diffModelFiles } from "../src/model/diff.ts";
import { reportModel } from "../src/model/report.ts";

const verbs: Readonly<Record<string, (run: Run) => Promise<number>>> = {
  analyze: (run) => analyzeModels(run, run.positionals.slice(1)),
  diff: diffModelFiles,
  convert: convertModel,
  report: reportModel,
};

const details = `
analyze <files…> [--fail-on low|medium|high] [--baseline <file>] [--rules <file>] [--sarif <file>] [--json]
  The threats that the rules find. A finding is open until somebody decides on it, or links it to a threat that is
  not open. --fail-on counts open findings of that severity or above that the baseline does not have.
  A baseline is what --json or --sarif wrote. --rules adds a team's own rules, of YAML or JSON.
diff <before> <after> [--markdown | --json] [--match-names]
  What changed and what it means. --match-names takes parts of the same type and name for the same.
convert <file> --to <format> [--out <file>]
  To ${targetNames.join(", ")}. What the format cannot hold is listed on standard error.
report <file> [--markdown | --html] [--out <file>]

Reads typed lines and files of Loopwright, Threat Composer, Threat Dragon and OTM.
Exit codes: 0 done, also with findings; 1 findings at or above --fail-on; 2 a file that cannot be read as a model, or an
option that does not fit; 4 no such file.`;

export const command = defineCommand({
  summary: "Analyses, compares, converts and reports threat models in files.",
  usage: "<analyze|diff|convert|report> <files…> [options]",
  details: details.trim(),
  options: {
    rules: { type: "string" },
    baseline: { type: "string" },
    "fail-on": { type: "string" },
    sarif: { type: "string" },
    to: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
    markdown: { type: "boolean" },
    html: { type: "boolean" },
    "match-names": { type: "boolean" },
  },
  run: (run) => {
    const [verb] = run.positionals;
    const found = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (found) return found(run);
    throw new AppError("invalid-input", {
      message: verb === undefined ? "A verb is missing." : `\`model\` has no verb “${verb}”.`,
      next: `Use one of: ${Object.keys(verbs).join(", ")}.`,
    });
  },
});
