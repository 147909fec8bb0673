import { HttpError } from "./web/errors.js";
import { randomHex } from "./parts/random.js";

/** Token to principal. Requests carry `Authorization: Bearer <token>`. */
const signedIn = new Map();

/** Somebody who is signed in: `id`, `roles` (names) and `claims` (an object). */
class Principal {
  constructor({ id, roles = [], claims = {} }) {
    this.id = id;
    this.roles = Object.freeze([...roles]);
    this.claims = { ...claims };
  }

  hasRole(name) {
    return this.roles.includes(name);
  }
}

/** A new bearer token for { id, roles, claims }. */
export function signIn(principal) {
  const token = randomHex(16);
  signedIn.set(token, new Principal(principal));
  return token;
}

/** The principal who sent the request, or null. */
function current(req) {
  const [, token] = /^Bearer +(\S+)\s*$/i.exec(req.get("Authorization") ?? "") ?? [];
  return signedIn.get(token) ?? null;
}

/** The principal who sent the request; throws HttpError 401 where nobody is signed in. */
function require(req) {
  const principal = current(req);
  if (principal === null) throw new HttpError(401, "sign in first");
  return principal;
}

export const auth = { current, require };
export default auth;
