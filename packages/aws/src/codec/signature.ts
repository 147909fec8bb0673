import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import type { HttpRequest } from "../http.ts";
import { canonicalRequest } from "./canonical.ts";
import { isChunked } from "./chunked.ts";
import { credentialOf, queryOf, type Credential } from "./credential.ts";
import { chunksHold } from "./signature-chunks.ts";
import { verifyVersion2 } from "./signature-v2.ts";
import { mismatched, refused, unknownKey, type Verified } from "./signature-words.ts";

export type SecretOf = (accessKeyId: string) => string | null;

/**
 * Checks a request's signature, version 4 in header or address (and version 2 in addresses of S3, which
 * botocore still makes). https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * An unsigned request is refused as such; who serves anonymous callers looks at `accessKeyId` first.
 */
export function verifySignature(request: HttpRequest, secretOf: SecretOf): Verified {
  const credential = credentialOf(request);
  if (credential === null) return refused("MissingAuthenticationToken", 403, noToken);
  if (credential === "malformed") return refused("IncompleteSignature", 400, incomplete);
  const secret = secretOf(credential.accessKeyId);
  if (secret === null) return unknownKey(credential);
  if (credential.scheme === "v2-query") return verifyVersion2(request, credential, secret);
  return verifyVersion4(request, credential, secret);
}

const noToken = "The request is not signed.";
const incomplete = "The signature lacks one of Credential, SignedHeaders, Signature and the date.";
const amzDate = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Epoch milliseconds of "20261122T180000Z". */
function parseAmzDate(text: string): number | null {
  const found = amzDate.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

const sameText = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

function verifyVersion4(request: HttpRequest, credential: Credential, secret: string): Verified {
  const query = new Map(queryOf(request.url));
  const isQuery = credential.scheme === "query";
  const { date, region, signingName, signedHeaders } = credential;
  const at = (isQuery ? query.get("X-Amz-Date") : request.headers["x-amz-date"]) ?? "";
  const signedAtMs = parseAmzDate(at);
  if (signedAtMs === null) return refused("IncompleteSignature", 400, incomplete);
  const fault = unsignedPart(request, credential) ?? (at.startsWith(date) ? null : "its date");
  if (fault !== null) return mismatched(credential);
  const canonical = canonicalRequest(request, credential);
  if (canonical === null) return mismatched(credential);
  const scope = `${date}/${region}/${signingName}/aws4_request`;
  const hash = createHash("sha256").update(canonical).digest("hex");
  const key = [date, region, signingName, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  );
  const toSign = `AWS4-HMAC-SHA256\n${at}\n${scope}\n${hash}`;
  if (!sameText(hmac(key, toSign).toString("hex"), credential.signature))
    return mismatched(credential);
  const seed = { key, at, scope, signature: credential.signature };
  if (isChunked(request) && !chunksHold(request, seed)) return mismatched(credential);
  const expiresSeconds = isQuery ? lifetimeOf(query.get("X-Amz-Expires"), signingName) : null;
  if (expiresSeconds !== null && !(expiresSeconds >= 1 && expiresSeconds <= weekSeconds))
    return refused("AuthorizationQueryParametersError", 400, lifetimeWords);
  return { ok: true, version: 4, signedAtMs, expiresSeconds, signedHeaders };
}

const weekSeconds = 604_800;
const lifetimeWords = `X-Amz-Expires has to be there, and a number of seconds from 1 to ${weekSeconds}.`;

/** S3 takes no address that does not say for how long; elsewhere fifteen minutes are meant. */
function lifetimeOf(given: string | undefined, signingName: string): number {
  if (given === undefined) return signingName === "s3" ? Number.NaN : 900;
  return /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
}

/** Host and every header of AWS's that came with the request have to be among the signed ones. */
function unsignedPart({ headers }: HttpRequest, { signedHeaders, scheme }: Credential) {
  const signed = new Set(signedHeaders);
  const needed = Object.keys(headers).filter((name) => name.startsWith("x-amz-"));
  // S3 takes the hash of the body unsigned in a presigned address: it stands outside the signature there.
  const optional =
    scheme === "query" ? new Set(["x-amz-content-sha256", "x-amz-user-agent"]) : null;
  return ["host", ...needed].find((name) => !signed.has(name) && !optional?.has(name)) ?? null;
}
