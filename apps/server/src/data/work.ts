import { AppError } from "@loopwright/core";

import type { WorkView } from "../views/data-shapes.ts";

/** Says how far a long work is, as often as it likes. */
export type Report = (step: string, done: number, of: number | null) => void;

type Running = { view: WorkView; abort: AbortController };

/**
 * Work that swaps or reads all data: one at a time, told to whoever asks, and ended by whoever cancels. It is in
 * memory, so that asking how far it is never waits for the database.
 */
export class LongWork {
  #running: Running | null = null;

  get view(): WorkView | null {
    return this.#running?.view ?? null;
  }

  /** Throws `conflict` while another goes on. */
  async run<T>(
    what: WorkView["what"],
    work: (report: Report, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#running) throw busy(this.#running.view);
    const running: Running = {
      view: { what, step: "", done: 0, of: null },
      abort: new AbortController(),
    };
    this.#running = running;
    const report: Report = (step, done, of) => (running.view = { what, step, done, of });
    try {
      return await work(report, running.abort.signal);
    } finally {
      this.#running = null;
    }
  }

  /** Asks the work of that sort to end. Says whether there is one. */
  cancel(what: WorkView["what"]): boolean {
    if (this.#running?.view.what !== what) return false;
    this.#running.abort.abort();
    return true;
  }
}

const inWords: Record<WorkView["what"], string> = {
  inspect: "An archive is being read",
  import: "An archive is being imported",
  backup: "A backup is being made",
  delete: "Everything is being deleted",
  sample: "The sample learner is being made",
};

const busy = ({ what }: WorkView): AppError =>
  new AppError("conflict", {
    message: `${inWords[what]} at this moment.`,
    next: "Wait until that is over, then try again. Nothing was changed.",
  });
