const isBranch = (value) => Object(value) === value;

/** A plain property, whatever its name: nothing is inherited and no setter runs. */
const put = (target, name, value) =>
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });

/**
 * Puts `changes` into `target`, level by level, and touches nothing that `target` does not have itself. Lists change
 * by place and grow at their end; null removes a name.
 */
export function merge(target, changes) {
  for (const name of Object.keys(changes)) {
    const value = changes[name];
    const own = Object.hasOwn(target, name) ? target[name] : undefined;
    if (value === null) delete target[name];
    else if (isBranch(value) && isBranch(own)) merge(own, value);
    else if (!Array.isArray(target) || name <= target.length) put(target, name, value);
  }
  return target;
}
