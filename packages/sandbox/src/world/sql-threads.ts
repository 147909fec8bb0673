import { join } from "node:path";
import { Worker } from "node:worker_threads";

import type { Json } from "@loopwright/core";

import { runnerFolder } from "../places.ts";

/**
 * Databases in threads: a statement that never ends can be ended only with its thread. Some wait, started
 * ahead, since a start takes longer than most jobs; one that a job has used gets a new engine before the next.
 */
export type SqlThreads = {
  /** One database of one job. */
  lease: () => SqlLease;
  close: () => Promise<void>;
};

export type SqlLease = {
  /** The reply of runner/sql.js, or its { error } after the time limit or the thread's end. */
  query: (request: Json) => Promise<Json>;
  /** Empties the database. One that nobody asked for is not started. */
  reset: () => Promise<void>;
  /** Remembers what the database holds, and goes back to it. False where that is no longer possible. */
  keep: () => Promise<boolean>;
  restore: () => Promise<boolean>;
  /** Gives the thread back. */
  end: () => void;
};

type Options = { timeoutMs?: number; idle?: number };

/** The engine looks at its own clock between rows only; this is a little later. */
const defaultTimeoutMs = 2_500;

export function sqlThreads({ timeoutMs = defaultTimeoutMs, idle = 1 }: Options = {}): SqlThreads {
  const ready: Promise<SqlThread>[] = [];
  const all = new Set<SqlThread>();
  let closed = false;

  function start(): Promise<SqlThread> {
    const thread = new SqlThread();
    all.add(thread);
    thread.gone.then(() => all.delete(thread)).catch(() => {});
    return thread.ready.then(() => thread);
  }
  function refill() {
    if (!closed && ready.length < idle) ready.push(start());
    for (const one of ready) one.catch(() => {});
  }
  function back(thread: SqlThread) {
    const renewed = thread.renew().then(() => thread);
    renewed.catch(() => {});
    if (closed || ready.length > idle) void thread.kill();
    else ready.push(renewed);
  }
  return {
    lease: () => leaseOf({ take: () => ready.shift() ?? start(), refill, back, timeoutMs }),
    close: async () => {
      closed = true;
      await Promise.all([...all].map((thread) => thread.kill()));
    },
  };
}

type Source = {
  take: () => Promise<SqlThread>;
  refill: () => void;
  back: (thread: SqlThread) => void;
  timeoutMs: number;
};

function leaseOf({ take, refill, back, timeoutMs }: Source): SqlLease {
  let held: Promise<SqlThread> | null = null;
  /** Which thread remembers. */
  let keeper: SqlThread | null = null;
  let over = false;
  const drop = (thread: SqlThread) => {
    held = null;
    void thread.kill();
  };
  async function thread(): Promise<SqlThread> {
    held ??= take();
    const found = await held;
    refill();
    if (found.alive) return found;
    held = null;
    return thread();
  }
  async function query(request: Json): Promise<Json> {
    if (over) return failed("the database is closed");
    const found = await thread();
    const seen = await found.ask({ request }, timeoutMs);
    if (seen === "late") {
      drop(found);
      return failed("the statement took too long; the database is empty again");
    }
    if (seen === "gone" || seen.broken) drop(found);
    return seen === "gone" ? failed("the database has failed") : (seen.reply ?? null);
  }
  const picture = async (act: "keep" | "restore", found: SqlThread | null) =>
    !over && found !== null && found.picture(act, timeoutMs);
  return {
    query,
    reset: async () => {
      if (held !== null) await query({ reset: true });
    },
    keep: async () => {
      const found = await held;
      const done = await picture("keep", found);
      keeper = done ? found : null;
      return done;
    },
    restore: async () => (await held) === keeper && picture("restore", keeper),
    end: () => {
      over = true;
      void held?.then(back, () => {});
      held = null;
    },
  };
}

const failed = (message: string): Json => ({ error: { message }, open: false });

type Said = { reply?: Json; broken?: boolean; renewed?: boolean; done?: boolean };

class SqlThread {
  alive = true;
  readonly ready: Promise<unknown>;
  readonly gone: Promise<void>;
  readonly #worker: Worker;
  #listener: ((said: Said | "gone") => void) | null = null;

  constructor() {
    const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
    const path = join(runnerFolder, "sql-worker.js");
    // Nothing of the host's environment and arguments is of use in there.
    this.#worker = new Worker(path, { resourceLimits, env: {}, argv: [], execArgv: [] });
    this.gone = new Promise((resolve) => {
      const end = () => {
        this.alive = false;
        this.#listener?.("gone");
        resolve();
      };
      this.#worker.on("error", end);
      this.#worker.on("exit", end);
    });
    this.#worker.on("message", (said: Said) => this.#listener?.(said));
    this.#worker.unref();
    this.ready = this.#next();
  }

  /** Waits for one message; "late" after the time limit. */
  async ask(message: object, timeoutMs: number): Promise<Said | "gone" | "late"> {
    // While somebody waits for it, the thread keeps the process alive.
    this.#worker.ref();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), timeoutMs);
    });
    const next = this.#next();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(message);
    try {
      return await Promise.race([next, late]);
    } finally {
      clearTimeout(timer);
      this.#worker.unref();
    }
  }

  /** False where the thread has nothing to remember or to go back to any more. */
  async picture(act: "keep" | "restore", timeoutMs: number): Promise<boolean> {
    if (!this.alive) return false;
    const seen = await this.ask({ [act]: true }, timeoutMs);
    return seen !== "late" && seen !== "gone" && seen.done === true;
  }

  async renew(): Promise<void> {
    await this.ask({ renew: true }, 10_000);
  }

  async kill(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #next(): Promise<Said | "gone"> {
    return new Promise((resolve) => {
      this.#listener = (said) => {
        this.#listener = null;
        resolve(said);
      };
      if (!this.alive) this.#listener("gone");
    });
  }
}
