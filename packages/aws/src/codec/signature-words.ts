import type { Fault } from "./call.ts";
import type { Credential } from "./credential.ts";

/** When it was signed and, of a presigned address, for how long: whether that time is over is not judged. */
export type Verified =
  | {
      ok: true;
      version: 2 | 4;
      signedAtMs: number;
      expiresSeconds: number | null;
      signedHeaders: string[];
    }
  | { ok: false; fault: Fault };

const mismatch =
  "The signature that was computed for the request does not match the one that came with it. The secret access key or the way of signing is wrong, or the request was changed.";

export const refused = (code: string, status: number, message: string): Verified => ({
  ok: false,
  fault: { code, message, status },
});

/** How services refuse a key that they do not know, and a signature that does not match. */
type Refusals = { unknownKey: readonly [string, number]; mismatch: readonly [string, number] };

const json: Refusals = {
  unknownKey: ["UnrecognizedClientException", 400],
  mismatch: ["InvalidSignatureException", 400],
};
const rest: Refusals = {
  unknownKey: ["UnrecognizedClientException", 403],
  mismatch: ["InvalidSignatureException", 403],
};
const query: Refusals = {
  unknownKey: ["InvalidClientTokenId", 403],
  mismatch: ["SignatureDoesNotMatch", 403],
};
const others: ReadonlyMap<string, Refusals> = new Map([
  ["iam", query],
  ["sts", query],
  ["lambda", rest],
  ["guardduty", rest],
  ["access-analyzer", rest],
  ["securityhub", rest],
  ["ec2", { unknownKey: ["AuthFailure", 401], mismatch: ["AuthFailure", 401] }],
  ["s3", { unknownKey: ["InvalidAccessKeyId", 403], mismatch: ["SignatureDoesNotMatch", 403] }],
]);

export const mismatched = ({ signingName }: Credential): Verified =>
  refused(...(others.get(signingName) ?? json).mismatch, mismatch);

export const unknownKey = ({ signingName }: Credential): Verified =>
  refused(
    ...(others.get(signingName) ?? json).unknownKey,
    "The access key id, or the security token of the request, is not known here.",
  );
