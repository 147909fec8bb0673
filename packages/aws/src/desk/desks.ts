import type { LiveRun, RecordedAction, SandboxPort } from "@loopwright/core";

import { Terminal, type CommandView } from "../terminal/terminal.ts";
import type { DeskAction } from "./action.ts";

/** A terminal for each stage that was begun; each has a world of its own, untouched at the start. */
export type Desks = Partial<Record<string, Terminal>>;

/** What an action shows: of a command what it printed, and the text files that lie there afterwards. */
export type DeskView = { command: CommandView | null; files: Record<string, string> };

type DeskMaterial = {
  key: { world: object };
  brief: { seats: Partial<Record<string, { as: string }>>; region: string };
  files: Readonly<Record<string, string>>;
  seed?: string | undefined;
};

/** Someone sits down: the world is as it was declared. */
const sitDown = ({ brief, key, files, seed }: DeskMaterial, stage: string): Terminal =>
  new Terminal({
    declared: key.world,
    start: brief.seats[stage]?.as,
    region: brief.region,
    // A learner's second attempt meets other ids and keys, and the same account.
    seed: seed ?? "practice",
    files,
  });

type Step = DeskMaterial & { state: Desks; action: DeskAction; ports: { sandbox: SandboxPort } };

/** One action of a live kind whose stages have a desk each. */
export async function stepAtDesk({ state, action, ports, ...material }: Step) {
  const terminal = state[action.in] ?? sitDown(material, action.in);
  const desks: Desks = { ...state, [action.in]: terminal };
  const command = await commandOf(terminal, action, ports.sandbox);
  const view: DeskView = { command, files: Object.fromEntries(terminal.files) };
  return { state: desks, view };
}

async function commandOf(terminal: Terminal, action: DeskAction, sandbox: SandboxPort) {
  if ("run" in action) return terminal.command(action.run, sandbox);
  await terminal.save(action.save.path, action.save.text);
  return null;
}

type Played = {
  material: DeskMaterial;
  stage: string;
  /** Of all stages. */
  actions: readonly RecordedAction[];
  /** Opens the kind's live work over a log. */
  open: (log: readonly RecordedAction[]) => Promise<LiveRun>;
};

/**
 * The stage's terminal after everything that was done at it. A log is replayed from what was recorded; commands of
 * an answer file, which has no recordings, are run. To be closed by the caller.
 */
export async function leftDesk({ material, stage, actions, open }: Played) {
  const own = actions.filter(({ body }) => (body as DeskAction).in === stage);
  const recorded = own.some(({ replies }) => replies.length > 0);
  const run = await open(recorded ? own : []);
  if (!recorded) for (const { body } of own) await run.take(body, 0);
  const terminal = (run.state as Desks)[stage] ?? sitDown(material, stage);
  return { terminal, close: () => run.close() };
}

/** Whether any call that changes something succeeded. */
export const wasChanged = ({ world }: Terminal): boolean =>
  world.log.some(({ readOnly, error }) => !readOnly && error === null);
