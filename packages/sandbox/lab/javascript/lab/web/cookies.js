import { coded } from "./errors.js";

/** Name and value by RFC 6265; what Express refuses is refused. */
const namePattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const attributePattern = /^[\x20-\x3a\x3c-\x7e]*$/;
const sites = { true: "Strict", strict: "Strict", lax: "Lax", none: "None" };

const decode = (text) => {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

/** A Cookie header as name to value. The first of a name counts. */
export function parseCookies(header = "") {
  const found = Object.create(null);
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (name === "" || name in found) continue;
    found[name] = decode(
      part
        .slice(equals + 1)
        .trim()
        .replace(/^"(.*)"$/, "$1"),
    );
  }
  return { ...found };
}

function checked(value, pattern, what) {
  if (pattern.test(value)) return value;
  throw coded(new TypeError(`the ${what} of a cookie is invalid`), "ERR_INVALID_COOKIE");
}

const siteOf = (value) => {
  const site = sites[String(value).toLowerCase()];
  if (site) return site;
  throw new TypeError("sameSite is one of strict, lax, none");
};

/** A Set-Cookie header. The value is percent-encoded; `maxAge` in milliseconds. */
export function setCookie(name, value, options = {}) {
  const text = typeof value === "object" ? `j:${JSON.stringify(value)}` : String(value);
  const parts = [`${checked(String(name), namePattern, "name")}=${encodeURIComponent(text)}`];
  const { maxAge, domain, expires, path = "/" } = options;
  if (maxAge !== undefined && maxAge !== null) parts.push(`Max-Age=${Math.floor(maxAge / 1000)}`);
  if (domain) parts.push(`Domain=${checked(domain, attributePattern, "domain")}`);
  if (path) parts.push(`Path=${checked(path, attributePattern, "path")}`);
  if (expires) parts.push(`Expires=${new Date(expires).toUTCString()}`);
  if (options.httpOnly) parts.push("HttpOnly");
  if (options.secure) parts.push("Secure");
  if (options.sameSite) parts.push(`SameSite=${siteOf(options.sameSite)}`);
  return parts.join("; ");
}
