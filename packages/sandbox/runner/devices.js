import { Buffer } from "node:buffer";

import { readFrame, writeFrame } from "./frames.js";

/** Standard output and error leave as frames, in order with the result, and can forge none. */
export function sendOutput(pyodide) {
  const to = (kind) => ({
    isatty: false,
    write: (bytes) => {
      writeFrame(kind, bytes);
      return bytes.length;
    },
  });
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout(to("O"));
  pyodide.setStderr(to("E"));
}

/**
 * /dev/lab_host: one write is one request, the reads after it are its reply. A device rather than a
 * JavaScript function, so that the way out of the interpreter hands no host object to Python.
 */
export function addCallDevice(FS) {
  let reply = Buffer.alloc(0);
  const device = FS.makedev(240, 0);
  FS.registerDevice(device, {
    open: (stream) => {
      stream.seekable = false;
    },
    close: () => {},
    write: (_stream, ...[buffer, offset, length]) => {
      writeFrame("C", Uint8Array.from(buffer.subarray(offset, offset + length)));
      const frame = readFrame();
      if (frame === null) throw new Error("the host has gone");
      reply = frame.payload;
      return length;
    },
    read: (_stream, ...[buffer, offset, length]) => {
      const part = reply.subarray(0, length);
      buffer.set(part, offset);
      reply = reply.subarray(part.length);
      return part.length;
    },
  });
  FS.mkdev("/dev/lab_host", 0o666, device);
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
