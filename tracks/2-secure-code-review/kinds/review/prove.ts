import { runCodeTests, type Prover, type TestResult } from "@loopwright/core";

import type { ReviewKind } from "./kind.ts";

/**
 * What the hidden tests must show on the starter: the service works, and every attack succeeds. An
 * attack that fails there would reward a repair that changes nothing.
 */
export const prove: Prover<ReviewKind> = async ({ brief, files, key, ports }) => {
  if (!key.tests) return [];
  const { sandbox } = ports;
  const { language } = brief;
  const run = await runCodeTests({ sandbox, language, files, tests: key.tests, seed: "prove" });
  return run.results.map(judgeOnStarter);
};

function judgeOnStarter({ name, role, held, output }: TestResult) {
  const what =
    role === "functional"
      ? `functional test “${name}” holds on the starter`
      : `attack “${name}” succeeds on the starter`;
  const ok = held === (role === "functional");
  return { what, ok, detail: ok ? "" : output };
}
