import { AppError, materialOf, openLive, tick, type Json, type LiveRun } from "@loopwright/core";

import { openAttempt, recordAction, type OpenedAttempt } from "./attempt-work.ts";
import { sandboxFor } from "./browser-runs.ts";
import type { Context } from "./context.ts";
import { lateProsePort } from "./language-model.ts";
import { keptFor } from "./learner/forget.ts";
import type { ActionView } from "./views/shapes.ts";

/** Rebuilt live work that is kept in memory; anything evicted is rebuilt from its log. */
const keptRuns = 16;

type Kept = { run: LiveRun; seq: number };

export class LiveRuns {
  readonly #context: Context;
  /** Closed and dropped with all else that is kept of the store. */
  readonly #keeper = {
    make: () => new Map<string, Kept>(),
    end: (runs: Map<string, Kept>) => {
      for (const { run } of runs.values()) void run.close();
    },
  };

  constructor(context: Context) {
    this.#context = context;
  }

  /** Takes one action; `seq` must follow the log. Gives the recorded action with what it shows. */
  async take(id: string, seq: number, body: Json): Promise<ActionView> {
    const { attempt, drill, module } = await openAttempt(this.#context, id);
    const action = module.live && module.kind.live?.action.safeParse(body);
    if (!module.live || !action?.success) {
      throw new AppError("invalid-input", {
        message: module.live ? "The action does not fit." : "This kind of work takes no actions.",
        next: "Load the page again; if it repeats, report it.",
      });
    }
    if (attempt.state !== "open" || seq !== attempt.actions.length + 1) throw outOfTurn(seq);
    const run = await this.#open(id, { attempt, drill, module });
    this.#kept.delete(id);
    const { timing } = tick(attempt.clock, this.#context.now(), {
      interview: attempt.conditions === "interview",
    });
    try {
      const taken = await run.take(action.data as Json, timing.activeMs);
      await recordAction(this.#context, id, { ...taken.action, seq });
      await this.#keep(id, { run, seq });
      const { atMs, body: accepted } = taken.action;
      return { seq, atMs, body: accepted, view: taken.view };
    } catch (error) {
      // What it took is not in the log: the next action rebuilds from there.
      await run.close();
      throw error;
    }
  }

  /** The log with what each action showed, for a page that comes later. A pause hides it. */
  async log(id: string): Promise<ActionView[]> {
    const opened = await openAttempt(this.#context, id);
    const { actions, state, clock } = opened.attempt;
    const isPaused = state === "open" && clock.pausedAt !== null;
    if (!opened.module.live || isPaused || actions.length === 0) return [];
    // A replay opens nothing outside, so that there is nothing to close.
    const { views } = await this.#open(id, opened);
    return actions.map(({ seq, atMs, body }, at) => ({ seq, atMs, body, view: views[at] ?? null }));
  }

  get #kept(): Map<string, Kept> {
    return keptFor(this.#context.store, this.#keeper);
  }

  async #open(
    id: string,
    { attempt, drill, module }: Omit<OpenedAttempt, "revision">,
  ): Promise<LiveRun> {
    const kept = this.#kept.get(id);
    if (kept?.seq === attempt.actions.length) return kept.run;
    const material = { ...materialOf(drill), seed: attempt.seed };
    const ports = {
      sandbox: sandboxFor(this.#context, id),
      prose: lateProsePort(this.#context),
    };
    return openLive(module.live!, material, { log: attempt.actions, ports });
  }

  async #keep(id: string, kept: Kept): Promise<void> {
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size <= keptRuns || oldest === undefined) return;
    await this.#kept.get(oldest)?.run.close();
    this.#kept.delete(oldest);
  }
}

const outOfTurn = (seq: number): AppError =>
  new AppError("conflict", {
    message: `Action ${seq} does not follow the log of this attempt.`,
    next: "Load the attempt again: another window went on with it, or it is over.",
  });
