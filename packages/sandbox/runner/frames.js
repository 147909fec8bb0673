import fs from "node:fs";
import { Buffer } from "node:buffer";

/**
 * Frames between the host and this child: four bytes of length, one byte of kind, the payload.
 * Both pipes are blocking, so that a call from inside the interpreter is synchronous.
 * The kinds stand in src/frames.ts.
 */
const fromHost = 3;
const toHost = 4;

/** Blocks until one frame has arrived; null where the host has gone. */
export function readFrame() {
  const header = readExactly(5);
  if (header === null) return null;
  const payload = readExactly(header.readUInt32BE(0));
  return payload === null ? null : { kind: String.fromCharCode(header[4]), payload };
}

/** @param {string} kind one letter @param {Uint8Array} payload */
export function writeFrame(kind, payload) {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(payload.length, 0);
  header[4] = kind.charCodeAt(0);
  // Small frames leave in one write: half the system calls of a busy run.
  if (payload.length < 65_536) return writeAll(Buffer.concat([header, payload]));
  writeAll(header);
  writeAll(payload);
}

/** @param {string} kind @param {string} text */
export const writeText = (kind, text) => writeFrame(kind, Buffer.from(text, "utf8"));

/** @param {number} length */
function readExactly(length) {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = fs.readSync(fromHost, bytes, done, length - done, null);
    if (count === 0) return null;
    done += count;
  }
  return bytes;
}

/** @param {Uint8Array} bytes */
function writeAll(bytes) {
  let done = 0;
  while (done < bytes.length) done += fs.writeSync(toHost, bytes, done, bytes.length - done);
}
