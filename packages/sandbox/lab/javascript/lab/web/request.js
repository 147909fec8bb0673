import { Buffer } from "node:buffer";

import { parseBody } from "./body.js";
import { parseCookies } from "./cookies.js";
import { parseQuery } from "./query.js";
import { mediaType } from "./types.js";

/** Headers of which Node keeps the first and drops the rest; others are joined. */
const single = new Set(
  "age authorization content-length content-type etag expires from host if-modified-since location referer user-agent".split(
    " ",
  ),
);

/** Address of whoever connects, in every test. */
const peer = "203.0.113.10";

function collect(pairs) {
  const headers = {};
  for (const [given, value] of pairs) {
    const name = given.toLowerCase();
    if (!Object.hasOwn(headers, name)) headers[name] = value;
    else if (!single.has(name)) headers[name] += (name === "cookie" ? "; " : ", ") + value;
  }
  return headers;
}

/** What came in. `url` is the path with its query as sent; below a router it is what is left of it. */
export class Request {
  #parsed;
  /** Bytes, or a text of ASCII. */
  #sent;

  constructor({ method, path, headers, body }) {
    this.method = method;
    this.url = path;
    this.originalUrl = path;
    this.baseUrl = "";
    this.params = {};
    this.headers = collect(headers);
    this.#sent = body;
    this.query = parseQuery(path.includes("?") ? path.slice(path.indexOf("?") + 1) : "");
    this.cookies = parseCookies(this.headers.cookie);
    this.protocol = "https";
    this.secure = true;
  }

  /** Reads the body; throws HttpError 400 where it is not what its type says. */
  parse() {
    this.#parsed = parseBody(this.#sent, this.headers["content-type"]);
    this.body = this.#parsed.body;
    this.files = this.#parsed.files;
  }

  get rawBody() {
    if (typeof this.#sent === "string") this.#sent = Buffer.from(this.#sent);
    return this.#sent;
  }

  /** Programs keep bytes of their own here. */
  set rawBody(value) {
    Object.defineProperty(this, "rawBody", {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }

  /** As it was sent, without the query: nothing is decoded or tidied. */
  get path() {
    const query = this.url.indexOf("?");
    return query < 0 ? this.url : this.url.slice(0, query);
  }

  /** The peer, or what trusted proxies say of it: each appends the address that it saw to X-Forwarded-For. */
  get ip() {
    const trust = this.app?.settings["trust proxy"] ?? false;
    const said = (this.headers["x-forwarded-for"] ?? "").split(",").map((one) => one.trim());
    const hops = [...said.filter(Boolean), peer];
    if (typeof trust === "number") return hops.at(-1 - Math.min(trust, hops.length - 1));
    return trust ? hops[0] : peer;
  }

  get hostname() {
    const trust = this.app?.settings["trust proxy"];
    const host = (trust && this.headers["x-forwarded-host"]) || this.headers.host || "";
    return host.split(",")[0].trim().replace(/:\d+$/, "");
  }

  /** A header, by its name in any case. */
  get(name) {
    const key = name.toLowerCase();
    const { headers } = this;
    if (key === "referer" || key === "referrer") return headers.referer ?? headers.referrer;
    return Object.hasOwn(headers, key) ? headers[key] : undefined;
  }

  header(name) {
    return this.get(name);
  }

  /** The content type, where it is one of these: `req.is("json")`, `req.is("text/html")`; else false. */
  is(...types) {
    const type = mediaType(this.headers["content-type"]);
    const fits = (one) => (one.includes("/") ? type === one : type.endsWith(`/${one}`));
    return type !== "" && types.flat().some(fits) ? type : false;
  }
}
