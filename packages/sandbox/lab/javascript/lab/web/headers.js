import { coded } from "./errors.js";

const namePattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// As Node: a line break or another control character would let a value begin a header of its own.
const valuePattern = /^[\t\x20-\x7e\x80-\xff]*$/;

function checkedName(name) {
  if (namePattern.test(name)) return name;
  const problem = `Header name must be a valid HTTP token ["${name}"]`;
  throw coded(new TypeError(problem), "ERR_INVALID_HTTP_TOKEN");
}

function checkedValue(name, value) {
  if (value === undefined) {
    const problem = `Invalid value "undefined" for header "${name}"`;
    throw coded(new TypeError(problem), "ERR_HTTP_INVALID_HEADER_VALUE");
  }
  const text = String(value);
  if (valuePattern.test(text)) return text;
  throw coded(new TypeError(`Invalid character in header content ["${name}"]`), "ERR_INVALID_CHAR");
}

/** Headers on their way out: names keep their letters, and each is found in any case. */
export class OutgoingHeaders {
  #values = new Map();

  set(name, value) {
    const values = [].concat(value).map((one) => checkedValue(name, one));
    this.#values.set(checkedName(String(name)).toLowerCase(), { name: String(name), values });
  }

  append(name, value) {
    const before = this.#values.get(String(name).toLowerCase())?.values ?? [];
    this.set(name, [...before, ...[].concat(value)]);
  }

  get(name) {
    const values = this.#values.get(String(name).toLowerCase())?.values;
    return values?.length === 1 ? values[0] : values;
  }

  has(name) {
    return this.#values.has(String(name).toLowerCase());
  }

  delete(name) {
    this.#values.delete(String(name).toLowerCase());
  }

  pairs() {
    return [...this.#values.values()].flatMap(({ name, values }) =>
      values.map((value) => [name, value]),
    );
  }
}
