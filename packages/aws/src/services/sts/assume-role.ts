import { readPolicy } from "../../policy/read.ts";
import { compilePolicy, type CompiledPolicy } from "../../policy/compile.ts";
import { sessionOf } from "../../policy/principal.ts";
import { defineOperations, type Context, type Need } from "../../world/define.ts";
import { giveKey } from "../../world/give-key.ts";
import { refusal } from "../../world/refusal.ts";
import { policyAt } from "../iam/managed.ts";
import { iamOf } from "../iam/policies-of.ts";
import type { IamRole } from "../iam/state.ts";
import { written } from "./identity.ts";

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole = defineOperations<object>()({
  AssumeRole: {
    readOnly: true,
    needs: (context) => needsOf(context),
    run: (context) => {
      const { world, input, caller } = context;
      const arn = input.text("RoleArn");
      const role = roleAt(context, arn);
      // Whether the role is there is nobody's business who may not assume it: both are refused alike.
      if (!role) throw refusal("AccessDenied", notAuthorised(context, arn), 403);
      const name = input.text("RoleSessionName");
      const chained = caller.principal.type === "role-session";
      const inherited = inheritedTags(context);
      const session = {
        expiresMs: world.nowMs + secondsOf(context, role, chained) * 1000,
        policies: sessionPolicies(context, arn),
        tags: { ...input.tags(), ...inherited },
        transitiveTags: [
          ...new Set([...Object.keys(inherited), ...input.texts("TransitiveTagKeys")]),
        ],
        mfa: input.has("TokenCode"),
        sourceIdentity: input.optional("SourceIdentity") ?? caller.session?.sourceIdentity ?? null,
        chained,
        from: null,
      };
      role.lastUsed = { atMs: world.nowMs, region: context.region };
      const principal = sessionOf(arn, name) as { account: string } & ReturnType<typeof sessionOf>;
      const userId = `${role.id}:${name}`;
      const made = giveKey(world, { principal, userId, session });
      return {
        Credentials: written(made),
        AssumedRoleUser: { AssumedRoleId: userId, Arn: "arn" in principal ? principal.arn : "" },
      };
    },
  },
});

function needsOf({ input, caller }: Context<object>): Need[] {
  const resource = input.text("RoleArn");
  const context: Record<string, string | string[]> = {
    "sts:RoleSessionName": input.text("RoleSessionName"),
  };
  const externalId = input.optional("ExternalId");
  if (externalId !== null) context["sts:ExternalId"] = externalId;
  const source = input.optional("SourceIdentity");
  if (source !== null) context["sts:SourceIdentity"] = source;
  // A code of an MFA device makes the call itself one with MFA, also from a long-lived key.
  if (input.has("TokenCode") && caller.session === null) {
    context["aws:MultiFactorAuthPresent"] = "true";
    context["aws:MultiFactorAuthAge"] = "0";
  }
  const tags = input.tags();
  const keys = Object.keys(tags);
  if (keys.length === 0) {
    const also = source === null ? [] : [{ action: "sts:SetSourceIdentity", resource, context }];
    return [{ resource, context }, ...also];
  }
  for (const key of keys) context[`aws:RequestTag/${key}`] = tags[key]!;
  context["aws:TagKeys"] = keys;
  const transitive = input.texts("TransitiveTagKeys");
  if (transitive.length > 0) context["sts:TransitiveTagKeys"] = transitive;
  const also = source === null ? [] : [{ action: "sts:SetSourceIdentity", resource, context }];
  return [{ resource, context }, { action: "sts:TagSession", resource, context }, ...also];
}

function roleAt({ world }: Context<object>, arn: string): IamRole | null {
  const account = arn.split(":")[4] ?? "";
  const found = iamOf(world, account)?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
  return found?.arn === arn ? found : null;
}

const notAuthorised = ({ caller }: Context<object>, arn: string): string =>
  `User: ${"arn" in caller.principal ? caller.principal.arn : ""} is not authorized to perform: sts:AssumeRole on resource: ${arn}`;

/** Tags that were passed on as transitive stay through every further role. */
function inheritedTags({ caller: { session } }: Context<object>): Record<string, string> {
  const keys = session?.transitiveTags ?? [];
  return Object.fromEntries(keys.map((key) => [key, session?.tags[key] ?? ""]));
}

function secondsOf({ input }: Context<object>, role: IamRole, chained: boolean): number {
  const asked = input.number("DurationSeconds");
  const most = chained ? 3600 : role.maxSession;
  if (asked !== null && asked > most) {
    const message = chained
      ? "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"
      : "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    throw refusal("ValidationError", message);
  }
  return asked ?? 3600;
}

function sessionPolicies({ world, input }: Context<object>, arn: string): CompiledPolicy[] | null {
  const inline = input.optional("Policy");
  const arns = input.list("PolicyArns").map((one) => one.text("arn"));
  if (inline === null && arns.length === 0) return null;
  const iam = iamOf(world, arn.split(":")[4]!);
  const managed = arns.map((one) => {
    const found = iam ? policyAt(iam, one) : null;
    if (!found) throw refusal("ValidationError", `The policy ${one} does not exist.`);
    return { ...found.compiled, kind: "session" as const };
  });
  return inline === null ? managed : [compiledSession(inline), ...managed];
}

function compiledSession(text: string): CompiledPolicy {
  const read = readPolicy(text, "session");
  if (read.document)
    return compilePolicy(read.document, { name: "session policy", kind: "session" });
  throw refusal("MalformedPolicyDocument", read.problems[0]!.message);
}
