import { parentPort, receiveMessageOnPort } from "node:worker_threads";

/**
 * Frames between the host and this thread; their kinds stand in src/frames.ts, their payloads are text.
 * Reading blocks, so that a call from inside the interpreter is synchronous. The host counts every frame
 * up on `signal` after it has posted it.
 */
export function openTalk(signal) {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    write: (kind, payload) => parentPort.postMessage({ kind, payload }),
    read: () => {
      for (;;) {
        const seen = Atomics.load(signal, 0);
        const found = receiveMessageOnPort(parentPort);
        if (found) return found.message;
        Atomics.wait(signal, 0, seen);
      }
    },
    /** Waits to be ended by the host: nothing of the interpreter goes on. */
    park: () => {
      for (;;) Atomics.wait(signal, 0, Atomics.load(signal, 0));
    },
  };
}
