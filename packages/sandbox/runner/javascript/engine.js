import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";

/** More overflows the stack of the thread before the interpreter notices. */
const stackBytes = 128 * 1024;
const pageBytes = 64 * 1024;
const initialPages = 256;

/**
 * One interpreter in a WebAssembly memory of its own, which cannot grow beyond `memoryMb`. `onRefused` is
 * told where it asked for more: learner code can swallow the error, this it cannot.
 */
export async function bootEngine({ wasm, memoryMb, onRefused }) {
  const maximum = Math.max(initialPages, Math.floor((memoryMb * 1024 * 1024) / pageBytes));
  const memory = new WebAssembly.Memory({ initial: initialPages, maximum });
  watchGrowth(memory, onRefused);
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmModule: wasm, wasmMemory: memory }),
  );
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(stackBytes);
  const context = runtime.newContext();
  let deadline = Infinity;
  runtime.setInterruptHandler(() => Date.now() > deadline);
  // Made once and kept by the library: made after the picture was taken, it would point nowhere later.
  void context.global;
  return {
    runtime,
    context,
    /** Depth only: whoever started this thread ends it, at the latest when its time is over. */
    stopAt: (time) => {
      deadline = time;
    },
    picture: () => pictureOf(memory),
  };
}

/**
 * A copy of all that the interpreter holds, and how to put it back. What lies above the copied part was
 * never handed out in the picture's past, and is handed out as if it were new.
 */
function pictureOf(memory) {
  const all = new Uint8Array(memory.buffer);
  let top = all.length;
  while (top > 0 && all[top - 1] === 0) top -= 1;
  const copy = all.slice(0, top);
  return { bytes: top, restore: () => new Uint8Array(memory.buffer).set(copy) };
}

/** One request for memory is tried in three sizes; refused in all of them, the limit is reached. */
const triesPerRequest = 3;

function watchGrowth(memory, onRefused) {
  const grow = memory.grow.bind(memory);
  let refused = 0;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      refused = 0;
      return before;
    } catch (error) {
      refused += 1;
      if (refused === triesPerRequest) onRefused();
      throw error;
    }
  };
}
