import { call } from "./parts/host.js";
import { HttpFailure, exchange } from "./http/exchange.js";
import { fetch } from "./http/fetch.js";

export { HttpFailure, fetch };

/** The address of a name. A name with several answers with the next one at each look-up. */
export async function resolve(name) {
  const answer = call("net", { resolve: String(name) });
  if (answer.error)
    throw new HttpFailure(answer.error, { code: "ENOTFOUND", hostname: String(name) });
  return answer.address;
}

/**
 * One request, no redirects: { status, headers, body, url, address }. With `address` it connects there, while
 * the URL's host is what it asks for: the address that was checked is the one that is used.
 */
export const request = async (url, options = {}) =>
  exchange({ redirect: "manual", ...options, url: String(url) });

export default { fetch, request, resolve };
