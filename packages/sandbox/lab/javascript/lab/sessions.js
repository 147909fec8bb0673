import { now } from "./clock.js";
import { randomHex } from "./parts/random.js";

const cookie = "session";
/** Id to { data, endsAt }. */
const kept = new Map();

function entryOf(req) {
  const id = req.cookies[cookie];
  const entry = typeof id === "string" ? kept.get(id) : undefined;
  return entry !== undefined && entry.endsAt > now() ? entry : undefined;
}

/** The data of the session that the request's cookie names, or null. Changes to it are kept. */
const get = (req) => entryOf(req)?.data ?? null;

/**
 * Begins a session under a new random id and sends its cookie. Options are those of `res.cookie`; without them
 * it is HttpOnly, Secure and SameSite=Lax. `maxAge` (ms) also ends the session itself.
 */
function start(res, data = {}, options = {}) {
  const id = randomHex(16);
  kept.set(id, { data, endsAt: now() + (options.maxAge ?? Infinity) });
  res.cookie(cookie, id, { httpOnly: true, secure: true, sameSite: "lax", ...options });
  return data;
}

/** Ends the session of a request, and takes the cookie away. */
function end(req, res = req.res) {
  kept.delete(req.cookies[cookie]);
  res.clearCookie(cookie);
}

export const sessions = { get, start, end };
export default sessions;
