import type { Child, ChildEnd } from "../child.ts";
import { frameKinds } from "../frames.ts";
import { bootThread } from "./boot.ts";
import type { ThreadData } from "./thread.ts";

/** Puts the interpreter's memory back to what it was before its job, byte for byte. */
const wipe = "W";

/** What the library between this thread's JavaScript and the interpreter leaves behind stays small. */
const usesMax = 200;

/**
 * Threads, booted or wiped. A boot costs a tenth of a second, a wipe a few milliseconds, and neither leaves
 * anything of a run: an interpreter is nothing but its memory. One that grew its memory is not used again.
 */
export function threadStock(dataFor: (memoryMb: number) => Promise<ThreadData>) {
  const spares = new Map<number, Promise<Thread | null>[]>();
  const alive = new Set<Child>();
  const backOf = new WeakMap<Child, () => void>();
  let closed = false;

  async function boot(memoryMb: number): Promise<Thread> {
    const child = await bootThread(await dataFor(memoryMb));
    alive.add(child);
    void child.ended.then(() => alive.delete(child));
    if (closed) child.kill();
    return { child, memoryMb, uses: 0 };
  }
  function keep(thread: Thread) {
    if (closed || thread.uses >= usesMax) return thread.child.kill();
    const waiting = spares.get(thread.memoryMb) ?? [];
    spares.set(thread.memoryMb, [...waiting, wiped(thread)]);
  }
  return {
    /** A thread for one job. Throws `sandbox-failed` where none boots. */
    take: async (memoryMb: number): Promise<Child> => {
      const spare = await spares.get(memoryMb)?.shift();
      const thread = spare ?? (await boot(memoryMb));
      const { child, giveBack } = lend(thread, () => keep(thread));
      backOf.set(child, giveBack);
      return child;
    },
    /** For a run that finished: the thread is wiped and lent again. Any other end is `kill`. */
    giveBack: (child: Child) => backOf.get(child)?.(),
    close: async () => {
      closed = true;
      const ended = [...alive].map((child) => child.ended);
      for (const child of alive) child.kill();
      await Promise.all(ended);
    },
  };
}

type Thread = { child: Child; memoryMb: number; uses: number };

function wiped(thread: Thread): Promise<Thread | null> {
  return new Promise((resolve) => {
    thread.child.listen({
      frame: ({ kind }) => {
        if (kind === frameKinds.ready) resolve(thread);
      },
      oversize: () => thread.child.kill(),
      end: () => resolve(null),
    });
    thread.child.send(wipe, "");
  });
}

/** The thread as long as one job has it: whoever had it can no longer reach it once it is given back. */
function lend(thread: Thread, keep: () => void) {
  const { child } = thread;
  let isLent = true;
  let end: (how: ChildEnd) => void = () => {};
  const returned = new Promise<ChildEnd>((resolve) => {
    end = resolve;
  });
  thread.uses += 1;
  const lent: Child = {
    ...child,
    ended: Promise.race([child.ended, returned]),
    send: (kind, payload) => {
      if (isLent) child.send(kind, payload);
    },
    kill: () => {
      if (isLent) child.kill();
    },
  };
  const giveBack = () => {
    if (!isLent) return;
    isLent = false;
    keep();
    end({ code: 0, signal: null, stderr: "" });
  };
  return { child: lent, giveBack };
}
