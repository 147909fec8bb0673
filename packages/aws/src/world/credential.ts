import type { CompiledPolicy } from "../policy/compile.ts";
import type { Principal } from "../policy/principal.ts";
import { accountOf } from "../policy/principal.ts";
import type { Call } from "../codec/call.ts";
import { iso } from "./ids.ts";
import { refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** An access key, of a user or of a session. */
export type Credential = {
  accessKeyId: string;
  secretAccessKey: string;
  principal: Principal;
  account: string;
  /** AIDA… of a user, AROA…:name of a role's session, the account's number of the root user. */
  userId: string;
  createdMs: number;
  /** Only of users' keys: a key that is not active signs nothing. */
  active: boolean;
  lastUsed: { atMs: number; region: string; service: string } | null;
  session: Session | null;
};

/** What a temporary credential carries. */
export type Session = {
  token: string;
  expiresMs: number;
  /** Session policies that were passed; null where none was. */
  policies: readonly CompiledPolicy[] | null;
  tags: Readonly<Record<string, string>>;
  transitiveTags: readonly string[];
  mfa: boolean;
  sourceIdentity: string | null;
  /** Of a role's session made from another role's: an hour at most. */
  chained: boolean;
  /** Set for credentials that a service gave to code that runs there. */
  from: SessionSource | null;
};

/** An instance or function whose role the session has. */
export type SessionSource =
  | {
      instance: string;
      region: string;
      vpc: string;
      privateIp: string;
      /** Which version of the metadata service handed them out. */
      delivery: "1.0" | "2.0";
    }
  /** A task or a pod: nothing of it is a condition key. */
  | { task: string }
  | { function: string };

/** Who signed; null of an unsigned call. Refuses keys that are unknown, inactive, expired or without their token. */
export function callerOf(world: World, call: Call): Credential | null {
  if (call.accessKeyId === null) return null;
  const found = world.credentials.get(call.accessKeyId);
  if (!found || !found.active) throw invalidKey(call);
  const { session } = found;
  if (session === null) {
    if (call.sessionToken !== null) throw invalidKey(call);
    return found;
  }
  if (call.sessionToken !== session.token) throw invalidKey(call);
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html: no IAM without MFA.
  if (call.service === "iam" && found.principal.type === "user" && !session.mfa)
    throw invalidKey(call);
  if (session.expiresMs <= world.nowMs) throw expired(call);
  return found;
}

function invalidKey({ service }: Call) {
  if (service === "s3")
    return refusal(
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
      403,
    );
  const message = "The security token included in the request is invalid.";
  if (service === "ec2")
    return refusal(
      "AuthFailure",
      "AWS was not able to validate the provided access credentials",
      401,
    );
  const json = ["iam", "sts"].includes(service)
    ? "InvalidClientTokenId"
    : "UnrecognizedClientException";
  return refusal(json, message, json === "InvalidClientTokenId" ? 403 : 400);
}

function expired({ service }: Call) {
  const message = "The security token included in the request is expired";
  if (service === "s3") return refusal("ExpiredToken", "The provided token has expired.", 400);
  if (service === "ec2") return refusal("RequestExpired", "Request has expired.", 400);
  const query = ["iam", "sts"].includes(service);
  return refusal(query ? "ExpiredToken" : "ExpiredTokenException", message, query ? 403 : 400);
}

/** Condition keys that the credential itself gives. */
export function contextOfCredential({ principal, userId, session, createdMs }: Credential) {
  const context: Record<string, string | string[]> = { "aws:userid": userId };
  if (!session) return context;
  context["aws:TokenIssueTime"] = iso(createdMs);
  // A user's long-lived key has no such key at all; a session says yes or no.
  context["aws:MultiFactorAuthPresent"] = String(session.mfa);
  if (session.mfa) context["aws:MultiFactorAuthAge"] = "0";
  if (session.sourceIdentity !== null) context["aws:SourceIdentity"] = session.sourceIdentity;
  if (session.from && "instance" in session.from) {
    const account = accountOf(principal);
    const { instance, region, vpc, privateIp, delivery } = session.from;
    context["ec2:SourceInstanceARN"] = `arn:aws:ec2:${region}:${account}:instance/${instance}`;
    context["ec2:RoleDelivery"] = delivery;
    context["aws:Ec2InstanceSourceVpc"] = vpc;
    context["aws:Ec2InstanceSourcePrivateIPv4"] = privateIp;
  }
  if (session.from && "function" in session.from)
    context["lambda:SourceFunctionArn"] = session.from.function;
  return context;
}
