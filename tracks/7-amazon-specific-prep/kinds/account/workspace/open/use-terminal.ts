import { completeCommand, type Completions, type TerminalEntry } from "@loopwright/aws/react";
import type { Files, Json } from "@loopwright/core";
import type { Live } from "@loopwright/ui";
import { useMemo, useState } from "react";

import type { AccountBrief, StageName } from "../../brief.ts";
import { entriesOf, filesOf, isUp } from "../session.ts";

type Given = {
  live: Live | null;
  stage: StageName;
  brief: AccountBrief;
  /** As the drill has them. */
  files: Files;
};

export type AccountTerminal = {
  entries: TerminalEntry[];
  files: Readonly<Record<string, string>>;
  busy: string | null;
  run: (line: string) => Promise<void>;
  save: (path: string, text: string) => Promise<void>;
  completions: Completions;
};

/** What a stage's terminal shows and does. */
export function useTerminal({ live, stage, brief, files: start }: Given): AccountTerminal {
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
        outputs: [namesOf(brief, stage), ...entries.map(({ stdout, stderr }) => stdout + stderr)],
      }),
  };
}

/** Names that the brief tells: they are as good as printed. */
const namesOf = ({ accounts, seats, region }: AccountBrief, stage: StageName): string =>
  [...accounts.map(({ id }) => id), seats[stage]?.as ?? "", region].join("\n");
