/** Ways from an object to the prototype that it shares with others. */
const SHARED = new Set(["__proto__", "constructor", "prototype"]);

/** Functions are none: those that an object inherits belong to all. */
const isBranch = (value) => typeof value === "object" && value !== null;

/**
 * Puts `changes` into `target`, level by level. Lists change by place and grow at their end; null removes a name.
 */
export function merge(target, changes) {
  for (const name of Object.keys(changes)) {
    if (SHARED.has(name)) continue;
    const value = changes[name];
    if (value === null) delete target[name];
    else if (isBranch(value) && isBranch(target[name])) merge(target[name], value);
    else if (!Array.isArray(target) || name <= target.length) target[name] = value;
  }
  return target;
}
