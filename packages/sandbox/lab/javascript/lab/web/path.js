import { HttpError } from "./errors.js";

/**
 * Paths as Express reads them: letters in any case, a slash at the end is optional, `:name` one segment,
 * `:name(\\d+)` one that fits, `*name` the rest with its slashes. What stands in the request's path is compared
 * as it was sent; only parameters are decoded, once.
 */
const part = /:(\w+)(?:\(((?:\\.|[^()\\])+)\))?(\?)?|\*(\w*)|[\s\S]/g;

const literal = (char) => char.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function compile(path, whole) {
  const names = [];
  let source = "";
  const plain = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
  for (const [text, name, pattern, optional, rest] of plain.matchAll(part)) {
    if (name !== undefined) {
      names.push(name);
      // An optional segment takes its slash with it.
      if (optional && source.endsWith("\\/")) source = `${source.slice(0, -2)}(?:\\/`;
      else if (optional) source += "(?:";
      source += `(${pattern ?? "[^/]+?"})${optional ? ")?" : ""}`;
    } else if (rest !== undefined) {
      names.push(rest || "0");
      source += "(.*)";
    } else source += literal(text);
  }
  if (plain === "/" && !whole) source = "";
  const end = whole ? (plain === "/" ? "$" : "\\/?$") : "(?=\\/|$)";
  return { names, pattern: new RegExp(`^${source}${end}`, "is") };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, "a parameter of the path is not well encoded");
  }
}

const compiled = (path, whole) =>
  path instanceof RegExp ? { names: [], pattern: path } : compile(String(path), whole);

/**
 * A function of a path as sent: { params, matched } or null. `whole`: the path must end where the pattern does;
 * otherwise the pattern is a prefix that ends at a slash.
 */
export function matcher(path, whole) {
  const ways = (Array.isArray(path) ? path : [path]).map((one) => compiled(one, whole));
  return (sent) => {
    for (const { names, pattern } of ways) {
      pattern.lastIndex = 0;
      const found = pattern.exec(sent);
      if (found === null) continue;
      const params = { ...found.groups };
      found.slice(1).forEach((value, at) => {
        if (value !== undefined) params[names[at] ?? String(at)] = decode(value);
      });
      return { params, matched: found[0] };
    }
    return null;
  };
}
