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
