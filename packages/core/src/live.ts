import { viaJson, type Json } from "./json.ts";
import type { RecordedAction } from "./kind.ts";
import type { Ports } from "./ports.ts";
import { Tape } from "./tape.ts";

/**
 * Live work: state is the fold of the action log. While an action is taken its ports' replies are
 * recorded with it; a replay reads them there and touches nothing outside.
 */

type Live = {
  start: (input: never) => unknown;
  step: (input: never) => unknown;
};

export type LiveMaterial = { brief: Json; files: Record<string, string>; key: Json; seed: string };

export type LiveRun = {
  readonly state: unknown;
  /** What each action of the log showed, in order. */
  readonly views: readonly Json[];
  /**
   * Takes one action with real ports; gives its view and what to append to the log. After a throw the
   * run is out of step with its log: close it, and open another.
   */
  take: (body: Json, atMs: number) => Promise<{ view: Json; action: RecordedAction }>;
  /** Ends interpreters that the run has opened. */
  close: () => Promise<void>;
};

/** Rebuilds the state from a log, then goes on from there. */
export async function openLive(
  live: Live,
  material: LiveMaterial,
  { log, ports }: { log: readonly RecordedAction[]; ports: Ports },
): Promise<LiveRun> {
  const tape = new Tape(ports);
  let state: unknown = await live.start(material as never);
  const views: Json[] = [];
  const step = async (body: Json) => {
    const taken = (await live.step({
      ...material,
      state,
      action: body,
      ports: tape.ports,
    } as never)) as { state: unknown; view: Json };
    state = taken.state;
    const view = viaJson(taken.view);
    views.push(view);
    return view;
  };
  for (const action of log) {
    tape.replay(action.replies);
    await step(action.body);
    tape.finishReplay(`action ${action.seq}`);
  }
  return {
    get state() {
      return state;
    },
    views,
    take: async (body, atMs) => {
      tape.record();
      const view = await step(body);
      return { view, action: { seq: views.length, atMs, body, replies: tape.taken() } };
    },
    close: () => tape.close(),
  };
}
