import type { Files } from "@loopwright/core";
import type { Live } from "@loopwright/ui";

import type { DeskAction } from "../../desk/action.ts";
import type { DeskView } from "../../desk/desks.ts";
import type { TerminalEntry } from "../terminal/types.ts";

type Log = Live["log"];

/** What was done in one stage: each has an account of its own. */
const ownOf = (log: Log, stage: string) =>
  log
    .map(({ body, view }) => ({
      body: body as unknown as DeskAction,
      view: view as unknown as DeskView,
    }))
    .filter(({ body }) => body.in === stage);

/** The commands that were run, with what they printed. */
export const entriesOf = (log: Log, stage: string): TerminalEntry[] =>
  ownOf(log, stage).flatMap(({ body, view }) =>
    "run" in body && view.command ? [{ line: body.run, ...view.command }] : [],
  );

/** The text files of the working folder as they are now. */
export const filesOf = (log: Log, stage: string, start: Files): Readonly<Record<string, string>> =>
  ownOf(log, stage).at(-1)?.view.files ?? start;

/** Whether an interpreter is up: it boots with the first command, and anew after a file was saved. */
export function isUp(log: Log, stage: string): boolean {
  const last = ownOf(log, stage).at(-1);
  return last !== undefined && "run" in last.body;
}
