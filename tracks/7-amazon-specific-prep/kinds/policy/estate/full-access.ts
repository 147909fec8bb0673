import { compilePolicy, readPolicy, type CompiledPolicy } from "@loopwright/aws/decision";

/**
 * What Organizations attaches to every root, unit and account, so that a guardrail only has to deny.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export const fullAccess: Record<"scp" | "rcp", CompiledPolicy> = {
  scp: attached("scp", "FullAWSAccess"),
  rcp: attached("rcp", "RCPFullAWSAccess"),
};

function attached(kind: "scp" | "rcp", name: string): CompiledPolicy {
  const statement = { Effect: "Allow", Action: "*", Resource: "*" };
  const whose = kind === "rcp" ? { Principal: "*" } : {};
  const text = { Version: "2012-10-17", Statement: [{ ...statement, ...whose }] };
  return compilePolicy(readPolicy(JSON.stringify(text), kind).document!, { name, kind });
}
