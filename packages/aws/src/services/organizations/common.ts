import type { Context } from "../../world/define.ts";
import type { Organisation, OrganisationPolicy } from "../../world/organisation.ts";
import { refusal } from "../../world/refusal.ts";

export type Ctx = Context<object>;

/** The organisation that the caller belongs to. */
export function organisationOf({ world, account }: Ctx): Organisation {
  const { organisation } = world;
  if (organisation?.parents.has(account.id)) return organisation;
  const message = "Your account is not a member of an organization.";
  throw refusal("AWSOrganizationsNotInUseException", message);
}

/** The same, for what the management account alone may ask. */
export function managed(context: Ctx): Organisation {
  const organisation = organisationOf(context);
  if (context.account.id === organisation.managementAccount) return organisation;
  const message = "You don't have permissions to access this resource.";
  throw refusal("AccessDeniedException", message);
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html */
const arn = ({ id, managementAccount }: Organisation, kind: string, rest: string): string =>
  `arn:aws:organizations::${managementAccount}:${kind}/${id}/${rest}`;

export const accountArn = (organisation: Organisation, id: string) =>
  arn(organisation, "account", id);

export function policyArn(
  organisation: Organisation,
  { id, type, awsManaged }: OrganisationPolicy,
): string {
  const kind =
    type === "SERVICE_CONTROL_POLICY" ? "service_control_policy" : "resource_control_policy";
  return awsManaged
    ? `arn:aws:organizations::aws:policy/${kind}/${id}`
    : arn(organisation, "policy", `${kind}/${id}`);
}

/** A root, a unit or an account: what policies are attached to. */
export function targetOf(organisation: Organisation, id: string) {
  if (id === organisation.rootId)
    return { TargetId: id, Arn: arn(organisation, "root", id), Name: "Root", Type: "ROOT" };
  const unit = organisation.units.get(id);
  if (unit)
    return {
      TargetId: id,
      Arn: arn(organisation, "ou", id),
      Name: unit.name,
      Type: "ORGANIZATIONAL_UNIT",
    };
  if (organisation.parents.has(id))
    return { TargetId: id, Arn: accountArn(organisation, id), Name: id, Type: "ACCOUNT" };
  throw refusal(
    "TargetNotFoundException",
    `You specified a root, OU, or account that doesn't exist.`,
  );
}

export function policyIn(organisation: Organisation, id: string): OrganisationPolicy {
  const found = organisation.policies.get(id);
  if (found) return found;
  throw refusal("PolicyNotFoundException", "You specified a policy that doesn't exist.");
}

export const summary = (organisation: Organisation, policy: OrganisationPolicy) => ({
  Id: policy.id,
  Arn: policyArn(organisation, policy),
  Name: policy.name,
  Description: policy.description,
  Type: policy.type,
  AwsManaged: policy.awsManaged,
});

export const typesOf = ({ enabled }: Organisation) =>
  [...enabled].map((Type) => ({ Type, Status: "ENABLED" }));

export const parentOf = (organisation: Organisation, id: string): string => {
  const parent = organisation.parents.get(id) ?? organisation.units.get(id)?.parent;
  if (parent !== undefined) return parent;
  throw refusal("ChildNotFoundException", "No root and no unit holds that.");
};
