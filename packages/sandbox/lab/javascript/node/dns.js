import promises from "./dns/promises.js";

export { promises };

/** `lookup(name, [options], (error, address, family) => …)` */
export function lookup(name, options, callback = options) {
  const given = typeof options === "function" ? {} : options;
  promises.lookup(name, given).then(
    (found) => (given.all ? callback(null, found) : callback(null, found.address, found.family)),
    (error) => callback(error),
  );
}

export default { lookup, promises };
