/** Addresses (the URL standard, for what a shop's pages hold): special schemes, and opaque ones such as javascript:. */

const ports = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443", "ftp:": "21" };
const special = (scheme) => Object.hasOwn(ports, scheme) || scheme === "file:";
// eslint-disable-next-line no-control-regex
const cleaned = (text) =>
  String(text)
    .replace(/^[\0-\x20]+|[\0-\x20]+$/g, "")
    .replace(/[\t\n\r]/g, "");

const bytes = (text) =>
  encodeURIComponent(text.isWellFormed?.() === false ? text.toWellFormed() : text);
const encoded = (text, keep) =>
  text.replace(/[^!-~]|["<>`{}]/gu, (c) => (keep.includes(c) ? c : bytes(c)));

function parts(given, base) {
  const text = cleaned(given);
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text);
  const protocol = scheme ? `${scheme[1].toLowerCase()}:` : null;
  if (protocol && !special(protocol)) return opaque(protocol, text.slice(protocol.length));
  if (!protocol && !base) return null;
  const rest = scheme ? text.slice(scheme[0].length) : text;
  const same = !protocol || protocol === base?.protocol;
  const [, before, query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest);
  const path = before.replaceAll("\\", "/");
  const tail = { search: query ?? "", hash: fragment ?? "" };
  if (path.startsWith("//") || (protocol && !same) || (protocol && !base)) {
    return authority(protocol ?? base.protocol, path.replace(/^\/*/, ""), tail);
  }
  if (!base || !special(base.protocol))
    return base && rest.startsWith("#") ? { ...base, hash: tail.hash } : null;
  const kept = {
    protocol: base.protocol,
    username: base.username,
    password: base.password,
    hostname: base.hostname,
    port: base.port,
  };
  if (path === "")
    return { ...kept, pathname: base.pathname, search: query ?? base.search, hash: tail.hash };
  const full = path.startsWith("/") ? path : base.pathname.replace(/[^/]*$/, "") + path;
  return { ...kept, pathname: dots(full), ...tail };
}

function opaque(protocol, rest) {
  const [, pathname, search = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest);
  return { protocol, username: "", password: "", hostname: "", port: "", pathname, search, hash };
}

function authority(protocol, rest, tail) {
  const slash = rest.indexOf("/");
  const who = slash === -1 ? rest : rest.slice(0, slash);
  const at = who.lastIndexOf("@");
  const [username = "", password = ""] = at === -1 ? [] : who.slice(0, at).split(/:(.*)/s);
  const [, name, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(who.slice(at + 1)) ?? [];
  if (name === undefined || (name === "" && protocol !== "file:")) return null;
  const hostname = decoded(name).toLowerCase();
  if (/[\s<>^|%]/.test(hostname)) return null;
  const pathname = dots(slash === -1 ? "/" : rest.slice(slash));
  return {
    protocol,
    username,
    password,
    hostname,
    port: port === ports[protocol] ? "" : (port ?? ""),
    pathname,
    ...tail,
  };
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function dots(path) {
  const out = [];
  const list = path.split("/").slice(1);
  list.forEach((one, index) => {
    const plain = one.replace(/%2e/gi, ".");
    if (plain === "..") out.pop();
    if (plain !== "." && plain !== "..") out.push(one);
    else if (index === list.length - 1) out.push("");
  });
  return `/${out.join("/")}`;
}

export class URL {
  #parts;
  #params = null;

  constructor(text, base) {
    const start = base === undefined ? null : parts(base, null);
    const found = base !== undefined && start === null ? null : parts(text, start);
    if (found === null) throw new TypeError(`Failed to construct 'URL': Invalid URL`);
    this.#parts = { ...found };
    this.#tidy();
  }
  #tidy() {
    const own = this.#parts;
    if (special(own.protocol)) own.pathname = encoded(own.pathname, "");
    own.search = own.search === "?" ? "" : encoded(own.search, "`{}").replaceAll("'", "%27");
    own.hash = own.hash === "#" ? "" : encoded(own.hash, "{}");
  }
  static canParse(text, base) {
    return URL.parse(text, base) !== null;
  }
  static parse(text, base) {
    try {
      return new URL(text, base);
    } catch {
      return null;
    }
  }
  static createObjectURL() {
    return "blob:null";
  }
  static revokeObjectURL() {}

  get host() {
    const { hostname, port } = this.#parts;
    return port ? `${hostname}:${port}` : hostname;
  }
  set host(text) {
    const found = authority(this.#parts.protocol, String(text), { search: "", hash: "" });
    if (found) Object.assign(this.#parts, { hostname: found.hostname, port: found.port });
  }
  get origin() {
    return special(this.#parts.protocol) ? `${this.#parts.protocol}//${this.host}` : "null";
  }
  get href() {
    const { protocol, username, password, pathname, search, hash } = this.#parts;
    const who = username ? `${username}${password ? `:${password}` : ""}@` : "";
    return `${protocol}${special(protocol) ? `//${who}${this.host}` : ""}${pathname}${search}${hash}`;
  }
  set href(text) {
    this.#parts = { ...new URL(text).#parts };
    this.#params = null;
  }
  get searchParams() {
    this.#params ??= new URLSearchParams(
      this.#parts.search,
      (text) => (this.#parts.search = text ? `?${text}` : ""),
    );
    return this.#params;
  }
  toString() {
    return this.href;
  }
  toJSON() {
    return this.href;
  }
  static {
    const written = { search: "?", hash: "#" };
    for (const name of [
      "protocol",
      "username",
      "password",
      "hostname",
      "port",
      "pathname",
      "search",
      "hash",
    ]) {
      Object.defineProperty(URL.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          return this.#parts[name];
        },
        set(text) {
          const mark = written[name];
          const value = String(text);
          this.#parts[name] =
            mark && value !== "" && !value.startsWith(mark) ? mark + value : value;
          this.#params = name === "search" ? null : this.#params;
          this.#tidy();
        },
      });
    }
  }
}

const readPart = (text) => decoded(text.replaceAll("+", " "));
const writePart = (text) =>
  encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export class URLSearchParams {
  #list = [];
  #changed;
  constructor(init = "", changed = () => {}) {
    this.#changed = typeof changed === "function" ? changed : () => {};
    if (typeof init === "string") {
      const pairs = init.replace(/^\?/, "").split("&").filter(Boolean);
      this.#list = pairs
        .map((one) => one.split(/=(.*)/s))
        .map(([name, value = ""]) => [readPart(name), readPart(value)]);
    } else {
      const pairs =
        typeof init?.[Symbol.iterator] === "function" ? [...init] : Object.entries(init ?? {});
      this.#list = pairs.map((pair) => pair.map(String));
    }
  }
  #set(list) {
    this.#list = list;
    this.#changed(this.toString());
  }
  get size() {
    return this.#list.length;
  }
  get(name) {
    return this.#list.find(([key]) => key === String(name))?.[1] ?? null;
  }
  getAll(name) {
    return this.#list.filter(([key]) => key === String(name)).map(([, value]) => value);
  }
  has(name) {
    return this.#list.some(([key]) => key === String(name));
  }
  append(name, value) {
    this.#set([...this.#list, [String(name), String(value)]]);
  }
  set(name, value) {
    const at = this.#list.findIndex(([key]) => key === String(name));
    if (at === -1) return this.append(name, value);
    this.#set(
      this.#list.flatMap((pair, index) =>
        index === at ? [[pair[0], String(value)]] : pair[0] === String(name) ? [] : [pair],
      ),
    );
  }
  delete(name) {
    this.#set(this.#list.filter(([key]) => key !== String(name)));
  }
  sort() {
    this.#set(this.#list.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }
  forEach(visit) {
    for (const [name, value] of this.#list) visit(value, name, this);
  }
  entries() {
    return this.#list.map((pair) => [...pair])[Symbol.iterator]();
  }
  keys() {
    return this.#list.map(([name]) => name)[Symbol.iterator]();
  }
  values() {
    return this.#list.map(([, value]) => value)[Symbol.iterator]();
  }
  [Symbol.iterator]() {
    return this.entries();
  }
  toString() {
    return this.#list.map(([name, value]) => `${writePart(name)}=${writePart(value)}`).join("&");
  }
}
