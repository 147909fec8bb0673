/** Of the pinned builds: their stack, which grows down, and how far below its top they may come while they start. */
const stackMaxBytes = 5 * 1024 * 1024;
const stackUsedBytes = 512 * 1024;
/** A page of WebAssembly's: every memory is so many of them. */
const chunkBytes = 64 * 1024;
const zeros = Buffer.alloc(stackMaxBytes);
const isZero = (bytes) => Buffer.compare(bytes, zeros.subarray(0, bytes.length)) === 0;

/**
 * A copy of all that an interpreter or a database holds, and how to put it back. `stackTop` is where the stack stands
 * while nothing runs: what lies below is of no meaning, and most of it is never touched, so that the quick
 * way leaves it out. What lies above the copied part is handed out as if it were new. `earlier` is a picture of the
 * same memory, which found where the stack lies.
 */
export function pictureOf(memory, stackTop, earlier) {
  const all = new Uint8Array(memory.buffer);
  const length = all.length;
  let top = length;
  while (top > 0 && isZero(all.subarray(top - chunkBytes, top))) top -= chunkBytes;
  const gap = earlier?.gap ?? untouched(all.subarray(0, top), stackTop);
  const [low, high] = [all.slice(0, gap.from), all.slice(gap.to, top)];
  return {
    gap,
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
      now.set(low);
      now.fill(0, gap.from, gap.to);
      now.set(high, gap.to);
      now.fill(0, top);
      return true;
    },
  };
}

/** Where this is not the stack that is expected, nothing is left out. */
function untouched(used, stackTop) {
  const from = stackTop - stackMaxBytes + 64 * 1024;
  const to = stackTop - stackUsedBytes;
  if (from < 0 || to > used.length || !isZero(used.subarray(from, to))) {
    return { from: 0, to: 0 };
  }
  return { from, to };
}
