/** Headers of the Web: found in any case, in the order of their names. */
export class Headers {
  #values = new Map();

  constructor(init = {}) {
    const pairs = init?.[Symbol.iterator] ? [...init] : Object.entries(init ?? {});
    for (const [name, value] of pairs) this.append(name, value);
  }

  append(name, value) {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }

  set(name, value) {
    const text = String(value).trim();
    if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(name)) throw new TypeError(`invalid header name: ${name}`);
    if (/[\0\r\n]/.test(text)) throw new TypeError(`invalid header value for ${name}`);
    this.#values.set(String(name).toLowerCase(), text);
  }

  get(name) {
    return this.#values.get(String(name).toLowerCase()) ?? null;
  }

  has(name) {
    return this.#values.has(String(name).toLowerCase());
  }

  delete(name) {
    this.#values.delete(String(name).toLowerCase());
  }

  forEach(visit, self) {
    for (const [name, value] of this) visit.call(self, value, name, this);
  }

  *entries() {
    const pairs = [...this.#values].toSorted(([one], [other]) => (one < other ? -1 : 1));
    yield* pairs;
  }

  *keys() {
    for (const [name] of this) yield name;
  }

  *values() {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator]() {
    return this.entries();
  }
}
