import { createHmac, timingSafeEqual } from "node:crypto";

import type { HttpRequest } from "../http.ts";
import { pathStyle } from "./bucket-path.ts";
import { queryOf, type Credential } from "./credential.ts";
import { mismatched, refused, type Verified } from "./signature-words.ts";

/** Parts of the query that name what is asked of a bucket or object, and so are signed. */
const signedNames: ReadonlySet<string> = new Set(
  `accelerate acl analytics cors defaultObjectAcl delete encryption inventory lifecycle location logging
  metrics notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock
  replication requestPayment response-cache-control response-content-disposition
  response-content-encoding response-content-language response-content-type response-expires restore
  retention tagging torrent uploadId uploads versionId versioning versions website legal-hold select
  select-type intelligent-tiering`.split(/\s+/),
);

const byName = ([one]: readonly string[], [other]: readonly string[]) =>
  (one ?? "") < (other ?? "") ? -1 : 1;

/**
 * A presigned address of S3 in version 2, which botocore makes where no signature version is asked for.
 * Nothing in it tells when it was signed: `signedAtMs` is the moment at which it ends, and
 * `expiresSeconds` is 0. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html
 */
export function verifyVersion2(
  request: HttpRequest,
  credential: Credential,
  secret: string,
): Verified {
  const query = queryOf(request.url);
  const expires = new Map(query).get("Expires") ?? "";
  if (!/^\d{1,12}$/.test(expires))
    return refused("AccessDenied", 403, "The address names no time at which it expires.");
  const { method, headers } = request;
  const amz = new Map(
    [
      ...Object.entries(headers),
      ...query.map(([name, value]) => [name.toLowerCase(), value] as const),
    ].filter(([name]) => name.startsWith("x-amz-")),
  );
  const lines = [...amz].toSorted(byName).map(([name, value]) => `${name}:${value.trim()}\n`);
  const [path = "/"] = request.url.split("?");
  const named = query
    .filter(([name]) => signedNames.has(name))
    .toSorted(byName)
    .map(([name, value]) => (value === "" ? name : `${name}=${value}`));
  const resource =
    pathStyle(path, headers["host"] ?? "") + (named.length > 0 ? `?${named.join("&")}` : "");
  const heads = [method, headers["content-md5"] ?? "", headers["content-type"] ?? "", expires];
  const toSign = `${heads.join("\n")}\n${lines.join("")}${resource}`;
  const ours = createHmac("sha1", secret).update(toSign).digest();
  const theirs = Buffer.from(credential.signature, "base64");
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs))
    return mismatched(credential);
  return {
    ok: true,
    version: 2,
    signedAtMs: Number(expires) * 1000,
    expiresSeconds: 0,
    signedHeaders: [],
  };
}
