import { Buffer } from "node:buffer";

import { now } from "./clock.js";
import { hmac } from "./parts/crypto.js";
import { equal } from "./parts/equal.js";
import { checkClaims } from "./jwt/claims.js";
import { JsonWebTokenError, NotBeforeError, TokenExpiredError } from "./jwt/errors.js";
import { seconds } from "./jwt/seconds.js";

export { JsonWebTokenError, NotBeforeError, TokenExpiredError };

const hashes = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };
const family = Object.keys(hashes);

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const parse = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
const mac = (algorithm, key, text) => hmac(hashes[algorithm], key, text).toString("base64url");

/** Claims that options set, and the option that sets each. */
const named = { aud: "audience", iss: "issuer", sub: "subject", jti: "jwtid" };

/** A signed token. Options: algorithm ("HS256"), expiresIn and notBefore (seconds or "15m"), audience, … */
export function sign(claims, key, options = {}) {
  const { algorithm = "HS256", header = {}, expiresIn, notBefore } = options;
  if (algorithm !== "none" && !hashes[algorithm]) throw new Error(`${algorithm} is not supported`);
  if (algorithm !== "none" && !key) throw new Error("secretOrPrivateKey must have a value");
  const payload = { ...claims };
  const at = payload.iat ?? Math.floor(now() / 1000);
  if (!options.noTimestamp) payload.iat = at;
  if (expiresIn !== undefined) payload.exp = at + seconds(expiresIn);
  if (notBefore !== undefined) payload.nbf = at + seconds(notBefore);
  for (const [claim, option] of Object.entries(named)) {
    if (options[option] !== undefined) payload[claim] = options[option];
  }
  const text = `${encode({ alg: algorithm, typ: "JWT", ...header })}.${encode(payload)}`;
  return `${text}.${algorithm === "none" ? "" : mac(algorithm, key, text)}`;
}

/** What a token says, verified by nobody; null where it is no token. `{ complete: true }` gives the header too. */
export function decode(token, { complete = false } = {}) {
  try {
    const [head, body, signature] = String(token).split(".");
    const header = parse(head);
    const payload = parse(body);
    if (signature === undefined) return null;
    return complete ? { header, payload, signature } : payload;
  } catch {
    return null;
  }
}

/**
 * The claims of a token whose signature, times, audience and issuer hold; throws JsonWebTokenError otherwise.
 * Without `algorithms`, any of HS256, HS384 and HS512 will do, as the token's header says. "none" only where
 * it is listed and there is no key.
 */
export function verify(token, key, options = {}) {
  const seen = decode(token, { complete: true });
  if (seen === null || String(token).split(".").length !== 3)
    throw new JsonWebTokenError("jwt malformed");
  const { header, payload, signature } = seen;
  checkSignature({ token, header, signature }, key, options.algorithms);
  checkClaims(payload, options);
  return options.complete ? seen : payload;
}

function checkSignature({ token, header, signature }, key, algorithms) {
  if (signature === "") {
    if (key) throw new JsonWebTokenError("jwt signature is required");
    if (!algorithms?.includes("none")) {
      throw new JsonWebTokenError(
        'please specify "none" in "algorithms" to verify unsigned tokens',
      );
    }
    if (header.alg !== "none") throw new JsonWebTokenError("invalid algorithm");
    return;
  }
  if (!key) throw new JsonWebTokenError("secret or public key must be provided");
  if (!(algorithms ?? family).includes(header.alg) || !Object.hasOwn(hashes, header.alg)) {
    throw new JsonWebTokenError("invalid algorithm");
  }
  const text = token.slice(0, token.lastIndexOf("."));
  if (!equal(mac(header.alg, key, text), signature))
    throw new JsonWebTokenError("invalid signature");
}

export default { sign, verify, decode, JsonWebTokenError, TokenExpiredError, NotBeforeError };
