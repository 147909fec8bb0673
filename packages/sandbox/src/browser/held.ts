import { randomBytes } from "node:crypto";

import { AppError, type Job, type Json, type Limits, type Observations } from "@loopwright/core";

import { callDesk } from "../calls.ts";
import { defaultLimits, limitsOf, resultMaxBytes } from "../limits.ts";
import type { Board, Errand } from "./board.ts";
import { notReported, notTaken, shuttingDown } from "./errors.ts";
import { observed } from "./observed.ts";
import type { BrowserReport } from "./shapes.ts";

export type Waits = {
  /** How long any window of a page has to take a run. */
  takeMs: number;
  /** How long the one has that keeps the interpreter: it asks while it waits for the command. */
  keeperMs: number;
  /** What a browser may need to load the interpreter, beside the time of the run. */
  bootMs: number;
  /** The page keeps the time itself; so much later the server ends a request of one that has gone silent. */
  graceMs: number;
};

type Asked = {
  /** Undefined: the job itself is to be started. */
  request: Json | undefined;
  errand: Errand;
  desk: ReturnType<typeof callDesk>;
  isTaken: boolean;
  timer: NodeJS.Timeout;
  end: (seen: Observations | AppError) => void;
};

/**
 * One interpreter in a page, for as long as it lives: known by a token, asked one thing at a time. What the page
 * says is data: bounded, and taken only while something was asked.
 */
export class Held {
  readonly token: string = randomBytes(24).toString("base64url");
  readonly limits: Limits;
  /** Nothing answers any more. */
  readonly ended: Promise<void>;
  readonly #page: string;
  readonly #job: Job;
  readonly #stays: boolean;
  readonly #board: Board;
  readonly #waits: Waits;
  #window: string | null = null;
  #asked: Asked | null = null;
  #isOver = false;
  #tellEnd: () => void = () => {};

  constructor(place: { page: string; board: Board; waits: Waits }, job: Job, stays: boolean) {
    this.#page = place.page;
    this.#board = place.board;
    this.#waits = place.waits;
    this.#job = job;
    this.#stays = stays;
    this.limits = limitsOf(job.limits, defaultLimits);
    this.ended = new Promise((resolve) => (this.#tellEnd = resolve));
  }

  /**
   * Waits for the page. Throws `sandbox-failed` where none takes it; a job that is never reported on throws too. A
   * request that was taken has perhaps been carried out, so that then it is observed to have ended.
   */
  ask(request?: Json): Promise<Observations> {
    return new Promise((resolve, reject) => {
      const desk = callDesk({
        services: this.#job.services ?? {},
        callsMax: this.limits.calls,
      });
      const end: Asked["end"] = (seen) => {
        if (this.#asked !== asked) return;
        this.#asked = null;
        clearTimeout(asked.timer);
        desk.close();
        this.#board.remove(errand);
        if (seen instanceof AppError || seen.end !== "finished" || !this.#stays) this.over();
        if (seen instanceof AppError) reject(seen);
        else resolve(seen);
      };
      const { takeMs, keeperMs } = this.#waits;
      const waitMs = this.#window === null ? takeMs : keeperMs;
      const timer = setTimeout(() => end(notTaken()), waitMs);
      const errand = this.#errand(end);
      const asked: Asked = { request, errand, desk, isTaken: false, timer, end };
      this.#asked = asked;
      this.#board.put(errand);
    });
  }

  /** What the page is to do; null unless it has taken it. */
  task(): { job: Job; stays: boolean; request: Json | undefined } | null {
    if (!this.#asked?.isTaken) return null;
    return { job: this.#job, stays: this.#stays, request: this.#asked.request };
  }

  /** Answers one call; null once the run has used up its calls, or where nothing was asked. */
  async call(request: Buffer): Promise<string | null> {
    const asked = this.#asked;
    if (!asked?.isTaken || request.length > resultMaxBytes) return null;
    const answered = await asked.desk.answer(request);
    if ("reply" in answered) return answered.reply;
    asked.end(observed(asked.desk.seen, endedBy(answered.end)));
    return null;
  }

  /** What the page saw; taken only of what it was asked. */
  report(report: BrowserReport): void {
    const asked = this.#asked;
    if (asked?.isTaken) asked.end(observed(asked.desk.seen, report));
  }

  /** The interpreter is no more: nobody needs to wait for it. */
  gone(): void {
    const asked = this.#asked;
    if (asked) asked.end(this.#unreported(asked, "crashed", notTaken()));
    else this.over();
  }

  /** Ends it, with whatever is under way. */
  over(): void {
    this.#isOver = true;
    this.#tellEnd();
    const asked = this.#asked;
    if (asked) asked.end(this.#unreported(asked, "crashed", shuttingDown()));
  }

  /** Whether a page may speak of it: it was told of it, and it is not over. */
  get isAlive(): boolean {
    return this.#window !== null && !this.#isOver;
  }

  #errand(end: Asked["end"]): Errand {
    const taken = (window: string) => {
      const asked = this.#asked!;
      this.#window = window;
      asked.isTaken = true;
      clearTimeout(asked.timer);
      const { bootMs, graceMs } = this.#waits;
      const waitMs = this.limits.timeMs + (asked.request === undefined ? bootMs : graceMs);
      const late = () => end(this.#unreported(asked, "time", notReported()));
      asked.timer = setTimeout(late, waitMs);
    };
    return { page: this.#page, window: this.#window, token: this.token, taken };
  }

  #unreported(asked: Asked, end: "time" | "crashed", error: AppError): Observations | AppError {
    const isRequest = asked.request !== undefined && asked.isTaken;
    return isRequest ? observed(asked.desk.seen, endedBy(end)) : error;
  }
}

const endedBy = (end: BrowserReport["end"]): BrowserReport => ({
  end,
  result: null,
  stdout: "",
  stderr: "",
});
