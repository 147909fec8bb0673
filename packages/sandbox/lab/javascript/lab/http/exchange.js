import { call } from "../parts/host.js";

const codes = { name: "ENOTFOUND", refused: "ECONNREFUSED", url: "ERR_INVALID_URL" };

/** Why there was no answer: `code` is Node's, `type` is url, scheme, name, refused or redirects. */
export class HttpFailure extends Error {
  constructor({ type, message }, more = {}) {
    super(message);
    this.name = "HttpFailure";
    Object.assign(this, { type, code: codes[type] ?? "ERR_FETCH", ...more });
  }
}

/** Sends a request through the fake network. */
export function exchange({ url, method = "GET", headers = {}, body, address, redirect, max }) {
  const given = { url, method, redirect, headers: Object.fromEntries(asPairs(headers)) };
  if (body !== undefined && body !== null) given.body = String(body);
  if (address !== undefined) given.address = String(address);
  if (max !== undefined) given.max = max;
  const answer = call("net", given);
  if (answer.error) throw new HttpFailure(answer.error);
  return answer;
}

const asPairs = (headers) =>
  (headers?.[Symbol.iterator] ? [...headers] : Object.entries(headers ?? {})).map(
    ([name, value]) => [String(name).toLowerCase(), String(value)],
  );
