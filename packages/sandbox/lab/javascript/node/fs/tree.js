import { Buffer } from "node:buffer";
import { now } from "lab/clock";
import { dirname, join, resolve } from "node:path";

import { failure } from "./errors.js";

/**
 * The file system: absolute path to { type: "file" | "folder" | "link", data?, target?, mode, at }. A path is
 * taken apart name by name, so that `..` and links mean what they mean on a real one.
 */
const nodes = new Map();
const linksMax = 40;

const made = (type, more, mode) => ({ type, mode, at: now(), ...more });

/** Starts afresh with these files, and the folders that they stand in. */
export function lay(files) {
  nodes.clear();
  nodes.set("/", made("folder", {}, 0o755));
  for (const path of ["/app", "/tmp"]) nodes.set(path, made("folder", {}, 0o755));
  for (const [path, content] of Object.entries(files)) {
    const whole = resolve(path);
    layFolder(dirname(whole));
    nodes.set(whole, laid(content));
  }
}

/** Most files are never read as bytes, so that they become bytes when one is. */
function laid(content) {
  let bytes = null;
  return {
    type: "file",
    mode: 0o644,
    at: now(),
    get data() {
      const [text, encoding] =
        content.base64 === undefined ? [content, "utf8"] : [content.base64, "base64"];
      bytes ??= Buffer.from(text, encoding);
      return bytes;
    },
  };
}

function layFolder(path) {
  if (nodes.has(path)) return;
  layFolder(dirname(path));
  nodes.set(path, made("folder", {}, 0o755));
}

/** A path as text. Bytes, file: URLs and texts are paths; a NUL is refused. */
export function pathOf(given) {
  let path = given;
  if (given instanceof URL) {
    if (given.protocol !== "file:") throw new TypeError("The URL must be of scheme file");
    path = decodeURIComponent(given.pathname);
  } else if (given instanceof Uint8Array) path = Buffer.from(given).toString();
  if (typeof path !== "string") {
    const problem = `The "path" argument must be of type string. Received ${typeof path}`;
    throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_TYPE" });
  }
  if (!path.includes("\0")) return path;
  const problem = "The argument 'path' must be a string without null bytes.";
  throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_VALUE" });
}

/**
 * Where a path leads: { path, node } with every link followed, `node` undefined where nothing is there yet.
 * The last name is left as it is with `last: false`. Throws ENOENT or ENOTDIR for a folder on the way.
 */
export function find(given, call, last = true) {
  const asked = pathOf(given);
  if (asked === "") throw failure("ENOENT", call, asked);
  const steps = (asked.startsWith("/") ? asked : `/app/${asked}`).split("/").filter(Boolean);
  let at = "/";
  let links = 0;
  while (steps.length > 0) {
    const name = steps.shift();
    const here = nodes.get(at);
    if (here === undefined) throw failure("ENOENT", call, asked);
    if (here.type !== "folder") throw failure("ENOTDIR", call, asked);
    if (name === ".") continue;
    const next = name === ".." ? dirname(at) : join(at, name);
    const node = nodes.get(next);
    if (node?.type !== "link" || (steps.length === 0 && !last)) at = next;
    else {
      if (++links > linksMax) throw failure("ELOOP", call, asked);
      steps.unshift(...node.target.split("/").filter(Boolean));
      if (node.target.startsWith("/")) at = "/";
    }
  }
  const node = nodes.get(at);
  if (/[^/]\/+$/.test(asked) && node && node.type !== "folder")
    throw failure("ENOTDIR", call, asked);
  return { path: at, node };
}

/** As `find`, and something is there. */
export function findNode(given, call, last = true) {
  const found = find(given, call, last);
  if (found.node === undefined) throw failure("ENOENT", call, given);
  return found;
}

export const put = (path, node) => void nodes.set(path, { at: now(), ...node });
export const drop = (path) => void nodes.delete(path);

/** Names in a folder, in order. */
export const namesIn = (folder) => {
  const start = folder === "/" ? "/" : `${folder}/`;
  return [...nodes.keys()]
    .filter(
      (path) => path !== "/" && path.startsWith(start) && !path.slice(start.length).includes("/"),
    )
    .map((path) => path.slice(start.length))
    .toSorted((one, other) => (one < other ? -1 : 1));
};

/** Everything at a path and below it: [path, node]. */
export const below = (path) =>
  [...nodes].filter(([one]) => one === path || one.startsWith(path === "/" ? "/" : `${path}/`));
