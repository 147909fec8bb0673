import { resolve as resolveName } from "lab/http";
import { isIPv6 } from "node:net";

const found = (address) => ({ address, family: isIPv6(address) ? 6 : 4 });

/** { address, family } of a name, or with `all` a list of them. Each look-up asks anew. */
export async function lookup(name, options = {}) {
  const one = found(await resolveName(name));
  return options?.all ? [one] : one;
}

export const resolve4 = async (name) => [await resolveName(name)];

export default { lookup, resolve4 };
