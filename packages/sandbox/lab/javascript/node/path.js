/** node:path for POSIX, as if the program stood in /app. */

export const sep = "/";
export const delimiter = ":";

const home = "/app";

const text = (value, name = "path") => {
  if (typeof value === "string") return value;
  const received = value === null ? "null" : typeof value;
  const problem = `The "${name}" argument must be of type string. Received ${received}`;
  throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_TYPE" });
};

/** The parts of a path without `.`, and with `..` taken back where there is something to take. */
function tidy(path, absolute) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (parts.length === 0 && !absolute) || parts.at(-1) === "..")
      parts.push(part);
    else parts.pop();
  }
  return parts.join("/");
}

export const isAbsolute = (path) => text(path).startsWith("/");

export function normalize(path) {
  if (text(path) === "") return ".";
  const absolute = path.startsWith("/");
  const inside = tidy(path, absolute);
  const end = path.endsWith("/") && inside !== "" ? "/" : "";
  if (inside === "" && !absolute) return path.endsWith("/") ? "./" : ".";
  return `${absolute ? "/" : ""}${inside}${end}`;
}

export function join(...parts) {
  const whole = parts
    .map((part) => text(part))
    .filter((part) => part !== "")
    .join("/");
  return whole === "" ? "." : normalize(whole);
}

/** An absolute path; a part that begins with a slash throws away what stands before it. */
export function resolve(...parts) {
  let whole = "";
  for (const part of parts.map((one) => text(one)).toReversed()) {
    if (part !== "") whole = whole === "" ? part : `${part}/${whole}`;
    if (whole.startsWith("/")) break;
  }
  return `/${tidy(whole.startsWith("/") ? whole : `${home}/${whole}`, true)}`;
}

export function relative(from, to) {
  const [start, end] = [resolve(text(from, "from")), resolve(text(to, "to"))].map((path) =>
    path.split("/").filter((part) => part !== ""),
  );
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).fill(".."), ...end.slice(shared)].join("/");
}

const withoutEnd = (path) => text(path).replace(/(?<=[^/])\/+$/, "");

export function dirname(path) {
  if (text(path) === "") return ".";
  const plain = withoutEnd(path);
  if (/^\/+$/.test(plain)) return "/";
  const slash = plain.lastIndexOf("/");
  if (slash < 0) return ".";
  const before = plain.slice(0, slash);
  return before === "" ? "/" : before;
}

export function basename(path, suffix = "") {
  const plain = withoutEnd(path);
  const name = plain.slice(plain.lastIndexOf("/") + 1);
  return suffix !== "" && name !== suffix && name.endsWith(suffix)
    ? name.slice(0, -suffix.length)
    : name;
}

export function extname(path) {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

export function parse(path) {
  const root = isAbsolute(path) ? "/" : "";
  const [base, ext] = [basename(path), extname(path)];
  const folder = dirname(path);
  const dir = folder === "." && !/^\.\/+[^/]/.test(path) ? "" : folder;
  return { root, dir, base, ext, name: ext === "" ? base : base.slice(0, -ext.length) };
}

export function format({ dir, root = "", base, name = "", ext = "" }) {
  const last = base ?? name + (ext === "" || ext.startsWith(".") ? ext : `.${ext}`);
  if (!dir) return root + last;
  return dir === root ? dir + last : `${dir}/${last}`;
}

/** `\` is an ordinary character here, and there is no other kind of path. */
export const posix = {
  basename,
  delimiter,
  dirname,
  extname,
  format,
  isAbsolute,
  join,
  normalize,
  parse,
  relative,
  resolve,
  sep,
};
posix.posix = posix;

export default posix;
