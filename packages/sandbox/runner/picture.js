/** Of the pinned builds: their stack, which grows down, and how far below its top they may come while they start. */
const stackMaxBytes = 5 * 1024 * 1024;
const stackUsedBytes = 512 * 1024;

/**
 * A copy of all that an interpreter or a database holds, and how to put it back. `stackTop` is where the stack stands
 * while nothing runs: what lies below is of no meaning, and most of it is never touched, so that the quick
 * way leaves it out. What lies above the copied part is handed out as if it were new.
 */
export function pictureOf(memory, stackTop) {
  const all = new Uint8Array(memory.buffer);
  const length = all.length;
  let top = length;
  while (top > 0 && all[top - 1] === 0) top -= 1;
  const copy = all.slice(0, top);
  const gap = untouched(copy, stackTop);
  const [low, high] = [copy.subarray(0, gap.from), copy.subarray(gap.to)];
  return {
    /** For the next case of the same program. */
    restore: () => {
      const now = new Uint8Array(memory.buffer);
      now.set(low);
      now.set(high, gap.to);
    },
    /** For another program: byte for byte, or false where that is no longer possible. */
    wipe: () => {
      const now = new Uint8Array(memory.buffer);
      if (now.length !== length) return false;
      now.set(copy);
      now.fill(0, top);
      return true;
    },
  };
}

/** Where this is not the stack that is expected, nothing is left out. */
function untouched(copy, stackTop) {
  const from = stackTop - stackMaxBytes + 64 * 1024;
  const to = stackTop - stackUsedBytes;
  if (from < 0 || to > copy.length || copy.subarray(from, to).some((byte) => byte !== 0)) {
    return { from: 0, to: 0 };
  }
  return { from, to };
}
