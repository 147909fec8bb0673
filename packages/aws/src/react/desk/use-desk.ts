import type { Files, Json } from "@loopwright/core";
import type { Live } from "@loopwright/ui";
import { useMemo, useState } from "react";

import { completeCommand } from "../../terminal/complete/complete.ts";
import type { Completions, TerminalEntry } from "../terminal/types.ts";
import { entriesOf, filesOf, isUp } from "./session.ts";

type Given = {
  live: Live | null;
  stage: string;
  /** As the drill has them. */
  files: Files;
  /** Names that the brief tells: they are as good as printed. */
  names: readonly string[];
};

export type DeskState = {
  entries: TerminalEntry[];
  files: Readonly<Record<string, string>>;
  /** What is going on; null while nothing is. */
  busy: string | null;
  run: (line: string) => Promise<void>;
  save: (path: string, text: string) => Promise<void>;
  completions: Completions;
};

/** What a stage's desk shows and does. */
export function useDesk({ live, stage, files: start, names }: Given): DeskState {
  const [busy, setBusy] = useState<string | null>(null);
  const log = live?.log;
  const entries = useMemo(() => entriesOf(log ?? [], stage), [log, stage]);
  const files = useMemo(() => filesOf(log ?? [], stage, start), [log, stage, start]);

  const act = async (words: string, body: Json) => {
    setBusy(words);
    try {
      await live?.act(body);
    } finally {
      setBusy(null);
    }
  };
  return {
    entries,
    files,
    busy,
    run: (line) =>
      act(isUp(log ?? [], stage) ? "Running" : "Starting the terminal", { in: stage, run: line }),
    save: (path, text) => act("Saving", { in: stage, save: { path, text } }),
    completions: (text, caret) =>
      completeCommand({
        text,
        caret,
        files: Object.keys(files),
        outputs: [names.join("\n"), ...entries.map(({ stdout, stderr }) => stdout + stderr)],
      }),
  };
}
