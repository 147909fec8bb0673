import { AppError, materialOf, openLive, tick, type Json, type LiveRun } from "@loopwright/core";

import { openAttempt, recordAction } from "./attempt-work.ts";
import type { Context } from "./context.ts";
import { lateProsePort } from "./language-model.ts";

/** Rebuilt live work that is kept in memory; anything evicted is rebuilt from its log. */
const keptRuns = 16;

type Kept = { run: LiveRun; seq: number };

export class LiveRuns {
  readonly #context: Context;
  readonly #kept = new Map<string, Kept>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Takes one action; `seq` must follow the log. Gives the view of the recorded action. */
  async take(id: string, seq: number, body: Json): Promise<Json> {
    const { attempt, drill, module } = await openAttempt(this.#context, id);
    const action = module.live && module.kind.live?.action.safeParse(body);
    if (!module.live || !action?.success) {
      throw new AppError("invalid-input", {
        message: module.live ? "The action does not fit." : "This kind of work takes no actions.",
        next: "Load the page again; if it repeats, report it.",
      });
    }
    if (attempt.state !== "open" || seq !== attempt.actions.length + 1) throw outOfTurn(seq);
    const kept = this.#kept.get(id);
    const material = { ...materialOf(drill), seed: attempt.seed };
    const { sandbox } = this.#context;
    const ports = { sandbox, prose: lateProsePort(this.#context) };
    const run =
      kept?.seq === seq - 1
        ? kept.run
        : await openLive(module.live, material, { log: attempt.actions, ports });
    this.#kept.delete(id);
    const { timing } = tick(attempt.clock, this.#context.now(), {
      interview: attempt.conditions === "interview",
    });
    try {
      const taken = await run.take(action.data as Json, timing.activeMs);
      await recordAction(this.#context, id, { ...taken.action, seq });
      await this.#keep(id, { run, seq });
      return taken.view;
    } catch (error) {
      // What it took is not in the log: the next action rebuilds from there.
      await run.close();
      throw error;
    }
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
