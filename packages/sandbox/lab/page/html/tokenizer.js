import { decode } from "./entities.js";

/**
 * HTML text to tokens, one at a time (HTML, 13.2.5). `text` may grow while it is read: document.write puts
 * text in at `at`. Where the text ends inside a token, `next` gives null and reads it again later.
 */

const space = /[\t\n\f\r ]/;
const tagAt = /^<\/?[a-zA-Z]/;

export class Tokenizer {
  text;
  at = 0;
  /** False while more may be written; at the end, what is unfinished is dropped as the standard says. */
  ended = false;

  constructor(text) {
    this.text = text.replace(/\r\n?/g, "\n");
  }

  insert(text) {
    this.text =
      this.text.slice(0, this.at) + text.replace(/\r\n?/g, "\n") + this.text.slice(this.at);
  }

  /** `foreign`: inside svg or math, where CDATA is known. */
  next(foreign, limit = this.text.length) {
    if (this.at >= limit) return null;
    const text = limit === this.text.length ? this.text : this.text.slice(0, limit);
    if (text[this.at] !== "<") return this.#characters(text);
    const rest = text.slice(this.at, this.at + 9);
    if (tagAt.test(rest)) return this.#tag(text);
    if (rest.startsWith("<!") || rest.startsWith("<?") || rest.startsWith("</")) {
      return this.#markup(text, rest, foreign);
    }
    if (rest === "<" && !this.ended) return null;
    return this.#characters(text, this.at + 1);
  }

  #characters(text, from = this.at) {
    let end = text.indexOf("<", from);
    if (end === -1) end = text.length;
    const raw = text.slice(this.at, end);
    this.at = end;
    return { type: "text", text: decode(raw) };
  }

  #markup(text, rest, foreign) {
    if (rest.startsWith("<!--")) return this.#comment(text);
    if (foreign && rest === "<![CDATA[") return this.#until(text, "]]>", { skip: 9, type: "text" });
    if (/^<!doctype/i.test(rest)) return this.#until(text, ">", { skip: 9, type: "doctype" });
    if (rest.startsWith("</>")) {
      this.at += 3;
      return { type: "comment", text: "", ignored: true };
    }
    if (rest === "</" && this.ended) return this.#characters(text, this.at + 1);
    return this.#until(text, ">", { skip: rest[1] === "?" ? 1 : 2, type: "comment" });
  }

  #until(text, mark, { skip, type }) {
    const end = text.indexOf(mark, this.at + skip);
    if (end === -1 && !this.ended) return null;
    const token = { type, text: text.slice(this.at + skip, end === -1 ? undefined : end) };
    this.at = end === -1 ? text.length : end + mark.length;
    return token;
  }

  #comment(text) {
    const start = this.at + 4;
    const early = /^-?>/.exec(text.slice(start, start + 2));
    if (early) {
      this.at = start + early[0].length;
      return { type: "comment", text: "" };
    }
    const close = /--!?>/g;
    close.lastIndex = start;
    const end = close.exec(text);
    if (!end && !this.ended) return null;
    const token = { type: "comment", text: text.slice(start, end ? end.index : undefined) };
    this.at = end ? close.lastIndex : text.length;
    return token;
  }

  #tag(text) {
    const closing = text[this.at + 1] === "/";
    let at = this.at + (closing ? 2 : 1);
    const nameFrom = at;
    while (at < text.length && !space.test(text[at]) && text[at] !== "/" && text[at] !== ">") at++;
    const name = text.slice(nameFrom, at).replace(/[A-Z]/g, (c) => c.toLowerCase());
    const found = readAttributes(text, at);
    if (found === null) {
      // A tag that the text ends in is dropped.
      if (this.ended) this.at = text.length;
      return null;
    }
    this.at = found.at;
    return closing
      ? { type: "end", name }
      : { type: "start", name, attributes: found.attributes, selfClosing: found.selfClosing };
  }

  /** The text up to the end tag of a raw text element; null where it is not there yet. */
  raw(name, limit = this.text.length) {
    const text = limit === this.text.length ? this.text : this.text.slice(0, limit);
    const end = name === "script" ? scriptEnd(text, this.at) : endTag(text, name, this.at);
    if (end === -1 && !this.ended) return null;
    const raw = text.slice(this.at, end === -1 ? undefined : end);
    this.at = end === -1 ? text.length : end;
    return { text: raw, closed: end !== -1 };
  }
}

function endTag(text, name, from) {
  const mark = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? -1;
}

/** Inside `<!-- <script`, an end tag closes only that inner script (script data double escaped). */
function scriptEnd(text, from) {
  const mark = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;
  mark.lastIndex = from;
  let escaped = false;
  let inner = false;
  for (let hit = mark.exec(text); hit; hit = mark.exec(text)) {
    if (hit[0] === "<!--") {
      escaped = true;
      // The dashes of "<!-->" end what they began.
      mark.lastIndex -= 2;
    } else if (hit[0] === "-->") escaped = inner = false;
    else if (hit[1] === "") inner = escaped;
    else if (inner) inner = false;
    else return hit.index;
  }
  return -1;
}

/** From behind the tag's name to behind its >. Null where the text ends before. */
function readAttributes(text, from) {
  const attributes = [];
  let at = from;
  for (;;) {
    while (at < text.length && space.test(text[at])) at++;
    if (at >= text.length) return null;
    if (text[at] === ">") return { attributes, at: at + 1, selfClosing: false };
    if (text[at] === "/") {
      if (text[at + 1] === ">") return { attributes, at: at + 2, selfClosing: true };
      at++;
      continue;
    }
    const one = readAttribute(text, at);
    if (one === null) return null;
    at = one.at;
    if (!attributes.some(([name]) => name === one.name)) attributes.push([one.name, one.value]);
  }
}

function readAttribute(text, from) {
  let at = from + 1;
  while (at < text.length && !/[\t\n\f\r />=]/.test(text[at])) at++;
  const name = text.slice(from, at).replace(/[A-Z]/g, (c) => c.toLowerCase());
  let value = at;
  while (value < text.length && space.test(text[value])) value++;
  if (text[value] !== "=") return { name, value: "", at };
  value++;
  while (value < text.length && space.test(text[value])) value++;
  const quote = text[value];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, value + 1);
    if (end === -1) return null;
    return { name, value: decode(text.slice(value + 1, end), true), at: end + 1 };
  }
  let end = value;
  while (end < text.length && !/[\t\n\f\r >]/.test(text[end])) end++;
  return { name, value: decode(text.slice(value, end), true), at: end };
}
