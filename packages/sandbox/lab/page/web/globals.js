/** What the language itself defines. The interpreter is shared with the lab, whose names no page has. */
const ofTheLanguage = new Set(
  "AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array InternalError Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape".split(
    " ",
  ),
);

export function leaveOnlyTheLanguage() {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!ofTheLanguage.has(name)) Reflect.deleteProperty(globalThis, name);
  }
}
