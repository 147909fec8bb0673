import { randomHex } from "lab/parts/random";
import { dirname, join } from "node:path";

import { failure } from "./errors.js";
import { Dirent } from "./stats.js";
import { below, drop, find, findNode, namesIn, pathOf, put } from "./tree.js";

/** What is done to folders, at once. */

export function mkdirSync(path, options = {}) {
  const recursive = typeof options === "object" && options.recursive;
  if (recursive) {
    const parent = dirname(pathOf(path));
    if (parent !== pathOf(path)) mkdirSync(parent, options);
  }
  const { path: place, node } = find(path, "mkdir");
  if (node?.type === "folder" && recursive) return;
  if (node) throw failure("EEXIST", "mkdir", path);
  put(place, { type: "folder", mode: 0o755 });
}

export function mkdtempSync(prefix) {
  const path = prefix + randomHex(3);
  mkdirSync(path);
  return path;
}

/** Names as they are in the folder; with `recursive`, paths below it. */
export function readdirSync(path, options = {}) {
  const { path: place, node } = findNode(path, "scandir");
  if (node.type !== "folder") throw failure("ENOTDIR", "scandir", path);
  const entries = namesIn(place).flatMap((name) => {
    const whole = join(place, name);
    const entry = findNode(whole, "lstat", false).node;
    const own = options.withFileTypes ? new Dirent(name, place, entry) : name;
    if (!options.recursive || entry.type !== "folder") return [own];
    const inner = readdirSync(whole, options);
    return [own, ...(options.withFileTypes ? inner : inner.map((one) => `${name}/${one}`))];
  });
  return entries;
}

export function rmdirSync(path) {
  const { path: place, node } = findNode(path, "rmdir", false);
  if (node.type !== "folder") throw failure("ENOTDIR", "rmdir", path);
  if (namesIn(place).length > 0) throw failure("ENOTEMPTY", "rmdir", path);
  drop(place);
}

export function rmSync(path, { recursive = false, force = false } = {}) {
  const { path: place, node } = find(path, "rm", false);
  if (!node && force) return;
  if (!node) throw failure("ENOENT", "rm", path);
  if (node.type === "folder" && !recursive) throw failure("EISDIR", "rm", path);
  for (const [one] of below(place)) if (one !== "/") drop(one);
}

/** Moves a file, a link, or a folder with all that is in it. */
export function renameSync(from, to) {
  const { path: start } = findNode(from, "rename", false);
  const { path: end, node } = find(to, "rename", false);
  if (node?.type === "folder" && namesIn(end).length > 0) throw failure("ENOTEMPTY", "rename", to);
  if (end.startsWith(`${start}/`)) throw failure("EINVAL", "rename", to);
  for (const [path, moved] of below(start)) {
    drop(path);
    put(end + path.slice(start.length), moved);
  }
}
