import { Buffer } from "node:buffer";
import { entropy } from "lab/parts/host";

const chunkMax = 65_536;

/** From the host: no test can predict these. */
export function randomBytes(size, callback) {
  const chunks = [];
  for (let left = size; left > 0; left -= chunkMax) {
    chunks.push(entropy(Math.min(left, chunkMax)));
  }
  const bytes = Buffer.concat(chunks);
  if (callback) queueMicrotask(() => callback(null, bytes));
  return callback ? undefined : bytes;
}

export function randomUUID() {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** From `min` (0 where it is left out) up to, not including, `max`; every number equally likely. */
export function randomInt(first, second) {
  const [min, max] = typeof second === "number" ? [first, second] : [0, first];
  const range = max - min;
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || range <= 0 || range >= 2 ** 48) {
    throw Object.assign(new RangeError('The value of "max" is out of range.'), {
      code: "ERR_OUT_OF_RANGE",
    });
  }
  const limit = 2 ** 48 - (2 ** 48 % range);
  let drawn;
  do drawn = randomBytes(6).readUIntBE(0, 6);
  while (drawn >= limit);
  return min + (drawn % range);
}

export function getRandomValues(array) {
  const bytes = randomBytes(array.byteLength);
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytes);
  return array;
}
