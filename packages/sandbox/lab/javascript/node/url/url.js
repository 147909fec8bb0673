import { encode, sets } from "./encode.js";
import { isSpecial, parse, parseHostAndPort, parsePath, pathText, serialize } from "./parse.js";
import { URLSearchParams } from "./search-params.js";

const recordOf = (input, base) => {
  const from = base === undefined ? null : parse(String(base));
  return base !== undefined && from === null ? null : parse(String(input).toWellFormed(), from);
};

/** A URL, as in browsers and Node. */
export class URL {
  #record;
  #params = null;

  constructor(input, base) {
    this.#record = recordOf(input, base);
    if (this.#record === null) {
      const given = { code: "ERR_INVALID_URL", input: String(input) };
      throw Object.assign(new TypeError("Invalid URL"), given);
    }
  }

  static canParse(input, base) {
    return recordOf(input, base) !== null;
  }

  static parse(input, base) {
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  get href() {
    return serialize(this.#record);
  }

  set href(value) {
    const record = parse(String(value));
    if (record === null) throw new TypeError("Invalid URL");
    this.#become(record);
  }

  get origin() {
    const { scheme, path } = this.#record;
    if (scheme === "blob:")
      return recordOf(path)?.scheme?.startsWith("http") ? new URL(path).origin : "null";
    return isSpecial(scheme) && scheme !== "file:" ? `${scheme}//${this.host}` : "null";
  }

  get protocol() {
    return this.#record.scheme;
  }

  set protocol(value) {
    const scheme = String(value).toLowerCase().replace(/:.*$/, "") + ":";
    // A scheme stays of its kind: http may become https, not javascript.
    const same = isSpecial(scheme) === isSpecial(this.protocol);
    if (same && this.#record.host !== "") this.#again({ scheme });
  }

  get username() {
    return this.#record.username;
  }

  set username(value) {
    if (this.#record.host) this.#become({ username: encode(String(value), sets.userinfo) });
  }

  get password() {
    return this.#record.password;
  }

  set password(value) {
    if (this.#record.host) this.#become({ password: encode(String(value), sets.userinfo) });
  }

  get host() {
    const { host, port } = this.#record;
    return (host ?? "") + (port === null ? "" : `:${String(port)}`);
  }

  set host(value) {
    const [text] = String(value).split(/[/?#\\]/);
    const place = this.#placeOf(text);
    if (!place?.host) return;
    this.#become(/:\d+$/.test(text) ? place : { host: place.host });
  }

  get hostname() {
    return this.#record.host ?? "";
  }

  set hostname(value) {
    const place = this.#placeOf(String(value).split(/[/?#\\]/)[0]);
    if (place?.host && place.port === null) this.#become({ host: place.host });
  }

  get port() {
    return String(this.#record.port ?? "");
  }

  set port(value) {
    const [digits] = /^\d*/.exec(String(value));
    if (digits === "" && String(value) !== "") return;
    const place = parseHostAndPort(this.protocol, `h:${digits}`);
    if (place && this.#record.host) this.#become({ port: place.port });
  }

  get pathname() {
    return pathText(this.#record.path);
  }

  set pathname(value) {
    if (typeof this.#record.path === "string") return;
    const text = String(value);
    const whole = /^[/\\]/.test(text) ? text : `/${text}`;
    this.#become({ path: parsePath(this.protocol, whole.replace(/[?#]/g, encodeURIComponent)) });
  }

  get search() {
    return this.#record.query ? `?${this.#record.query}` : "";
  }

  set search(value) {
    const text = String(value).replace(/^\?/, "");
    const set = isSpecial(this.protocol) ? sets.specialQuery : sets.query;
    this.#become({ query: text === "" ? null : encode(text, set) });
    this.#params = null;
  }

  get searchParams() {
    this.#params ??= new URLSearchParams(this.search, (text) => {
      this.#become({ query: text === "" ? null : text });
    });
    return this.#params;
  }

  get hash() {
    return this.#record.fragment ? `#${this.#record.fragment}` : "";
  }

  set hash(value) {
    const text = String(value).replace(/^#/, "");
    this.#become({ fragment: text === "" ? null : encode(text, sets.fragment) });
  }

  toString() {
    return this.href;
  }

  toJSON() {
    return this.href;
  }

  /** A `mailto:` has no host, and a file has no port. */
  #placeOf(text) {
    const place =
      typeof this.#record.path === "string" ? null : parseHostAndPort(this.protocol, text);
    return this.protocol === "file:" && place?.port !== null ? null : place;
  }

  #become(more) {
    this.#record = { ...this.#record, ...more };
  }

  /** A default port depends on the scheme. */
  #again(more) {
    this.#become(parse(serialize({ ...this.#record, ...more })) ?? {});
  }
}
