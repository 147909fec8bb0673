import { Buffer } from "node:buffer";

import { decodeBytes } from "./encode.js";

const decode = (text) => decodeBytes(text.replace(/\+/g, " ")).toString();

const encode = (text) =>
  Array.from(Buffer.from(text.toWellFormed()), (byte) => {
    const char = String.fromCharCode(byte);
    if (/[\w*.-]/.test(char)) return char;
    return char === " " ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");

export function parsePairs(text) {
  const fields = text.split("&").filter((field) => field !== "");
  return fields.map((field) => {
    const equals = field.indexOf("=");
    return equals < 0
      ? [decode(field), ""]
      : [decode(field.slice(0, equals)), decode(field.slice(equals + 1))];
  });
}

function pairsOf(init) {
  if (typeof init !== "object" || init === null) return parsePairs(String(init).replace(/^\?/, ""));
  const pairs = init[Symbol.iterator] ? [...init] : Object.entries(init);
  return pairs.map(([name, value]) => [String(name), String(value)]);
}

/** The fields of a query, in order; a name may stand there more than once. */
export class URLSearchParams {
  #pairs;
  #changed;

  constructor(init = "", changed = () => {}) {
    this.#pairs = pairsOf(init);
    this.#changed = changed;
  }

  get size() {
    return this.#pairs.length;
  }

  append(name, value) {
    this.#become([...this.#pairs, [String(name), String(value)]]);
  }

  delete(name, value) {
    this.#become(this.#pairs.filter(([one, held]) => !this.#is([one, held], name, value)));
  }

  get(name) {
    return this.#pairs.find(([one]) => one === String(name))?.[1] ?? null;
  }

  getAll(name) {
    return this.#pairs.filter(([one]) => one === String(name)).map(([, value]) => value);
  }

  has(name, value) {
    return this.#pairs.some((pair) => this.#is(pair, name, value));
  }

  set(name, value) {
    const at = this.#pairs.findIndex(([one]) => one === String(name));
    if (at < 0) return this.append(name, value);
    const rest = this.#pairs.filter(([one], place) => place === at || one !== String(name));
    this.#become(rest.map((pair, place) => (place === at ? [pair[0], String(value)] : pair)));
  }

  sort() {
    this.#become(
      this.#pairs.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other))),
    );
  }

  forEach(visit, self) {
    for (const [name, value] of this.#pairs) visit.call(self, value, name, this);
  }

  *entries() {
    for (const [name, value] of this.#pairs) yield [name, value];
  }

  *keys() {
    for (const [name] of this.#pairs) yield name;
  }

  *values() {
    for (const [, value] of this.#pairs) yield value;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  toString() {
    return this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  }

  #is([one, held], name, value) {
    return one === String(name) && (value === undefined || held === String(value));
  }

  #become(pairs) {
    this.#pairs = pairs;
    this.#changed(this.toString());
  }
}
