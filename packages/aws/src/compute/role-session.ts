import { decide } from "../decide/decide.ts";
import { noPolicies } from "../decide/request.ts";
import { sessionOf } from "../policy/principal.ts";
import { iamOf } from "../services/iam/policies-of.ts";
import type { IamRole } from "../services/iam/state.ts";
import type { Credential, SessionSource } from "../world/credential.ts";
import { giveKey } from "../world/give-key.ts";
import { iso, uuid } from "../world/ids.ts";
import { levelsFor } from "../world/organisation.ts";
import type { World } from "../world/world.ts";

export type RoleSession = {
  /** ARN of the role. */
  role: string;
  /** Who asks for it: ec2.amazonaws.com. */
  service: string;
  /** Of the session: an instance's id, a function's name. */
  name: string;
  seconds: number;
  region: string;
  from: SessionSource;
  /** aws:SourceArn and aws:SourceAccount, where the service sends them. */
  context?: Readonly<Record<string, string>>;
};

/** New credentials are there five minutes before the old ones end. */
const renewedMs = 5 * 60_000;

/**
 * Credentials of a role for code that runs in AWS, by the service that runs it: those that the code has already, as
 * long as they last. Null where there is no such role, or it does not trust the service. They outlive what they were
 * made for: neither stopping an instance nor taking its profile away ends them.
 */
export function roleSession(world: World, asked: RoleSession): Credential | null {
  const role = roleAt(world, asked.role);
  if (!role || !assumable(world, asked)) return null;
  return known(world, asked) ?? made(world, role, asked);
}

function roleAt(world: World, arn: string): IamRole | null {
  const [, , , , account = ""] = arn.split(":");
  const role = iamOf(world, account)?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
  return role?.arn === arn ? role : null;
}

/** Whether the role is there and trusts the service. */
export function assumable(
  world: World,
  { role: arn, service, context = {} }: Pick<RoleSession, "role" | "service" | "context">,
): boolean {
  const role = roleAt(world, arn);
  if (!role) return false;
  const principal = { type: "service", name: service } as const;
  const request = { principal, action: "sts:AssumeRole", resource: arn, context };
  return decide(request, {
    ...noPolicies,
    resource: role.trust.compiled,
    resourceControl: levelsFor(world, arn.split(":")[4] ?? "", "RESOURCE_CONTROL_POLICY"),
    managementAccount: world.organisation?.managementAccount ?? null,
  }).allowed;
}

function known(world: World, { role, name, from }: RoleSession): Credential | undefined {
  const source = JSON.stringify(from);
  return [...world.credentials.values()].findLast(
    ({ principal, session }) =>
      session !== null &&
      principal.type === "role-session" &&
      principal.role === role &&
      principal.arn.endsWith(`/${name}`) &&
      JSON.stringify(session.from) === source &&
      session.expiresMs - renewedMs > world.nowMs,
  );
}

function made(world: World, role: IamRole, asked: RoleSession): Credential {
  const principal = sessionOf(role.arn, asked.name) as ReturnType<typeof sessionOf> & {
    account: string;
  };
  role.lastUsed = { atMs: world.nowMs, region: asked.region };
  const credential = giveKey(world, {
    principal,
    userId: `${role.id}:${asked.name}`,
    session: {
      expiresMs: world.nowMs + asked.seconds * 1000,
      policies: null,
      tags: {},
      transitiveTags: [],
      mfa: false,
      sourceIdentity: null,
      chained: false,
      from: asked.from,
    },
  });
  writeAssumption(world, credential, asked);
  return credential;
}

/** The service's own AssumeRole, as the account's history has it: where a stolen session began. */
function writeAssumption(
  world: World,
  { account, accessKeyId, session }: Credential,
  asked: RoleSession,
) {
  world.accounts.get(account)?.trail.push({
    eventVersion: "1.11",
    userIdentity: { type: "AWSService", invokedBy: asked.service },
    eventTime: iso(world.nowMs),
    eventSource: "sts.amazonaws.com",
    eventName: "AssumeRole",
    awsRegion: asked.region,
    sourceIPAddress: asked.service,
    userAgent: asked.service,
    requestParameters: { roleArn: asked.role, roleSessionName: asked.name },
    responseElements: {
      credentials: { accessKeyId, expiration: iso(session!.expiresMs) },
    },
    requestID: uuid(world),
    eventID: uuid(world),
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
  });
}
