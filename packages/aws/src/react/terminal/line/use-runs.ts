import { useEffect, useRef, useState } from "react";

type Shown = { message: string; next: string };

type Given = {
  onRun: (line: string) => Promise<void>;
  /** Takes back what did not run, so that nothing typed is lost. */
  giveBack: (text: string) => void;
};

export type Runs = {
  /** Lines that were handed in and have not ended; the first is running. */
  pending: readonly string[];
  error: Shown | null;
  run: (lines: readonly string[]) => void;
  /** Drops what has not begun. */
  drop: () => void;
};

/** Runs lines one after the other. One that is refused gives back itself and all that would have followed. */
export function useRuns(given: Given): Runs {
  const [pending, show] = useState<readonly string[]>([]);
  const [error, setError] = useState<Shown | null>(null);
  const waiting = useRef<readonly string[]>([]);
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const keep = (lines: readonly string[]) => {
    waiting.current = lines;
    show(lines);
  };
  const work = async () => {
    try {
      for (let line = waiting.current[0]; line !== undefined; line = waiting.current[0]) {
        await latest.current.onRun(line);
        keep(waiting.current.slice(1));
      }
    } catch (cause) {
      const lost = waiting.current.join("\n");
      keep([]);
      latest.current.giveBack(lost);
      setError(shown(cause));
    }
  };
  return {
    pending,
    error,
    run: (lines) => {
      const isIdle = waiting.current.length === 0;
      setError(null);
      keep([...waiting.current, ...lines]);
      if (isIdle) void work();
    },
    drop: () => keep(waiting.current.slice(0, 1)),
  };
}

function shown(cause: unknown): Shown {
  const { message, next } = (cause ?? {}) as Partial<Shown>;
  return { message: message ?? "The command did not run.", next: next ?? "Try it again." };
}
