/** SHA-256 (FIPS 180-4) of a text's UTF-8, in base64: what a policy's hashes are compared with. */

const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
const start = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
const steps = primes.map((p) => fraction(Math.cbrt(p)));
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function utf8(text) {
  const escaped = encodeURIComponent(text.toWellFormed ? text.toWellFormed() : text);
  const out = [];
  for (let at = 0; at < escaped.length; at++) {
    if (escaped[at] !== "%") out.push(escaped.charCodeAt(at));
    else {
      out.push(parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    }
  }
  return out;
}

export function base64(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let i = 0; i < 4; i++)
      out += at + i > bytes.length ? "=" : letters[(three >> (18 - 6 * i)) & 63];
  }
  return out;
}

function padded(bytes) {
  const out = [...bytes, 0x80];
  while (out.length % 64 !== 56) out.push(0);
  const bits = bytes.length * 8;
  for (let shift = 56; shift >= 0; shift -= 8) out.push(Math.floor(bits / 2 ** shift) & 255);
  return out;
}

const turn = (word, by) => (word >>> by) | (word << (32 - by));

function block(state, bytes) {
  const w = [];
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      w[i] =
        (bytes[4 * i] << 24) |
        (bytes[4 * i + 1] << 16) |
        (bytes[4 * i + 2] << 8) |
        bytes[4 * i + 3];
      continue;
    }
    const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + steps[i] + w[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
}

export function sha256(text) {
  const bytes = padded(utf8(text));
  let state = start;
  for (let at = 0; at < bytes.length; at += 64) state = block(state, bytes.slice(at, at + 64));
  return base64(state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255)));
}
