import { now } from "../clock.js";
import { JsonWebTokenError, NotBeforeError, TokenExpiredError } from "./errors.js";

const fits = (wanted, value) =>
  wanted instanceof RegExp ? wanted.test(value) : String(wanted) === value;

function checkTimes({ exp, nbf }, { ignoreExpiration, clockTolerance = 0 }) {
  const at = Math.floor(now() / 1000);
  if (nbf !== undefined && typeof nbf !== "number")
    throw new JsonWebTokenError("invalid nbf value");
  if (nbf > at + clockTolerance) throw new NotBeforeError(new Date(nbf * 1000));
  if (exp === undefined || ignoreExpiration) return;
  if (typeof exp !== "number") throw new JsonWebTokenError("invalid exp value");
  if (at >= exp + clockTolerance) throw new TokenExpiredError(new Date(exp * 1000));
}

/** A claim is looked at where an option asks for it; a token without it is then refused. */
export function checkClaims(payload, options) {
  checkTimes(payload, options);
  const { audience, issuer, subject, jwtid } = options;
  if (audience !== undefined) {
    const held = [payload.aud].flat();
    const meant = [audience].flat().some((wanted) => held.some((one) => fits(wanted, one)));
    if (!meant) throw new JsonWebTokenError(`jwt audience invalid. expected: ${String(audience)}`);
  }
  const rows = [
    ["issuer", issuer, payload.iss],
    ["subject", subject, payload.sub],
    ["jwtid", jwtid, payload.jti],
  ];
  for (const [name, wanted, value] of rows) {
    if (wanted !== undefined && ![wanted].flat().includes(value)) {
      throw new JsonWebTokenError(`jwt ${name} invalid. expected: ${String(wanted)}`);
    }
  }
}
