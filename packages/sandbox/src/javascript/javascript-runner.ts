import type { System } from "../confinement.ts";
import { notConfined } from "../python-runner.ts";
import type { Runner } from "../runner.ts";
import type { SandboxOptions } from "../sandbox.ts";
import { startRuns } from "./runs.ts";

/**
 * JavaScript, in an interpreter (QuickJS) in a WebAssembly memory of its own, in a thread for each job. It
 * needs nothing of the system, so it runs on all of them.
 */
export function javascriptRunner(options: SandboxOptions, system: System): Runner {
  const off = {
    why: "Running code is turned off (LOOPWRIGHT_SANDBOX=off).",
    next: "Start without it to run repairs.",
  };
  if (system.off) return refusing(off);
  const runs = startRuns(options);
  return {
    ...runs,
    capability: () => ({
      language: "javascript",
      runs: true,
      how: "In an interpreter of its own, inside WebAssembly: no network, no files, no other process.",
    }),
  };
}

function refusing(off: { why: string; next: string }): Runner {
  const refuse = () => Promise.reject(notConfined(off));
  return {
    capability: () => ({ language: "javascript", runs: false, how: `${off.why} ${off.next}` }),
    run: refuse,
    open: refuse,
    prepare: async () => {},
    close: async () => {},
  };
}
