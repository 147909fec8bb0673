import type { Job, Observations, OpenRun } from "@loopwright/core";

import type { Image } from "../image.ts";
import { checkedFiles } from "../job.ts";
import { keepOpen } from "../open.ts";
import { inWorld } from "../world/attach.ts";
import { sqlThreads } from "../world/index.ts";
import { Board } from "./board.ts";
import { noRun, tooManyKept } from "./errors.ts";
import { Held, type Waits } from "./held.ts";
import { PageImages } from "./page-images.ts";
import type { BrowserReport, BrowserTask } from "./shapes.ts";

type Options = Partial<Waits> & {
  /** Beside the lab's own image, which a job without an image gets. */
  images?: readonly Image[];
  /** Where memory snapshots are kept; null, as by default, goes without. */
  cacheFolder?: string | null;
  /** Interpreters that pages keep open at once. Default 16: they cost this machine next to nothing. */
  openMax?: number;
  /** One that is asked nothing for so long is closed. Default ten minutes. */
  openIdleMs?: number;
};

type Asker = { window: string; timeoutMs: number; gone: AbortSignal };

/**
 * Runs that wait for a page of this server to carry them out, where Python cannot be confined on this machine.
 * The page holds the worker; a run is known by a token that is told to the window that takes it and to no other.
 * What comes back is observations, as from any runner, with `where: "browser"`.
 */
export class BrowserRuns {
  readonly #waits: Waits;
  readonly #openMax: number;
  readonly #openIdleMs: number;
  readonly #held = new Map<string, Held>();
  readonly #board = new Board();
  readonly #images: PageImages;
  // Python has a database of its own; a thread is started only for what asks for the lab's.
  readonly #threads = sqlThreads({ idle: 0 });
  #open = 0;

  constructor(options: Options = {}) {
    const { takeMs = 20_000, keeperMs = 5_000, bootMs = 120_000, graceMs = 10_000 } = options;
    const { openMax = 16, openIdleMs = 600_000, images = [], cacheFolder = null } = options;
    this.#waits = { takeMs, keeperMs, bootMs, graceMs };
    this.#openMax = openMax;
    this.#openIdleMs = openIdleMs;
    this.#images = new PageImages({ images, cacheFolder });
  }

  /** Makes what lets interpreters in a page start within a second or two. */
  prepare(): Promise<void> {
    return this.#images.prepare();
  }

  /** Waits for the page to run a job. Throws `sandbox-failed` where none takes it or it never reports. */
  run(page: string, job: Job): Promise<Observations> {
    return this.#inWorld(page).run(job);
  }

  /**
   * Has the page keep an interpreter open. Throws `sandbox-failed` as `run` does, and from `send` where the window
   * that held it is gone: the caller then opens it again.
   */
  open(page: string, job: Job): Promise<OpenRun> {
    return this.#inWorld(page).open(job);
  }

  /** The token of what a window of a page is to do next; null after `timeoutMs`, or once it is gone. */
  next(page: string, { window, ...patience }: Asker): Promise<string | null> {
    return this.#board.next(page, window, patience);
  }

  /** What the worker gets: files and raw steps, or a request; nothing of what is expected. Throws `not-found`. */
  async task(token: string): Promise<BrowserTask> {
    const held = this.#find(token);
    const task = held.task();
    if (!task) throw noRun();
    const { timeMs, outputBytes, memoryMb } = held.limits;
    const limits = { timeMs, outputBytes };
    const { job, stays, request } = task;
    if (request !== undefined) return { do: "send", request, limits };
    return {
      do: "start",
      settings: { ...(await this.#images.names(job.image)), memoryMb },
      job: { files: job.files, input: job.input, open: stays },
      limits,
      idleMs: this.#openIdleMs,
    };
  }

  /** A file of an image, for the worker: see `PageImages`. */
  file(name: string): Promise<string | Uint8Array | null> {
    return this.#images.file(name);
  }

  /** Answers one call of learner code; null once the run has used up its calls. Throws `not-found`. */
  call(token: string, request: Buffer): Promise<string | null> {
    return this.#find(token).call(request);
  }

  /** Ends a run, or answers a request, with what the page saw. Throws `not-found`. */
  report(token: string, report: BrowserReport): void {
    this.#find(token).report(report);
  }

  /** The window that kept an interpreter says that it did not go on. Of what is over already, that is no news. */
  gone(token: string): void {
    const held = this.#held.get(token);
    if (held?.isAlive) held.gone();
  }

  async close(): Promise<void> {
    this.#images.close();
    for (const held of this.#held.values()) held.over();
    this.#board.close();
    await this.#threads.close();
  }

  #inWorld(page: string) {
    const run = async (job: Job) => this.#hold(page, job, false).ask();
    return inWorld({ run, open: async (job) => this.#keep(page, job) }, this.#threads);
  }

  #keep(page: string, job: Job): Promise<OpenRun> {
    if (this.#open >= this.#openMax) throw tooManyKept(this.#openMax);
    const held = this.#hold(page, job, true);
    this.#open += 1;
    void held.ended.then(() => (this.#open -= 1));
    return keepOpen({
      start: () => held.ask(),
      ask: (request) => held.ask(request),
      kill: () => held.over(),
      ended: held.ended,
      idleMs: this.#openIdleMs,
    });
  }

  #hold(page: string, job: Job, stays: boolean): Held {
    checkedFiles(job.files);
    const held = new Held({ page, board: this.#board, waits: this.#waits }, job, stays);
    this.#held.set(held.token, held);
    void held.ended.then(() => this.#held.delete(held.token));
    return held;
  }

  #find(token: string): Held {
    const held = this.#held.get(token);
    if (held?.isAlive) return held;
    throw noRun();
  }
}
