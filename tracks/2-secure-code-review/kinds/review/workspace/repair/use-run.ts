import { announce, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { RunTranscript } from "../../run.ts";

export type Run = {
  running: boolean;
  transcript: RunTranscript | null;
  problem: string | null;
  /** Null where the conditions allow no free Run. */
  start: (() => void) | null;
};

export function useRun(onRun: StageProps["onRun"]): Run {
  const [running, setRunning] = useState(false);
  const [transcript, setTranscript] = useState<RunTranscript | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async (run: NonNullable<typeof onRun>) => {
    setRunning(true);
    setProblem(null);
    try {
      setTranscript((await run()) as unknown as RunTranscript);
      announce("The run is done.");
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setRunning(false);
    }
  };
  return { running, transcript, problem, start: onRun && (() => void begin(onRun)) };
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return "The run failed. Try again.";
  const next = "next" in error && typeof error.next === "string" ? ` ${error.next}` : "";
  return `${error.message}${next}`;
}
