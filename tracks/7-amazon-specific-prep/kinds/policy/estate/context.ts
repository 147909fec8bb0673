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

const prefixed = (prefix: string, tags: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [prefix + name, value]));
