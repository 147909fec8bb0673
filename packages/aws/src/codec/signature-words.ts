import type { HttpRequest } from "../http.ts";
import type { Fault } from "./call.ts";
import type { Credential } from "./credential.ts";

/** When it was signed and, of a presigned address, for how long: whether that time is over is not judged. */
export type Verified =
  | { ok: true; signedAtMs: number; expiresSeconds: number | null; signedHeaders: string[] }
  | { ok: false; fault: Fault };

const mismatch =
  "The signature that was computed for the request does not match the one that came with it. The secret access key or the way of signing is wrong, or the request was changed.";

/** The query protocols say InvalidClientTokenId, the JSON ones UnrecognizedClientException. */
export const unknownKey = ({ headers }: HttpRequest) =>
  headers["content-type"]?.startsWith("application/x-www-form-urlencoded")
    ? "InvalidClientTokenId"
    : "UnrecognizedClientException";

export const refused = (code: string, status: number, message: string): Verified => ({
  ok: false,
  fault: { code, message, status },
});

/** S3 and the query protocols call it SignatureDoesNotMatch, the JSON ones InvalidSignatureException. */
export const mismatched = (request: HttpRequest, { signingName }: Credential): Verified => {
  const isJson = signingName !== "s3" && unknownKey(request) === "UnrecognizedClientException";
  return refused(isJson ? "InvalidSignatureException" : "SignatureDoesNotMatch", 403, mismatch);
};
