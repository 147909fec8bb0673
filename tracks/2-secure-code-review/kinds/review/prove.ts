import { runCodeTests, type Prover, type TestResult } from "@loopwright/core";

import type { ReviewKind } from "./kind.ts";
import { proveMutants } from "./prove-mutants.ts";
import { runnable } from "./repaired.ts";

/**
 * What the hidden tests must show on the starter: the service works, and every attack succeeds. An
 * attack that fails there would reward a repair that changes nothing. And each flaw alone is caught.
 */
export const prove: Prover<ReviewKind> = async ({ brief, files, key, ports, exemplars, wrong }) => {
  if (!key.tests) return [];
  const run = await runCodeTests({
    sandbox: ports.sandbox,
    language: brief.language,
    files: runnable(files),
    tests: key.tests,
    seed: "prove",
  });
  const mutants = await proveMutants({ brief, files, key, ports }, { exemplars, wrong });
  return [...run.results.map(judgeOnStarter), ...mutants];
};

function judgeOnStarter({ name, role, held, output }: TestResult) {
  const what =
    role === "functional"
      ? `functional test “${name}” holds on the starter`
      : `attack “${name}” succeeds on the starter`;
  const ok = held === (role === "functional");
  return { what, ok, detail: ok ? "" : output };
}
