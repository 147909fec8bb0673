import { encode, sets } from "./encode.js";
import { parseHost } from "./host.js";

/**
 * A URL as browsers and Node read it (URL Standard), or null where it is none:
 * { scheme, username, password, host, port, path, query, fragment }. `path` is a list of segments, or a text
 * for a URL such as `mailto:`. Drive letters are not treated apart.
 */

const ports = { "http:": 80, "https:": 443, "ws:": 80, "wss:": 443, "ftp:": 21, "file:": null };
export const isSpecial = (scheme) => Object.hasOwn(ports, scheme);

const blank = { username: "", password: "", host: null, port: null };

export function parse(input, base = null) {
  const text = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
  const [, beforeHash, hash] = /^([^#]*)(?:#([\s\S]*))?$/.exec(text);
  const [, before, query] = /^([^?]*)(?:\?([\s\S]*))?$/.exec(beforeHash);
  const named = /^([a-z][a-z0-9+.-]*:)([\s\S]*)$/i.exec(before);
  const scheme = named ? named[1].toLowerCase() : base?.scheme;
  if (scheme === undefined) return null;
  const place = named
    ? parseRest({ scheme, rest: named[2], query }, base)
    : parseRelative({ scheme, rest: before, query, hash }, base);
  if (place === null) return null;
  const set = isSpecial(scheme) ? sets.specialQuery : sets.query;
  const own = query === undefined ? undefined : encode(query, set);
  return {
    ...blank,
    scheme,
    ...place,
    query: own ?? place.query ?? null,
    fragment: hash === undefined ? null : encode(hash, sets.fragment),
  };
}

/** What follows a scheme. A special scheme needs no slashes, and has as many as are given. */
function parseRest({ scheme, rest, query }, base) {
  if (scheme === "file:") return parseFile({ scheme, rest, query }, base);
  if (isSpecial(scheme)) {
    if (base?.scheme === scheme && !rest.startsWith("//")) {
      return parseRelative({ scheme, rest, query }, base);
    }
    return parseAuthority(scheme, rest.replace(/^[/\\]+/, ""));
  }
  if (rest.startsWith("//")) return parseAuthority(scheme, rest.slice(2));
  if (rest.startsWith("/")) return { path: parsePath(scheme, rest) };
  return { path: encode(rest, sets.control) };
}

function parseRelative({ scheme, rest, query, hash }, base) {
  if (scheme === "file:") return parseFile({ scheme, rest, query }, base);
  const { username, password, host, port, path } = base;
  if (typeof path === "string") {
    const onlyHash = rest === "" && query === undefined && hash !== undefined;
    return onlyHash ? { path, query: base.query } : null;
  }
  const slashes = isSpecial(scheme)
    ? /^[/\\]+/.exec(rest)?.[0].length
    : /^\/{0,2}/.exec(rest)[0].length;
  if (slashes >= 2) return parseAuthority(scheme, rest.slice(slashes));
  const place = { username, password, host, port };
  if (slashes === 1) return { ...place, path: parsePath(scheme, rest) };
  if (rest === "") return { ...place, path, query: query === undefined ? base.query : undefined };
  return { ...place, path: parsePath(scheme, `/${rest}`, path.slice(0, -1)) };
}

function parseFile({ scheme, rest, query }, base) {
  const from = base?.scheme === "file:" ? base : { host: "", path: [], query: null };
  const found = /^[/\\]{2}([^/\\]*)([\s\S]*)$/.exec(rest);
  if (found) {
    const host = found[1] === "" ? "" : parseHost(found[1], true);
    if (host === null) return null;
    return { host: host === "localhost" ? "" : host, path: parsePath(scheme, found[2]) };
  }
  if (/^[/\\]/.test(rest)) return { host: from.host, path: parsePath(scheme, rest) };
  if (rest === "" && base?.scheme === "file:") {
    return {
      host: from.host,
      path: from.path,
      query: query === undefined ? from.query : undefined,
    };
  }
  return { host: from.host, path: parsePath(scheme, `/${rest}`, from.path.slice(0, -1)) };
}

/** `user:password@host:port/path`; what stands before the last @ is never the host. */
function parseAuthority(scheme, rest) {
  const special = isSpecial(scheme);
  const end = rest.search(special ? /[/\\]/ : /\//);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  const colon = user.indexOf(":");
  const place = parseHostAndPort(scheme, authority.slice(at + 1));
  if (place === null || (place.host === "" && (special || at >= 0))) return null;
  return {
    ...place,
    username: encode(colon < 0 ? user : user.slice(0, colon), sets.userinfo),
    password: colon < 0 ? "" : encode(user.slice(colon + 1), sets.userinfo),
    path: parsePath(scheme, end < 0 ? "" : rest.slice(end)),
  };
}

export function parseHostAndPort(scheme, text) {
  const found = /^((?:\[[^\]]*\]|[^:[])*)(?::(\d*))?$/.exec(text);
  if (found === null) return null;
  const host = found[1] === "" ? "" : parseHost(found[1], isSpecial(scheme));
  const port = found[2] ? Number(found[2]) : null;
  if (host === null || port > 65_535 || (host === "" && found[2] !== undefined)) return null;
  return { host, port: port === ports[scheme] ? null : port };
}

/** Segments, with `.` and `..` (also as %2e) taken out; `before` is what a relative path starts from. */
export function parsePath(scheme, text, before = []) {
  const special = isSpecial(scheme);
  if (text === "") return special ? [""] : [];
  const given = text.split(special ? /[/\\]/ : "/").slice(/^[/\\]/.test(text) ? 1 : 0);
  const path = [...before];
  given.forEach((segment, at) => {
    const plain = segment.replace(/%2e/gi, ".");
    if (plain === "..") path.pop();
    if (plain !== "." && plain !== "..") path.push(encode(segment, sets.path));
    else if (at === given.length - 1) path.push("");
  });
  return path;
}

/** The URL as text. */
export function serialize({ scheme, username, password, host, port, path, query, fragment }) {
  let text = scheme;
  if (host !== null) {
    const user = username + (password === "" ? "" : `:${password}`);
    text += `//${user}${user === "" ? "" : "@"}${host}${port === null ? "" : `:${port}`}`;
  } else if (Array.isArray(path) && path.length > 1 && path[0] === "") text += "/.";
  text += pathText(path);
  if (query !== null) text += `?${query}`;
  return fragment === null ? text : `${text}#${fragment}`;
}

export const pathText = (path) =>
  typeof path === "string" ? path : path.map((segment) => `/${segment}`).join("");
