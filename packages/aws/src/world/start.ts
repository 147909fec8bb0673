import { principalOf } from "../policy/principal.ts";
import { iamOf } from "../services/iam/policies-of.ts";
import type { Credential } from "./credential.ts";
import { giveKey } from "./give-key.ts";
import { refusal } from "./refusal.ts";
import type { World } from "./world.ts";

const lastsMs = 12 * 3600 * 1000;

/** A credential of a user (its first active key) or of a role (a session of twelve hours), by the ARN. */
export function credentialFor(world: World, arn: string, sessionName = "learner"): Credential {
  const principal = principalOf(arn);
  if (principal?.type === "user") return ofUser(world, arn);
  if (principal?.type !== "role-session")
    throw refusal("NoSuchEntity", `${arn} is no user and no role`);
  const role = iamOf(world, principal.account)?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
  if (role?.arn !== arn) throw refusal("NoSuchEntity", `there is no role ${arn}`);
  return giveKey(world, {
    principal: { ...principal, arn: principal.arn.replace(/\/[^/]+$/, `/${sessionName}`) },
    userId: `${role.id}:${sessionName}`,
    session: {
      expiresMs: world.nowMs + lastsMs,
      policies: null,
      tags: {},
      transitiveTags: [],
      mfa: false,
      sourceIdentity: null,
      chained: false,
      from: null,
    },
  });
}

function ofUser(world: World, arn: string): Credential {
  const found = [...world.credentials.values()].find(
    ({ principal, session, active }) =>
      principal.type === "user" && principal.arn === arn && session === null && active,
  );
  if (found) return found;
  throw refusal("NoSuchEntity", `${arn} has no access key; give it one with keys: 1`);
}
