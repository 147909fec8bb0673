import { Buffer } from "node:buffer";

import { failure } from "./errors.js";
import { Stats } from "./stats.js";
import { drop, find, findNode, put } from "./tree.js";

/** What is done to files and links, at once. Options are Node's; a text in their place is an encoding. */

const optionsOf = (given) => (typeof given === "string" ? { encoding: given } : (given ?? {}));

export function readFileSync(path, options) {
  const { encoding } = optionsOf(options);
  const { node } = findNode(path, "open");
  if (node.type === "folder") throw failure("EISDIR", "read", path);
  return encoding ? node.data.toString(encoding) : Buffer.from(node.data);
}

const flagsKnown = /^(?:r\+|[wa]x?\+?)$/;

export function writeFileSync(path, data, options) {
  const { encoding, flag = "w", mode = 0o644 } = optionsOf(options);
  if (!flagsKnown.test(flag)) throw new TypeError(`The flag ${flag} does not write`);
  const { path: place, node } = find(path, "open", !flag.includes("x"));
  if (node && flag.includes("x")) throw failure("EEXIST", "open", path);
  if (!node && flag === "r+") throw failure("ENOENT", "open", path);
  if (node?.type === "folder") throw failure("EISDIR", "open", path);
  const bytes = Buffer.from(data, encoding);
  const whole = flag.startsWith("a") && node ? Buffer.concat([node.data, bytes]) : bytes;
  put(place, { type: "file", data: whole, mode: node?.mode ?? mode });
}

export const appendFileSync = (path, data, options) =>
  writeFileSync(path, data, { ...optionsOf(options), flag: "a" });

export function copyFileSync(from, to, flags = 0) {
  writeFileSync(to, readFileSync(from), { flag: flags & 1 ? "wx" : "w" });
}

export function unlinkSync(path) {
  const { path: place, node } = findNode(path, "unlink", false);
  if (node.type === "folder") throw failure("EISDIR", "unlink", path);
  drop(place);
}

export function symlinkSync(target, path) {
  const { path: place, node } = find(path, "symlink", false);
  if (node) throw failure("EEXIST", "symlink", path);
  put(place, { type: "link", target: String(target), mode: 0o777 });
}

export function readlinkSync(path) {
  const { node } = findNode(path, "readlink", false);
  if (node.type !== "link") throw failure("EINVAL", "readlink", path);
  return node.target;
}

export const realpathSync = (path) => findNode(path, "realpath").path;

export function statSync(path, { throwIfNoEntry = true } = {}) {
  const { node } = throwIfNoEntry ? findNode(path, "stat") : find(path, "stat");
  return node && new Stats(node);
}

export const lstatSync = (path) => new Stats(findNode(path, "lstat", false).node);

export function existsSync(path) {
  try {
    return find(path, "access").node !== undefined;
  } catch {
    return false;
  }
}

export const accessSync = (path) => void findNode(path, "access");

export function chmodSync(path, mode) {
  const { path: place, node } = findNode(path, "chmod");
  put(place, { ...node, mode });
}
