import { entropy } from "./parts/host.js";

/** Chance, for tests: what an attacker knows who has worked out the state of `Math.random`. */

let state = null;

/** Mulberry32: one step of a generator whose whole state is 32 bits. */
function step() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** From 0 up to 1, with 53 bits. */
Math.random = () => ((step() >>> 5) * 0x4000000 + (step() >>> 6)) / 2 ** 53;

/** Makes Math.random give the numbers that follow from a seed, a number or a text. node:crypto stays as it is. */
export function predict(seed) {
  state = Array.from(String(seed), (char) => char.codePointAt(0)).reduce(
    (sum, code) => (sum * 31 + code) | 0,
    7,
  );
}

/** Back to chance: the interpreter would otherwise repeat the numbers of its snapshot. */
export function reset() {
  const [a, b, c, d] = entropy(4);
  state = a | (b << 8) | (c << 16) | (d << 24);
}
