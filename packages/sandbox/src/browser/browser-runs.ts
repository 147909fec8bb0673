import { randomBytes } from "node:crypto";

import { AppError, type Job, type Limits, type Observations } from "@loopwright/core";

import { callDesk, parseShallow } from "../calls.ts";
import { loadImage, type LoadedImage } from "../image.ts";
import { checkedFiles } from "../job.ts";
import { callsMaxBytes, defaultLimits, limitsOf, resultMaxBytes } from "../limits.ts";
import { labImage } from "../places.ts";
import { inWorld } from "../world/attach.ts";
import { sqlThreads } from "../world/index.ts";
import type { BrowserJob, BrowserReport } from "./shapes.ts";

type Options = {
  /** How long a page has to take a run that waits for it. Default 20 s. */
  takeTimeoutMs?: number;
  /** What a browser may need to load the interpreter, beside the time of the run. Default 60 s. */
  bootTimeoutMs?: number;
};

type Run = {
  token: string;
  job: Job;
  limits: Limits;
  desk: ReturnType<typeof callDesk>;
  taken: boolean;
  timer: NodeJS.Timeout;
  end: (observed: Observations | AppError) => void;
};

/**
 * Runs that wait for a page of this server to carry them out, where Python cannot be confined on this machine.
 * The page holds the worker; a run is known by a token that is told once, to the page that submitted. What
 * comes back is observations, as from any runner, with `where: "browser"`.
 */
export class BrowserRuns {
  readonly #takeTimeoutMs: number;
  readonly #bootTimeoutMs: number;
  readonly #runs = new Map<string, Run>();
  /** Page to its runs that nobody took, and to whoever asks for one. */
  readonly #waiting = new Map<string, Run[]>();
  readonly #asking = new Map<string, (token: string | null) => void>();
  // Python has a database of its own; a thread is started only for what asks for the lab's.
  readonly #threads = sqlThreads({ idle: 0 });
  #image: Promise<LoadedImage> | null = null;

  constructor({ takeTimeoutMs = 20_000, bootTimeoutMs = 60_000 }: Options = {}) {
    this.#takeTimeoutMs = takeTimeoutMs;
    this.#bootTimeoutMs = bootTimeoutMs;
  }

  /** Waits for the page to run a job. Throws `sandbox-failed` where none takes it or it never reports. */
  run(page: string, job: Job): Promise<Observations> {
    const run = (one: Job) => this.#wait(page, one);
    return inWorld({ run, open: () => Promise.reject(notKept()) }, this.#threads).run(job);
  }

  /**
   * The token of the next run of a page; null once `timeoutMs` have passed, or whoever asked has gone. A
   * newer asker of the same page takes the place of an older one.
   */
  next(page: string, timeoutMs: number, gone: AbortSignal): Promise<string | null> {
    return new Promise((resolve) => {
      const tell = (token: string | null) => {
        clearTimeout(timer);
        if (this.#asking.get(page) === tell) this.#asking.delete(page);
        resolve(token);
      };
      const timer = setTimeout(() => tell(null), timeoutMs);
      gone.addEventListener("abort", () => tell(null));
      this.#asking.get(page)?.(null);
      this.#asking.set(page, tell);
      if (gone.aborted) tell(null);
      else this.#offer(page);
    });
  }

  /** What the worker gets: files and raw steps, nothing of what is expected. Throws `not-found`. */
  async job(token: string): Promise<BrowserJob> {
    const { job, limits } = this.#find(token);
    this.#image ??= loadImage(labImage);
    const { files, folders, warmup, driver } = await this.#image;
    return {
      settings: { files, folders, warmup, driver, memoryMb: limits.memoryMb },
      job: { files: job.files, input: job.input, open: false },
      limits: { timeMs: limits.timeMs, outputBytes: limits.outputBytes },
    };
  }

  /** Answers one call of learner code; null once the run has used up its calls. Throws `not-found`. */
  async call(token: string, request: Buffer): Promise<string | null> {
    const { desk, end } = this.#find(token);
    if (request.length > resultMaxBytes) return null;
    const answered = await desk.answer(request);
    if ("reply" in answered) return answered.reply;
    end(observed(desk.seen, { end: answered.end, result: null, stdout: "", stderr: "" }));
    return null;
  }

  /** Ends a run with what the page saw. Throws `not-found`. */
  report(token: string, report: BrowserReport): void {
    const { desk, end } = this.#find(token);
    end(observed(desk.seen, report));
  }

  async close(): Promise<void> {
    for (const { end } of this.#runs.values()) end(closed());
    for (const tell of this.#asking.values()) tell(null);
    await this.#threads.close();
  }

  #find(token: string): Run {
    const run = this.#runs.get(token);
    if (run?.taken) return run;
    throw new AppError("not-found", {
      message: "This run is over, or was never begun.",
      next: "Submit again. The draft is kept.",
    });
  }

  #wait(page: string, job: Job): Promise<Observations> {
    return new Promise((resolve, reject) => {
      checkedFiles(job.files);
      const token = randomBytes(24).toString("base64url");
      const limits = limitsOf(job.limits, defaultLimits);
      const desk = callDesk({ services: job.services ?? {}, callsMax: limits.calls });
      const end: Run["end"] = (seen) => {
        if (!this.#runs.delete(token)) return;
        clearTimeout(run.timer);
        desk.close();
        this.#leave(page, run);
        if (seen instanceof AppError) reject(seen);
        else resolve(seen);
      };
      const timer = setTimeout(() => end(notTaken()), this.#takeTimeoutMs);
      const run: Run = { token, job, limits, desk, taken: false, timer, end };
      this.#runs.set(token, run);
      this.#waiting.set(page, [...(this.#waiting.get(page) ?? []), run]);
      this.#offer(page);
    });
  }

  #leave(page: string, run: Run) {
    const rest = (this.#waiting.get(page) ?? []).filter((one) => one !== run);
    if (rest.length > 0) this.#waiting.set(page, rest);
    else this.#waiting.delete(page);
  }

  #offer(page: string) {
    const tell = this.#asking.get(page);
    const run = this.#waiting.get(page)?.[0];
    if (!tell || !run) return;
    this.#leave(page, run);
    run.taken = true;
    clearTimeout(run.timer);
    const wait = this.#bootTimeoutMs + run.limits.timeMs;
    run.timer = setTimeout(() => run.end(notReported()), wait);
    tell(run.token);
  }
}

/** A report in another shape is none: it has no result, and what has no result has failed. */
function observed(calls: Observations["calls"], report: BrowserReport): Observations {
  const { end, result, stdout, stderr } = report;
  const seen = result === null ? undefined : parseShallow(Buffer.from(result, "utf8"));
  const sound = end !== "finished" || seen !== undefined;
  return {
    end: sound ? end : "crashed",
    result: seen ?? null,
    stdout,
    stderr,
    calls,
    where: "browser",
  };
}

/** The largest body of a report: result, output, and room for escapes. */
export const reportMaxBytes = 2 * resultMaxBytes + callsMaxBytes / 8;

const notTaken = () =>
  new AppError("sandbox-failed", {
    message: "No page took the run: on this machine Python runs in the browser.",
    next: "Keep the page open and submit again. The draft is kept.",
  });

const notReported = () =>
  new AppError("sandbox-failed", {
    message: "The page did not report on the run.",
    next: "Keep the page open and submit again. The draft is kept.",
  });

const closed = () =>
  new AppError("sandbox-failed", {
    message: "Loopwright is shutting down, so nothing more is run.",
    next: "The draft is kept. Start Loopwright and submit again.",
  });

const notKept = () =>
  new AppError("not-confined", {
    message: "A service cannot be kept running in the browser.",
    next: "Use Linux with bubblewrap, or on Windows WSL 2.",
  });
