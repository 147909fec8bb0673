import { piecesOf } from "./address.js";

import { domainToAscii } from "./domain.js";
import { decodeBytes, encode, sets } from "./encode.js";

/** Host of a URL in its one form, or null where it is none (URL Standard, "host parsing"). */

const forbidden = /[\0\t\n\r #/:<>?@[\\\]^|]/;
const forbiddenInDomain = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;

export function parseHost(text, special) {
  if (text.startsWith("[")) return text.endsWith("]") ? ipv6(text.slice(1, -1)) : null;
  if (!special) return forbidden.test(text) ? null : encode(text, sets.control);
  const domain = domainToAscii(decodeBytes(text).toString());
  if (domain === null || domain === "" || forbiddenInDomain.test(domain)) return null;
  return endsInNumber(domain) ? ipv4(domain) : domain;
}

const partsOf = (domain) => {
  const parts = domain.split(".");
  if (parts.length > 1 && parts.at(-1) === "") parts.pop();
  return parts;
};

/** Decimal, 0octal or 0xhexadecimal, as old C libraries read addresses; NaN where it is none. */
function number(part) {
  if (/^0x[0-9a-f]*$/i.test(part)) return part.length === 2 ? 0 : parseInt(part, 16);
  if (/^0[0-7]*$/.test(part)) return part === "0" ? 0 : parseInt(part, 8);
  return /^[1-9]\d*$/.test(part) ? Number(part) : Number.NaN;
}

function endsInNumber(domain) {
  const last = partsOf(domain).at(-1);
  return /^\d+$/.test(last) || /^0x[0-9a-f]*$/i.test(last);
}

/** One to four numbers; the last one fills what is left of the address. */
function ipv4(domain) {
  const numbers = partsOf(domain).map(number);
  if (numbers.length > 4 || numbers.some((one) => Number.isNaN(one))) return null;
  const last = numbers.pop();
  if (numbers.some((one) => one > 255) || last >= 256 ** (4 - numbers.length)) return null;
  const whole = numbers.reduce((sum, one, at) => sum + one * 256 ** (3 - at), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(whole / 2 ** shift) % 256).join(".");
}

function ipv6(text) {
  const pieces = text.includes(":") ? piecesOf(text) : null;
  return pieces && `[${shortest(pieces)}]`;
}

/** The first of the longest runs of zeros, of two or more, becomes `::`. */
function shortest(pieces) {
  let best = { from: -1, length: 1 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (pieces[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
  }
  const hex = (list) => list.map((piece) => piece.toString(16)).join(":");
  if (best.from < 0) return hex(pieces);
  return `${hex(pieces.slice(0, best.from))}::${hex(pieces.slice(best.from + best.length))}`;
}
