import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";

import { pictureOf } from "../picture.js";

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
  let exports = {};
  const instantiateWasm = (imports, done) => {
    const instance = new WebAssembly.Instance(wasm, imports);
    exports = instance.exports;
    done(instance, wasm);
    return exports;
  };
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmMemory: memory, emscriptenModule: { instantiateWasm } }),
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
    // emscripten_stack_get_current, by the name that the pinned build has for it.
    picture: (earlier) => pictureOf(memory, exports.Na?.() ?? 0, earlier),
  };
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
