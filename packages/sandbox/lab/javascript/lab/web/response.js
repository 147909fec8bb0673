import { Buffer } from "node:buffer";
import { isAscii } from "node:buffer/utf8";

import { isHtml } from "../html.js";
import { setCookie } from "./cookies.js";
import { coded, reasonOf } from "./errors.js";
import { OutgoingHeaders } from "./headers.js";
import { readForSending } from "./send-file.js";
import { contentType } from "./types.js";

/** A URL fit for a header: what may not stand there is percent-encoded, and what is encoded stays. */
const encodeUrl = (url) =>
  String(url)
    .toWellFormed()
    .replace(/[^\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7a|~]+|%(?![0-9A-Fa-f]{2})/g, encodeURIComponent);

/** What goes out. The first answer counts; setting anything after it throws ERR_HTTP_HEADERS_SENT. */
export class Response {
  #headers = new OutgoingHeaders();
  #finish;
  #listeners = [];

  constructor(finish) {
    this.#finish = finish;
    this.statusCode = 200;
    this.headersSent = false;
    this.locals = {};
  }

  status(code) {
    if (!Number.isInteger(code) || code < 100 || code > 999) {
      throw coded(new RangeError(`Invalid status code: ${code}`), "ERR_HTTP_INVALID_STATUS_CODE");
    }
    this.statusCode = code;
    return this;
  }

  /** A header, or an object of headers. */
  set(name, value) {
    this.#open("set");
    if (typeof name === "string") this.#headers.set(name, value);
    else for (const key of Object.keys(name)) this.#headers.set(key, name[key]);
    return this;
  }

  header(name, value) {
    return this.set(name, value);
  }

  setHeader(name, value) {
    return this.set(name, value);
  }

  append(name, value) {
    this.#open("append");
    this.#headers.append(name, value);
    return this;
  }

  get(name) {
    return this.#headers.get(name);
  }

  getHeader(name) {
    return this.get(name);
  }

  removeHeader(name) {
    this.#open("remove");
    this.#headers.delete(name);
    return this;
  }

  /** `html`, `json`, `.csv` or a whole media type. */
  type(name) {
    return this.set("Content-Type", contentType(name));
  }

  cookie(name, value, options) {
    return this.append("Set-Cookie", setCookie(name, value, options));
  }

  clearCookie(name, options) {
    return this.cookie(name, "", { ...options, maxAge: undefined, expires: new Date(1) });
  }

  json(value) {
    if (!this.#headers.has("Content-Type")) this.type("json");
    return this.end(JSON.stringify(value));
  }

  /** Text goes out as HTML, bytes as a file, everything else as JSON, unless a type was set. */
  send(body = "") {
    const html = isHtml(body);
    if (!html && typeof body === "object" && body !== null && !(body instanceof Uint8Array)) {
      return this.json(body);
    }
    if (typeof body === "number" || typeof body === "boolean") return this.json(body);
    if (!this.#headers.has("Content-Type")) this.type(body instanceof Uint8Array ? "bin" : "html");
    return this.end(html ? String(body) : (body ?? ""));
  }

  sendStatus(code) {
    return this.status(code).type("text").send(reasonOf(code));
  }

  /** `redirect(url)` or `redirect(303, url)`. */
  redirect(...given) {
    const [code, url] = given.length > 1 ? given : [302, given[0]];
    this.status(code).location(url).type("text");
    return this.end(`${reasonOf(code)}. Redirecting to ${this.get("Location")}`);
  }

  location(url) {
    return this.set("Location", encodeUrl(url));
  }

  /** A file of node:fs; with `root`, a path below it. Throws HttpError 403 for `..`, 404 where there is none. */
  sendFile(path, options = {}) {
    const bytes = readForSending(path, options.root);
    if (!this.#headers.has("Content-Type")) this.type(path.includes(".") ? path : "bin");
    return this.end(bytes);
  }

  /** Sends a file to be saved under a name. */
  download(path, name = path.replace(/^.*\//, "")) {
    this.set("Content-Disposition", `attachment; filename="${name.replace(/["\\]/g, "\\$&")}"`);
    return this.sendFile(path);
  }

  end(body = "") {
    this.#open("send");
    if (!Number.isInteger(this.statusCode)) this.status(this.statusCode);
    this.headersSent = true;
    const sent = isAscii(body) ? body : Buffer.from(body ?? "");
    this.#finish({ status: this.statusCode, headers: this.#headers.pairs(), body: sent });
    for (const listener of this.#listeners) queueMicrotask(() => listener.call(this));
    return this;
  }

  /** "finish" comes once the answer is out. */
  on(event, listener) {
    if (event === "finish") this.#listeners.push(listener);
    return this;
  }

  #open(what) {
    if (!this.headersSent) return;
    const problem = `Cannot ${what} headers after they are sent to the client`;
    throw coded(new Error(problem), "ERR_HTTP_HEADERS_SENT");
  }
}
