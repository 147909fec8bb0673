const isBranch = (value) => Object(value) === value;

/**
 * Puts `changes` into `target`, level by level. Lists are merged place by place; null takes a name away.
 */
export function merge(target, changes) {
  for (const name of Object.keys(changes)) {
    const value = changes[name];
    if (value === null) delete target[name];
    else if (isBranch(value) && isBranch(target[name])) merge(target[name], value);
    else target[name] = value;
  }
  return target;
}
