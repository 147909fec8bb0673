import type { Call } from "../codec/call.ts";
import type { Credential } from "./credential.ts";
import type { EventResource } from "./event-resources.ts";
import { iso, uuid } from "./ids.ts";
import type { Origin } from "./origin.ts";
import type { World } from "./world.ts";

/**
 * One record of CloudTrail, in its own words.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export type TrailEvent = {
  eventVersion: string;
  userIdentity: Record<string, unknown>;
  eventTime: string;
  eventSource: string;
  eventName: string;
  awsRegion: string;
  sourceIPAddress: string;
  userAgent: string;
  errorCode?: string;
  errorMessage?: string;
  requestParameters: Record<string, unknown> | null;
  responseElements: Record<string, unknown> | null;
  requestID: string;
  eventID: string;
  readOnly: boolean;
  resources?: EventResource[];
  eventType: string;
  managementEvent: boolean;
  recipientAccountId: string;
  sharedEventID?: string;
  eventCategory: "Management" | "Data";
};

type Told = {
  world: World;
  call: Call;
  requestId: string;
  caller: Credential | null;
  origin: Origin;
  eventSource: string;
  region: string;
  /** Where it is not the operation's name. */
  eventName?: string | undefined;
  readOnly: boolean;
  data: boolean;
  fault: { code: string; message: string } | null;
  output: Record<string, unknown> | null;
  /** Account of the resource, where it is another's. */
  owners: readonly string[];
  resources: EventResource[];
};

/** Writes a call into the event history of the caller's account and of each account whose resource it was. */
export function writeEvent(told: Told): void {
  const { world, caller, owners } = told;
  const accounts = [...new Set([...(caller ? [caller.account] : []), ...owners])];
  const shared = accounts.length > 1 ? { sharedEventID: uuid(world) } : {};
  for (const id of accounts) {
    const account = world.accounts.get(id);
    account?.trail.push({
      ...recordOf(told),
      ...(caller && caller.account !== id ? fromElsewhere(told, caller) : {}),
      eventID: uuid(world),
      recipientAccountId: id,
      ...shared,
    });
  }
}

function recordOf(told: Told): Omit<TrailEvent, "eventID" | "recipientAccountId"> {
  const { world, call, caller, origin, fault, data } = told;
  return {
    eventVersion: "1.11",
    userIdentity: identityOf(caller),
    eventTime: iso(world.nowMs),
    eventSource: told.eventSource,
    eventName: told.eventName ?? call.operation,
    awsRegion: told.region,
    sourceIPAddress: origin.sourceIp,
    userAgent: call.userAgent,
    ...(fault ? { errorCode: fault.code, errorMessage: fault.message } : {}),
    requestParameters: parameters(call.input),
    responseElements: fault ? null : answerOf(told),
    requestID: told.requestId,
    readOnly: told.readOnly,
    ...(told.resources.length > 0 ? { resources: told.resources } : {}),
    eventType: "AwsApiCall",
    managementEvent: !data,
    eventCategory: data ? "Data" : "Management",
  };
}

/**
 * Who owns the role learns of a caller from another account its number and the caller's id, no name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html#stscloudtrailexample
 */
const fromElsewhere = ({ call }: Told, { account, userId }: Credential) =>
  call.service === "sts"
    ? { userIdentity: { type: "AWSAccount", principalId: userId, accountId: account } }
    : {};

/** Of calls that read, CloudTrail keeps no answer, but for those that hand out credentials. */
function answerOf({ call, readOnly, output }: Told): Record<string, unknown> | null {
  const handed = call.service === "sts" ? output?.["Credentials"] : undefined;
  if (readOnly && handed === undefined) return null;
  if (handed === undefined) return parameters(output ?? {});
  const credentials = handed as { Expiration: number };
  const Expiration = spoken.format(credentials.Expiration).replaceAll("\u202f", " ");
  return parameters({ ...output, Credentials: { ...credentials, Expiration } });
}

/** Such as Jul 18, 2014, 4:07:39 PM. */
const spoken = new Intl.DateTimeFormat("en-US", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "UTC",
});

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function identityOf(caller: Credential | null): Record<string, unknown> {
  if (!caller) return { type: "AWSAccount", accountId: "anonymous", principalId: "" };
  const { principal, userId, account, accessKeyId, session, createdMs } = caller;
  const common = { principalId: userId, accountId: account, accessKeyId };
  if (principal.type === "root") return { type: "Root", arn: principal.arn, ...common };
  if (principal.type === "user") {
    const userName = principal.arn.slice(principal.arn.lastIndexOf("/") + 1);
    const identity = { type: "IAMUser", arn: principal.arn, userName, ...common };
    if (!session) return identity;
    const attributes = { creationDate: iso(createdMs), mfaAuthenticated: String(session.mfa) };
    return { ...identity, sessionContext: { attributes } };
  }
  if (principal.type !== "role-session") return { type: "FederatedUser", ...common };
  return {
    type: "AssumedRole",
    arn: principal.arn,
    ...common,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: userId.split(":")[0],
        arn: principal.role,
        accountId: account,
        userName: principal.role.slice(principal.role.lastIndexOf("/") + 1),
      },
      attributes: { creationDate: iso(createdMs), mfaAuthenticated: String(session?.mfa ?? false) },
      // Which version of the instance's metadata service it was: the trace of a credential stolen through it.
      ...(session?.from && "delivery" in session.from
        ? { ec2RoleDelivery: session.from.delivery }
        : {}),
      ...(session?.sourceIdentity ? { sourceIdentity: session.sourceIdentity } : {}),
    },
  };
}

const hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";
const secrets: ReadonlySet<string> = new Set([
  "Plaintext",
  "SecretString",
  "SecretBinary",
  "Password",
  "SecretAccessKey",
  "SessionToken",
  "Environment",
  "Body",
  "Payload",
  "CiphertextBlob",
  "UserData",
]);

/** Their names are the caller's own, and stay as they are. */
const maps: ReadonlySet<string> = new Set([
  "EncryptionContext",
  "SourceEncryptionContext",
  "DestinationEncryptionContext",
  "EncryptionContextSubset",
  "EncryptionContextEquals",
  "Metadata",
]);

/** Members as CloudTrail writes them: first letter small, secrets and bodies left out or hidden. */
function parameters(members: Record<string, unknown>): Record<string, unknown> | null {
  const written = Object.entries(members).flatMap(([name, value]) =>
    // The code of an MFA device is left out.
    value === undefined || value instanceof Uint8Array || name === "TokenCode"
      ? []
      : [
          [
            small(name),
            secrets.has(name) ? hidden : maps.has(name) ? value : valueOf(value),
          ] as const,
        ],
  );
  return written.length === 0 ? null : Object.fromEntries(written);
}

function valueOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueOf);
  if (typeof value !== "object" || value === null) return value;
  return parameters(value as Record<string, unknown>) ?? {};
}

/** S3's events say bucketName. */
const small = (name: string): string =>
  name === "Bucket" ? "bucketName" : name.charAt(0).toLowerCase() + name.slice(1);
