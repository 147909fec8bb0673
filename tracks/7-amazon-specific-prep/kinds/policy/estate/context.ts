import { accountOf, type Principal } from "@loopwright/aws/decision";

import type { Asked } from "./asked.ts";
import type { Estate, EstateResource } from "./estate.ts";

type Given = {
  estate: Estate;
  asked: Asked;
  principal: Principal;
  resource: EstateResource | null;
  arn: string;
  resourceAccount: string | undefined;
};

/**
 * The condition keys that a request has by where it comes from and goes to. What the request itself gives wins.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(given: Given): Record<string, string | readonly string[]> {
  const { estate, asked, principal, resource, arn, resourceAccount } = given;
  const endpoint = estate.endpoints.find(({ id }) => id === asked.through);
  const region = arn.split(":")[3] || (resource?.region ?? "");
  const caller = estate.principals.find(({ id }) => id === asked.who);
  return {
    "aws:SecureTransport": "true",
    "aws:ViaAWSService": "false",
    ...(region !== "" && { "aws:RequestedRegion": region }),
    ...inOrganisation(estate, accountOf(principal), "aws:PrincipalOrgID"),
    ...inOrganisation(estate, resourceAccount, "aws:ResourceOrgID"),
    ...(endpoint && { "aws:SourceVpce": endpoint.vpce, "aws:SourceVpc": endpoint.vpc }),
    ...prefixed("aws:PrincipalTag/", caller?.tags),
    ...prefixed("aws:ResourceTag/", resource?.tags),
    ...ofService(given),
    ...asked.with,
  };
}

function inOrganisation(
  { organisation, accounts }: Estate,
  id: string | null | undefined,
  key: string,
): Record<string, string> {
  const account = accounts.find((one) => one.id === id);
  return organisation && account?.levels ? { [key]: organisation.id } : {};
}

/**
 * Keys that the resource's service gives beside the global ones, as the Service Authorization Reference lists them.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
 */
function ofService({ principal, resource, arn, resourceAccount }: Given): Record<string, string> {
  const service = arn.split(":")[2] ?? "";
  const caller = accountOf(principal);
  return {
    ...(tagged.has(service) && prefixed(`${service}:ResourceTag/`, resource?.tags)),
    ...(service === "kms" && caller !== null && { "kms:CallerAccount": caller }),
    ...(service === "s3" &&
      resourceAccount !== undefined && { "s3:ResourceAccount": resourceAccount }),
  };
}

/** Services that know a resource's tags by a key of their own, too. */
const tagged: ReadonlySet<string> = new Set(["ec2", "iam", "secretsmanager"]);

const prefixed = (prefix: string, tags: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [prefix + name, value]));
