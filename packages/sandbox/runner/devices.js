import { readFrame, writeFrame } from "./frames.js";

/** One call to the host over the pipes. */
export function exchange(request) {
  writeFrame("C", request);
  const frame = readFrame();
  if (frame === null) throw new Error("the host has gone");
  return frame.payload;
}

/** One request for memory is tried in up to three sizes; refused in all of them, the limit is reached. */
const triesPerRequest = 3;

export function reportRefusedMemory() {
  const prototype = WebAssembly.Memory.prototype;
  const grow = Reflect.get(prototype, "grow");
  let refused = 0;
  prototype.grow = function (pages) {
    try {
      const before = grow.call(this, pages);
      refused = 0;
      return before;
    } catch (error) {
      refused += 1;
      if (refused === triesPerRequest) writeFrame("M", new Uint8Array(0));
      throw error;
    }
  };
}

const pageBytes = 65_536;

/**
 * Memory begins at a size that the build fixes, and a snapshot of an interpreter that had grown does not fit into
 * it: it grows before the interpreter looks at it.
 */
export function beginWithMemory(bytes) {
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const exported = Object.values((made.instance ?? made).exports);
    const memory = exported.find((one) => one instanceof WebAssembly.Memory);
    const missing = bytes - (memory?.buffer.byteLength ?? bytes);
    if (missing > 0) memory.grow(Math.floor(missing / pageBytes));
    return made;
  };
}
