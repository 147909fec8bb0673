import { randomBytes } from "node:crypto";

import { AppError, type Job, type Limits, type Observations } from "@loopwright/core";

import { callDesk, parseShallow } from "../calls.ts";
import { loadImage, type LoadedImage } from "../image.ts";
import { checkedFiles } from "../job.ts";
import { callsMaxBytes, defaultLimits, limitsOf, resultMaxBytes } from "../limits.ts";
import { labImage } from "../places.ts";
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
export function createBrowserRuns({
  takeTimeoutMs = 20_000,
  bootTimeoutMs = 60_000,
}: Options = {}) {
  const runs = new Map<string, Run>();
  /** Page to its runs that nobody took, and to whoever asks for one. */
  const waiting = new Map<string, Run[]>();
  const asking = new Map<string, (token: string | null) => void>();
  let image: Promise<LoadedImage> | null = null;

  const find = (token: string): Run => {
    const run = runs.get(token);
    if (run?.taken) return run;
    throw new AppError("not-found", {
      message: "This run is over, or was never begun.",
      next: "Submit again. The draft is kept.",
    });
  };
  const offer = (page: string) => {
    const tell = asking.get(page);
    const next = waiting.get(page)?.[0];
    if (!tell || !next) return;
    waiting.set(page, waiting.get(page)!.slice(1));
    take(next, bootTimeoutMs);
    tell(next.token);
  };

  return {
    /** Waits for the page to run a job. Throws `sandbox-failed` where none takes it or it never reports. */
    run: (page: string, job: Job): Promise<Observations> =>
      new Promise((resolve, reject) => {
        checkedFiles(job.files);
        const token = randomBytes(24).toString("base64url");
        const limits = limitsOf(job.limits, defaultLimits);
        const desk = callDesk({ services: job.services ?? {}, callsMax: limits.calls });
        const end: Run["end"] = (observed) => {
          if (!runs.delete(token)) return;
          clearTimeout(run.timer);
          desk.close();
          waiting.set(
            page,
            (waiting.get(page) ?? []).filter((one) => one !== run),
          );
          if (waiting.get(page)?.length === 0) waiting.delete(page);
          if (observed instanceof AppError) reject(observed);
          else resolve(observed);
        };
        const timer = setTimeout(() => end(notTaken()), takeTimeoutMs);
        const run: Run = { token, job, limits, desk, taken: false, timer, end };
        runs.set(token, run);
        waiting.set(page, [...(waiting.get(page) ?? []), run]);
        offer(page);
      }),

    /**
     * The token of the next run of a page; null once `timeoutMs` have passed, or whoever asked has gone. A
     * newer asker of the same page takes the place of an older one.
     */
    next: (page: string, timeoutMs: number, gone: AbortSignal): Promise<string | null> =>
      new Promise((resolve) => {
        const tell = (token: string | null) => {
          clearTimeout(timer);
          if (asking.get(page) === tell) asking.delete(page);
          resolve(token);
        };
        const timer = setTimeout(() => tell(null), timeoutMs);
        gone.addEventListener("abort", () => tell(null));
        asking.get(page)?.(null);
        asking.set(page, tell);
        if (gone.aborted) tell(null);
        else offer(page);
      }),

    /** What the worker gets: files and raw steps, nothing of what is expected. Throws `not-found`. */
    job: async (token: string): Promise<BrowserJob> => {
      const { job, limits } = find(token);
      image ??= loadImage(labImage);
      const { files, folders, warmup } = await image;
      return {
        settings: { files, folders, warmup, memoryMb: limits.memoryMb },
        job: { files: job.files, input: job.input, open: false },
        limits: { timeMs: limits.timeMs, outputBytes: limits.outputBytes },
      };
    },

    /** Answers one call of learner code; null once the run has used up its calls. Throws `not-found`. */
    call: async (token: string, request: Buffer): Promise<string | null> => {
      const { desk, end } = find(token);
      if (request.length > resultMaxBytes) return null;
      const answered = await desk.answer(request);
      if ("reply" in answered) return answered.reply;
      end(observed(desk.seen, { end: answered.end, result: null, stdout: "", stderr: "" }));
      return null;
    },

    /** Ends a run with what the page saw. Throws `not-found`. */
    report: (token: string, report: BrowserReport): void => {
      const { desk, end } = find(token);
      end(observed(desk.seen, report));
    },

    close: () => {
      for (const { end } of runs.values()) end(closed());
    },
  };
}

export type BrowserRuns = ReturnType<typeof createBrowserRuns>;

function take(run: Run, bootTimeoutMs: number) {
  run.taken = true;
  clearTimeout(run.timer);
  const wait = bootTimeoutMs + run.limits.timeMs;
  run.timer = setTimeout(() => run.end(notReported()), wait);
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
