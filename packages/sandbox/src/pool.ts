import { AppError } from "@loopwright/core";

import type { Child } from "./child.ts";

/** A booted child for one submission. `rest` says that it computes no more; its slot is free again. */
export type Lease = { child: Child; rest: () => void };

export type PoolOptions<Key> = {
  boot: (key: Key) => Promise<Child>;
  /** Children of this key are kept booted ahead, `warm` of them. */
  ahead: Key;
  warm: number;
  /** How many children may compute at once, booting ones included; waiting ones cost no time. */
  parallel: number;
};

type Waiting<Key> = { key: Key; resolve: (lease: Lease) => void; reject: (cause: unknown) => void };

/**
 * A pool of one-shot children. Every child is used once. Jobs wait in a queue, and nothing is booted ahead
 * while a job computes: whoever waits for a grade shares the cores with nobody.
 */
export class Pool<Key extends string> {
  readonly #options: PoolOptions<Key>;
  readonly #idle: { key: Key; child: Child }[] = [];
  readonly #waiting: Waiting<Key>[] = [];
  readonly #alive = new Set<Child>();
  readonly #booting = new Map<Promise<void>, Key>();
  #computing = 0;
  #closed = false;

  constructor(options: PoolOptions<Key>) {
    this.#options = options;
    this.#pump();
  }

  /** Waits for a child of this key. Throws `sandbox-failed` where none boots, or once it is closed. */
  take(key: Key): Promise<Lease> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(isClosed());
      this.#waiting.push({ key, resolve, reject });
      this.#pump();
    });
  }

  /** Waits for boots under way; whoever wants that to be quick ends them. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(isClosed());
    await Promise.all(this.#booting.keys());
    const ended = [...this.#alive].map((child) => child.ended);
    for (const child of this.#alive) child.kill();
    await Promise.all(ended);
  }

  #isFull(): boolean {
    return this.#closed || this.#computing + this.#booting.size >= this.#options.parallel;
  }

  #pump() {
    for (const job of this.#waiting.slice()) {
      if (this.#isFull()) return;
      const found = this.#idle.findIndex(({ key }) => key === job.key);
      if (found >= 0) this.#hand(job, this.#idle.splice(found, 1)[0]!.child);
    }
    for (const key of this.#missing()) {
      if (this.#isFull()) return;
      this.#boot(key);
    }
  }

  /** Keys to boot: first what jobs wait for, then, where none computes, what is kept ahead. */
  #missing(): Key[] {
    const { ahead, warm } = this.#options;
    const there = [...this.#booting.values(), ...this.#idle.map(({ key }) => key)];
    const later = this.#computing === 0 ? Array<Key>(warm).fill(ahead) : [];
    const wanted = [...this.#waiting.map(({ key }) => key), ...later];
    return wanted.filter((key) => {
      const found = there.indexOf(key);
      if (found >= 0) there.splice(found, 1);
      return found < 0;
    });
  }

  #hand(job: Waiting<Key>, child: Child) {
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    this.#computing += 1;
    let resting = false;
    const rest = () => {
      if (resting) return;
      resting = true;
      this.#computing -= 1;
      this.#pump();
    };
    void child.ended.then(rest);
    job.resolve({ child, rest });
  }

  #boot(key: Key) {
    const boot: Promise<void> = this.#options.boot(key).then(
      (child) => {
        this.#booting.delete(boot);
        this.#keep(key, child);
        this.#pump();
      },
      (cause: unknown) => {
        this.#booting.delete(boot);
        this.#fail(key, cause);
      },
    );
    this.#booting.set(boot, key);
  }

  /** The job learns why; booting ahead is tried again with the next job, not at once. */
  #fail(key: Key, cause: unknown) {
    const job = this.#waiting.find((one) => one.key === key);
    if (!job) return;
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    job.reject(cause);
    this.#pump();
  }

  #keep(key: Key, child: Child) {
    this.#alive.add(child);
    const entry = { key, child };
    void child.ended.then(() => {
      this.#alive.delete(child);
      const at = this.#idle.indexOf(entry);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    if (this.#closed) child.kill();
    else this.#idle.push(entry);
  }
}

const isClosed = () =>
  new AppError("sandbox-failed", {
    message: "Loopwright is shutting down, so nothing more is run.",
    next: "The draft is kept. Start Loopwright and submit again.",
  });
