import { announce, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { WriteAnswer } from "../../answer.ts";
import type { RunTranscript } from "../../run.ts";

export type Run = {
  running: boolean;
  transcript: RunTranscript | null;
  /** Whether something was typed since. */
  stale: boolean;
  problem: string | null;
  /** Null where the conditions allow no free Run. */
  start: (() => void) | null;
};

type Done = { transcript: RunTranscript; of: WriteAnswer | null };

export function useRun(onRun: StageProps["onRun"], draft: WriteAnswer | null): Run {
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async (run: NonNullable<typeof onRun>) => {
    setRunning(true);
    setProblem(null);
    try {
      const transcript = (await run()) as unknown as RunTranscript;
      setDone({ transcript, of: draft });
      announce(transcript.problems ? "A document was refused." : "The examples are decided.");
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setRunning(false);
    }
  };
  return {
    running,
    transcript: done?.transcript ?? null,
    stale: done !== null && done.of !== draft,
    problem,
    start: onRun && (() => void begin(onRun)),
  };
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return "The run failed. Try again.";
  const next = "next" in error && typeof error.next === "string" ? ` ${error.next}` : "";
  return `${error.message}${next}`;
}
