const custom = Symbol.for("nodejs.util.promisify.custom");

/** A function that calls back with (error, value), as one that gives a promise. */
export function promisify(work) {
  if (work[custom]) return work[custom];
  return (...given) =>
    new Promise((resolve, reject) => {
      work(...given, (error, value) => (error ? reject(error) : resolve(value)));
    });
}
promisify.custom = custom;

export { isDeepStrictEqual } from "./util/equal.js";
export { format, inspect } from "./util/inspect.js";

import { isDeepStrictEqual } from "./util/equal.js";
import { format, inspect } from "./util/inspect.js";

export default { format, inspect, isDeepStrictEqual, promisify };
