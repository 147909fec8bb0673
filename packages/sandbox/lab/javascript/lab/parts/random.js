import { entropy } from "./host.js";

/** Random bytes of the host as hexadecimal text. `lab/chance` has no say in them. */
export const randomHex = (count) =>
  Array.from(entropy(count), (byte) => byte.toString(16).padStart(2, "0")).join("");
