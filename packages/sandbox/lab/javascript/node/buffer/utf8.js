/** UTF-8, which this interpreter has no words for. What is not well formed becomes U+FFFD, as everywhere. */

const { fromCharCode } = String;
const { apply } = Reflect;
const notAscii = /[^\0-\x7f]/;

/** A text that is as good as its bytes: one character, one byte. */
export const isAscii = (value) => typeof value === "string" && !notAscii.test(value);

/** Nearly every text is ASCII, and an interpreter feels each step of a loop. */
export const encodeUtf8 = (text) =>
  notAscii.test(text) ? encodeAny(text) : encodeAscii(text, new Uint8Array(text.length));

function encodeAscii(text, bytes) {
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function encodeAny(text) {
  const bytes = [];
  for (const char of text) {
    let code = char.codePointAt(0);
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return Uint8Array.from(bytes);
}

/** First byte to how many follow, and the range of the second (the Encoding Standard's table). */
function lead(byte) {
  if (byte >= 0xc2 && byte <= 0xdf) return { more: 1, low: 0x80, high: 0xbf, bits: byte & 0x1f };
  if (byte >= 0xe0 && byte <= 0xef) {
    const [low, high] = [byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf];
    return { more: 2, low, high, bits: byte & 0x0f };
  }
  if (byte >= 0xf0 && byte <= 0xf4) {
    const [low, high] = [byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf];
    return { more: 3, low, high, bits: byte & 0x07 };
  }
  return null;
}

/** One code point at a place: { code, length }, or code -1 with the length of what is broken. */
function next(bytes, at) {
  const first = bytes[at];
  if (first < 0x80) return { code: first, length: 1 };
  const start = lead(first);
  if (start === null) return { code: -1, length: 1 };
  let { bits } = start;
  for (let step = 1; step <= start.more; step++) {
    const byte = bytes[at + step];
    const [low, high] = step === 1 ? [start.low, start.high] : [0x80, 0xbf];
    if (!(byte >= low && byte <= high)) return { code: -1, length: step };
    bits = (bits << 6) | (byte & 63);
  }
  return { code: bits, length: start.more + 1 };
}

/** How many arguments a call takes at once. */
const charsAtOnce = 4096;

/** Each byte as the character of that number. */
export function decodeBytes(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += charsAtOnce) {
    text += apply(fromCharCode, null, bytes.subarray(at, at + charsAtOnce));
  }
  return text;
}

/** `broken` is called where bytes are not well formed. */
export function decodeUtf8(bytes, broken = () => "\ufffd") {
  const plain = decodeBytes(bytes);
  return notAscii.test(plain) ? decodeAny(bytes, broken) : plain;
}

function decodeAny(bytes, broken) {
  const pieces = [];
  for (let at = 0; at < bytes.length;) {
    const { code, length } = next(bytes, at);
    pieces.push(code < 0 ? broken() : String.fromCodePoint(code));
    at += length;
  }
  return pieces.join("");
}
