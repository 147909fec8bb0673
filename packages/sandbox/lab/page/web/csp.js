import { sha256 } from "./sha256.js";
import { URL } from "./url.js";

/** Content Security Policy, level 3: what a page's policies let it load and run. All of them must agree. */

export function parsePolicies(text) {
  return String(text)
    .split(",")
    .map(parsePolicy)
    .filter((policy) => policy.size > 0);
}

function parsePolicy(text) {
  const directives = new Map();
  for (const part of text.split(";")) {
    const [name, ...values] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== "" && !directives.has(key)) directives.set(key, values);
  }
  return directives;
}

const fallbacks = {
  "script-src-elem": ["script-src", "default-src"],
  "script-src-attr": ["script-src", "default-src"],
  "script-src": ["default-src"],
  "connect-src": ["default-src"],
  "img-src": ["default-src"],
  "media-src": ["default-src"],
  "style-src": ["default-src"],
  "object-src": ["default-src"],
  "frame-src": ["child-src", "default-src"],
};

/** Name and sources of the directive that governs, or null where none does. */
function governing(policy, directive) {
  for (const name of [directive, ...(fallbacks[directive] ?? [])]) {
    if (policy.has(name)) return { name, sources: policy.get(name) };
  }
  return null;
}

const isNonceOrHash = (source) => /^'(nonce-|sha(256|384|512)-)/i.test(source);
const has = (sources, word) => sources.some((one) => one.toLowerCase() === word);

const nonceFits = (sources, nonce) => Boolean(nonce) && sources.includes(`'nonce-${nonce}'`);
function hashFits(sources, text) {
  if (!sources.some((one) => /^'sha256-/i.test(one))) return false;
  const wanted = sha256(text);
  return sources.some(
    (one) =>
      /^'sha256-/i.test(one) &&
      one.slice(8, -1).replaceAll("-", "+").replaceAll("_", "/") === wanted,
  );
}

/** Code in the page: kind is "script", "handler" or "javascript". */
function inlineFits(sources, { kind, text, nonce }) {
  const strict = has(sources, "'strict-dynamic'");
  if (has(sources, "'unsafe-inline'") && !sources.some(isNonceOrHash) && !strict) return true;
  if (kind === "script") {
    return nonceFits(sources, nonce) || hashFits(sources, text);
  }
  return has(sources, "'unsafe-hashes'") && hashFits(sources, text);
}

function hostFits(source, url, self) {
  if (source === "*") return /^(https?|wss?):$/.test(url.protocol);
  if (source.toLowerCase() === "'self'") return url.origin === self.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) {
    const scheme = source.toLowerCase();
    return url.protocol === scheme || (scheme === "http:" && url.protocol === "https:");
  }
  const found =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:'*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source);
  if (!found) return false;
  const [, scheme, host, port, path] = found;
  const wanted = scheme ? `${scheme.toLowerCase()}:` : self.protocol;
  if (url.protocol !== wanted && !(wanted === "http:" && url.protocol === "https:")) return false;
  const name = host.toLowerCase();
  const fits =
    name === "*" ||
    (name.startsWith("*.") ? url.hostname.endsWith(name.slice(1)) : url.hostname === name);
  if (!fits) return false;
  if (port !== "*" && (port ?? "") !== url.port && !(port === "443" && url.port === ""))
    return false;
  return !path || (path.endsWith("/") ? url.pathname.startsWith(path) : url.pathname === path);
}

function urlFits(sources, url, { self, nonce, byScript, isScript }) {
  if (isScript && nonceFits(sources, nonce)) return true;
  if (isScript && has(sources, "'strict-dynamic'")) return Boolean(byScript);
  return sources.some((source) => hostFits(source, url, self));
}

export class Policies {
  #all = [];
  #self;
  #blocked;

  /** `blocked` is told { directive, what } of everything that is refused. */
  constructor(self, blocked) {
    this.#self = new URL(self);
    this.#blocked = blocked;
  }
  add(text) {
    this.#all.push(...parsePolicies(text));
  }
  #check(directive, what, fits) {
    for (const policy of this.#all) {
      const found = governing(policy, directive);
      if (found && !fits(found.sources)) {
        this.#blocked({ directive: found.name, what });
        return false;
      }
    }
    return true;
  }
  inline(given) {
    const directive = given.kind === "handler" ? "script-src-attr" : "script-src-elem";
    const what = {
      script: "inline script",
      handler: "inline handler",
      javascript: "javascript: address",
    }[given.kind];
    return this.#check(directive, what, (sources) => inlineFits(sources, given));
  }
  url(directive, url, more = {}) {
    const isScript = directive === "script-src-elem";
    return this.#check(directive, url.href, (sources) =>
      urlFits(sources, url, { ...more, isScript, self: this.#self }),
    );
  }
  /** eval, new Function, setTimeout with a text. */
  eval(tell = true) {
    const allowed = (policy) => {
      const found = governing(policy, "script-src");
      return !found || has(found.sources, "'unsafe-eval'");
    };
    const fine = this.#all.every(allowed);
    if (!fine && tell) this.#blocked({ directive: "script-src", what: "eval" });
    return fine;
  }
}
