import type { LiveOf } from "@loopwright/core";
import { Terminal, type CommandView } from "@loopwright/aws/terminal";

import type { StageName } from "./brief.ts";
import type { AccountKindOfWork } from "./kind.ts";

/** A terminal for each stage that was begun; each has a world of its own, untouched at the start. */
export type Seats = Partial<Record<StageName, Terminal>>;

/** What an action shows: of a command what it printed, and the text files that lie there afterwards. */
export type AccountView = { command: CommandView | null; files: Record<string, string> };

const live: LiveOf<AccountKindOfWork, Seats> = {
  start: () => ({}),
  step: async ({ state, action, ports, ...material }) => {
    const terminal = state[action.in] ?? begun(material, action.in);
    const seats = { ...state, [action.in]: terminal };
    if ("save" in action) {
      await terminal.save(action.save.path, action.save.text);
      return { state: seats, view: shown(terminal, null) };
    }
    const command = await terminal.command(action.run, ports.sandbox);
    return { state: seats, view: shown(terminal, command) };
  },
};
export const { start, step } = live;

type Material = Omit<Parameters<typeof live.step>[0], "state" | "action" | "ports"> & {
  seed?: string;
};

/** Someone sits down: the world is as it was declared. */
export function begun({ brief, key, files, seed }: Material, stage: StageName): Terminal {
  return new Terminal({
    declared: key.world,
    start: brief.seats[stage]?.as,
    region: brief.region,
    // A learner's second attempt meets other ids and keys, and the same account.
    seed: seed ?? "practice",
    files,
  });
}

const shown = ({ files }: Terminal, command: CommandView | null): AccountView => ({
  command,
  files: Object.fromEntries(files),
});
