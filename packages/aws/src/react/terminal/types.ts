import type { Completion } from "../../terminal/complete/complete.ts";

/** A command that has ended. */
export type TerminalEntry = {
  line: string;
  stdout: string;
  stderr: string;
  exit: number;
  /** Why it ended where it did not end by itself. */
  note: string | null;
};

/** What may stand at the caret; null where nothing fits. */
export type Completions = (text: string, caret: number) => Completion | null;
