import { encodingOf, isEncoding } from "./buffer/encodings.js";
import { addNumbers } from "./buffer/numbers.js";

const isBytes = (value) => value instanceof Uint8Array;

function bytesOf(value, encoding) {
  if (typeof value === "string") return encodingOf(encoding ?? "utf8").encode(value);
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return value;
  // What JSON.stringify makes of a buffer.
  if (value?.type === "Buffer" && Array.isArray(value.data)) return value.data;
  const problem =
    "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array.";
  const received = `${problem} Received ${value === null ? "null" : typeof value}`;
  throw Object.assign(new TypeError(received), { code: "ERR_INVALID_ARG_TYPE" });
}

/** Bytes, as Node has them: the encodings, comparing, searching, and whole numbers. */
export class Buffer extends Uint8Array {
  static from(value, encoding, length) {
    if (value instanceof ArrayBuffer) return new Buffer(value, encoding, length);
    const bytes = bytesOf(value, encoding);
    const made = new Buffer(bytes.length);
    made.set(bytes);
    return made;
  }

  static alloc(size, fill = 0, encoding = "utf8") {
    return new Buffer(size).fill(fill, encoding);
  }

  static allocUnsafe(size) {
    return new Buffer(size);
  }

  static concat(list, total = list.reduce((sum, one) => sum + one.length, 0)) {
    const whole = new Buffer(total);
    let at = 0;
    for (const one of list) {
      const part = one.subarray(0, Math.max(total - at, 0));
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  static isBuffer(value) {
    return value instanceof Buffer;
  }

  static isEncoding(name) {
    return isEncoding(name);
  }

  static byteLength(value, encoding) {
    return typeof value === "string" ? bytesOf(value, encoding).length : value.byteLength;
  }

  static compare(one, other) {
    const shared = Math.min(one.length, other.length);
    for (let at = 0; at < shared; at++) {
      if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
    }
    return Math.sign(one.length - other.length);
  }

  toString(encoding = "utf8", start = 0, end = this.length) {
    return encodingOf(encoding).decode(this.subarray(start, end));
  }

  toLocaleString(encoding) {
    return this.toString(encoding);
  }

  toJSON() {
    return { type: "Buffer", data: [...this] };
  }

  equals(other) {
    return Buffer.compare(this, other) === 0;
  }

  compare(other) {
    return Buffer.compare(this, other);
  }

  /** Shares the memory, as Node's does; Uint8Array's makes a copy. */
  slice(start, end) {
    return this.subarray(start, end);
  }

  write(text, offset = 0, encoding = "utf8") {
    const bytes = bytesOf(text, encoding).subarray(0, this.length - offset);
    this.set(bytes, offset);
    return bytes.length;
  }

  // oxlint-disable-next-line max-params -- as in Node
  copy(target, at = 0, start = 0, end = this.length) {
    const part = this.subarray(start, Math.min(end, start + target.length - at));
    target.set(part, at);
    return part.length;
  }

  fill(value, encoding = "utf8") {
    if (typeof value === "number" || value === "") return super.fill(Number(value));
    const bytes = bytesOf(value, encoding);
    for (let at = 0; at < this.length; at++) this[at] = bytes[at % bytes.length];
    return this;
  }

  indexOf(value, from = 0, encoding = "utf8") {
    if (typeof value === "number") return super.indexOf(value & 0xff, from);
    const wanted = isBytes(value) ? value : bytesOf(value, encoding);
    const start = from < 0 ? Math.max(this.length + from, 0) : from;
    for (let at = start; at + wanted.length <= this.length; at++) {
      if (wanted.every((byte, step) => this[at + step] === byte)) return at;
    }
    return -1;
  }

  includes(value, from, encoding) {
    return this.indexOf(value, from, encoding) >= 0;
  }
}

addNumbers(Buffer.prototype);

export const atob = (text) => {
  const plain = String(text).replace(/[\t\n\f\r ]/g, "");
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(plain) && plain.replace(/=+$/, "").length % 4 !== 1) {
    return Buffer.from(plain, "base64").toString("latin1");
  }
  throw new Error("The string to be decoded is not correctly encoded.");
};

export const btoa = (text) => {
  if (/[^\0-\xff]/.test(String(text))) throw new Error("Invalid character");
  return Buffer.from(String(text), "latin1").toString("base64");
};

export default { Buffer, atob, btoa };
