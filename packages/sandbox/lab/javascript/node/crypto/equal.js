import { Buffer } from "node:buffer";

const bytesOf = (value, name) => {
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const problem = `The "${name}" argument must be an instance of Buffer, TypedArray, or DataView.`;
  throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_TYPE" });
};

/** Throws where the lengths differ, as Node does. */
export function timingSafeEqual(one, other) {
  const [a, b] = [bytesOf(one, "buf1"), bytesOf(other, "buf2")];
  if (a.length !== b.length) {
    throw Object.assign(new RangeError("Input buffers must have the same byte length"), {
      code: "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH",
    });
  }
  let differs = 0;
  for (let at = 0; at < a.length; at++) differs |= a[at] ^ b[at];
  return differs === 0;
}
