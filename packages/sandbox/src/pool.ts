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

export type Pool<Key> = { take: (key: Key) => Promise<Lease>; close: () => Promise<void> };

type Waiting<Key> = { key: Key; resolve: (lease: Lease) => void; reject: (cause: unknown) => void };

/**
 * A pool of one-shot children. Every child is used once. Jobs wait in a queue, and a free slot goes
 * to a job before it goes to booting ahead, so that a full queue is worked off on few cores.
 */
export function createPool<Key extends string>(options: PoolOptions<Key>): Pool<Key> {
  const idle: { key: Key; child: Child }[] = [];
  const waiting: Waiting<Key>[] = [];
  const alive = new Set<Child>();
  const booting: Key[] = [];
  let computing = 0;
  let closed = false;

  function pump() {
    if (closed) return;
    for (const job of waiting.slice()) {
      if (computing + booting.length >= options.parallel) return;
      const found = idle.findIndex(({ key }) => key === job.key);
      if (found >= 0) hand(job, idle.splice(found, 1)[0]!.child);
    }
    for (const key of missing()) {
      if (computing + booting.length >= options.parallel) return;
      start(key);
    }
  }

  /** Keys to boot: first what jobs wait for, then what is kept ahead. */
  function missing(): Key[] {
    const there = [...booting, ...idle.map(({ key }) => key)];
    const wanted = [
      ...waiting.map(({ key }) => key),
      ...Array<Key>(options.warm).fill(options.ahead),
    ];
    return wanted.filter((key) => {
      const found = there.indexOf(key);
      if (found >= 0) there.splice(found, 1);
      return found < 0;
    });
  }

  function hand(job: Waiting<Key>, child: Child) {
    waiting.splice(waiting.indexOf(job), 1);
    computing += 1;
    let resting = false;
    const rest = () => {
      if (resting) return;
      resting = true;
      computing -= 1;
      pump();
    };
    void child.ended.then(rest);
    job.resolve({ child, rest });
  }

  function start(key: Key) {
    booting.push(key);
    options.boot(key).then(
      (child) => {
        booting.splice(booting.indexOf(key), 1);
        keep(key, child);
        pump();
      },
      (cause: unknown) => {
        booting.splice(booting.indexOf(key), 1);
        // The job learns why; booting ahead is tried again with the next job, not at once.
        const job = waiting.find((one) => one.key === key);
        if (!job) return;
        waiting.splice(waiting.indexOf(job), 1);
        job.reject(cause);
        pump();
      },
    );
  }

  function keep(key: Key, child: Child) {
    alive.add(child);
    const entry = { key, child };
    void child.ended.then(() => {
      alive.delete(child);
      const at = idle.indexOf(entry);
      if (at >= 0) idle.splice(at, 1);
    });
    if (closed) child.kill();
    else idle.push(entry);
  }

  pump();
  return {
    take: (key) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(isClosed());
        waiting.push({ key, resolve, reject });
        pump();
      }),
    close: async () => {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(isClosed());
      const ended = [...alive].map((child) => child.ended);
      for (const child of alive) child.kill();
      await Promise.all(ended);
    },
  };
}

const isClosed = () =>
  new AppError("sandbox-failed", {
    message: "Loopwright is shutting down, so nothing more is run.",
    next: "The draft is kept. Start Loopwright and submit again.",
  });
