import { diffMarkdown, diffModels } from "@loopwright/threat-model";

import type { Run } from "../command.ts";
import { need } from "../options.ts";
import { readModelFile } from "./files.ts";

/** What changed and what it means, the most important first. Always exits with 0: a change is no failure. */
export async function diffModelFiles(run: Run): Promise<number> {
  const before = await readModelFile(need(run, 1, "The model before"), run);
  const after = await readModelFile(need(run, 2, "The model after"), run);
  const diff = diffModels(before.model, after.model, {
    matchNames: run.options["match-names"] === true,
  });
  if (run.options["json"] === true) {
    const { findings, ...rest } = diff;
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
    run.say(
      JSON.stringify(
        {
          ...rest,
          findings: {
            appeared: ids(findings.appeared),
            gone: ids(findings.gone),
            still: ids(findings.still),
          },
        },
        null,
        2,
      ),
    );
  } else if (run.options["markdown"] === true) run.say(diffMarkdown(diff).trimEnd());
  else {
    for (const { text } of diff.meaning) run.say(`- ${text}`);
    if (diff.meaning.length === 0) run.say("Nothing changed.");
  }
  return 0;
}
