import { Buffer } from "node:buffer";

/** The percent-encode sets of the URL Standard: what may not stand as it is, beside controls and non-ASCII. */
const fragment = ' "<>`';
const query = ' "#<>';
const path = `${query}?\`{}`;
export const sets = {
  control: "",
  fragment,
  query,
  specialQuery: `${query}'`,
  path,
  userinfo: `${path}/:;=@[\\]^|`,
};

const escaped = (char) =>
  Array.from(
    Buffer.from(char),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");

export function encode(text, set) {
  let whole = "";
  for (const char of text) {
    whole += char < " " || char > "~" || set.includes(char) ? escaped(char) : char;
  }
  return whole;
}

/** Bytes of a text in which each %XX is one byte; what is no such thing stays. */
export function decodeBytes(text) {
  const bytes = Buffer.from(text);
  const decoded = [];
  for (let at = 0; at < bytes.length; at++) {
    const pair = bytes[at] === 0x25 ? bytes.toString("latin1", at + 1, at + 3) : "";
    if (!/^[0-9a-f]{2}$/i.test(pair)) decoded.push(bytes[at]);
    else {
      decoded.push(parseInt(pair, 16));
      at += 2;
    }
  }
  return Buffer.from(decoded);
}
