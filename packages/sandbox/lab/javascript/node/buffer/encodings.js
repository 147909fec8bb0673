import { decodeBytes, decodeUtf8, encodeUtf8 } from "./utf8.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const urlDigits = `${digits.slice(0, 62)}-_`;
const values = new Map(Array.from(digits, (char, at) => [char, at]));
values.set("-", 62).set("_", 63);

function toBase64(bytes, alphabet, pad) {
  let text = "";
  const { length } = bytes;
  for (let at = 0; at < length; at += 3) {
    // Beyond the end is undefined, which counts as 0 here.
    const bits = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    text += alphabet[bits >> 18] + alphabet[(bits >> 12) & 63];
    if (at + 1 < length) text += alphabet[(bits >> 6) & 63];
    if (at + 2 < length) text += alphabet[bits & 63];
  }
  return pad ? text + "=".repeat((3 - (length % 3)) % 3) : text;
}

/** Both alphabets are read; what is no digit is skipped, and `=` ends it, as in Node. */
function fromBase64(text) {
  const bytes = [];
  let [bits, count] = [0, 0];
  for (const char of text) {
    if (char === "=") break;
    const value = values.get(char);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Stops at the first pair that is not hexadecimal, as in Node. */
function fromHex(text) {
  const [pairs] = /^(?:[0-9a-f]{2})*/i.exec(text);
  return Uint8Array.from(pairs.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const asciiChars = (bytes) => decodeBytes(Uint8Array.from(bytes, (byte) => byte & 0x7f));
const lowBytes = (text) => Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function fromUtf16(text) {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[2 * at] = text.charCodeAt(at);
    bytes[2 * at + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

const toUtf16 = (bytes) =>
  Array.from({ length: bytes.length >> 1 }, (_, at) =>
    String.fromCharCode(bytes[2 * at] | (bytes[2 * at + 1] << 8)),
  ).join("");

const utf8 = { decode: (bytes) => decodeUtf8(bytes), encode: encodeUtf8 };
const latin1 = { decode: decodeBytes, encode: lowBytes };
const utf16 = { decode: toUtf16, encode: fromUtf16 };

const encodings = {
  utf8,
  "utf-8": utf8,
  hex: { decode: toHex, encode: fromHex },
  base64: { decode: (bytes) => toBase64(bytes, digits, true), encode: fromBase64 },
  base64url: { decode: (bytes) => toBase64(bytes, urlDigits, false), encode: fromBase64 },
  latin1,
  binary: latin1,
  ascii: { decode: asciiChars, encode: lowBytes },
  utf16le: utf16,
  ucs2: utf16,
};

export const isEncoding = (name) =>
  typeof name === "string" && Object.hasOwn(encodings, name.toLowerCase());

export function encodingOf(name = "utf8") {
  if (isEncoding(name)) return encodings[name.toLowerCase()];
  throw Object.assign(new TypeError(`Unknown encoding: ${String(name)}`), {
    code: "ERR_UNKNOWN_ENCODING",
  });
}
