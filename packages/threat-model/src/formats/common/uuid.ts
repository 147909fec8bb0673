/**
 * Tools that ask for UUIDs get one made of our id: the same id gives the same UUID on every export, so that
 * files can be compared, and nothing is random. It is a name, not a secret.
 */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

/** An id that is one already stays as it is. */
export function uuidOf(id: string): string {
  if (isUuid(id)) return id;
  const hex = [1, 2, 3, 4].map((seed) => hashOf(id, seed)).join("");
  // Version 8: a UUID of one's own making.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

/** FNV-1a over UTF-16, mixed at the end: 8 hexadecimal digits. */
export function hashOf(text: string, seed = 0): string {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  // Another multiplier for each seed: two ids that collide under one do not under the next.
  const factor = 0x01000193 + 2 * Math.imul(seed, 0x5bd1e99);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), factor);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
