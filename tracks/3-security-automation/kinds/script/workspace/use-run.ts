import { announce, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { ScriptTranscript } from "../run.ts";

export type Run = {
  /** Null where the conditions have no free Run. */
  start: (() => void) | null;
  running: boolean;
  transcript: ScriptTranscript | null;
  /** Why the last run did not come about. */
  problem: string | null;
};

/** The free Run, one at a time. */
export function useRun(onRun: StageProps["onRun"]): Run {
  const [running, setRunning] = useState(false);
  const [transcript, setTranscript] = useState<ScriptTranscript | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (run: NonNullable<StageProps["onRun"]>) => {
    setRunning(true);
    setProblem(null);
    try {
      setTranscript((await run()) as unknown as ScriptTranscript);
      announce("The run has ended.");
    } catch (error) {
      const { message, next } = error as { message: string; next?: string };
      setProblem([message, next].filter(Boolean).join(" "));
    } finally {
      setRunning(false);
    }
  };
  return {
    start: onRun && (() => void (running || start(onRun))),
    running,
    transcript,
    problem,
  };
}
