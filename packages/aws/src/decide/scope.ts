import { accountOf } from "../policy/principal.ts";
import { resourceAccountOf, type AuthorizationRequest, type Policies } from "./request.ts";

/**
 * Prefixes of the services whose resources a resource control policy binds, as of 2026-11:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
export const servicesWithRcp: ReadonlySet<string> = new Set(
  `
  aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront
  cloudsearch cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity
  cognito-idp comprehend comprehendmedical compute-optimizer cost-optimization-hub dax dsql
  dynamodb ecr ecr-public events firehose fis fms gamelift health inspector-scan kendra
  kinesisvideo kms logs memorydb networkmonitor notifications opensearch pca-connector-ad
  personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery
  signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2
  workspaces xray
`
    .trim()
    .split(/\s+/),
);

/** KMS decides on this one without them: https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html */
const withoutRcp: ReadonlySet<string> = new Set(["kms:retiregrant"]);

/**
 * Whether service control policies bind this principal: a user, role or root of a member account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function scpApplies({ principal }: AuthorizationRequest, policies: Policies): boolean {
  const account = accountOf(principal);
  if (account === null || account === policies.managementAccount) return false;
  if (principal.type === "role-session" && principal.serviceLinked) return false;
  return policies.serviceControl.length > 0;
}

/**
 * Whether resource control policies bind this resource: whoever asks, in a member account, of a service that
 * knows them. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function rcpApplies(request: AuthorizationRequest, policies: Policies): boolean {
  const { principal, action } = request;
  if (resourceAccountOf(request) === policies.managementAccount) return false;
  if (principal.type === "role-session" && principal.serviceLinked) return false;
  const service = action.split(":")[0]!.toLowerCase();
  if (!servicesWithRcp.has(service) || withoutRcp.has(action.toLowerCase())) return false;
  return policies.resourceControl.length > 0;
}

/**
 * What KMS lets other accounts do with a key; for the rest a key policy may name them, and it has no effect:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
const kmsAcross: ReadonlySet<string> = new Set(
  `
  creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair
  generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getkeyrotationstatus
  getpublickey listgrants reencryptfrom reencryptto retiregrant revokegrant sign verify verifymac
`
    .trim()
    .split(/\s+/),
);

/** Whether an operation works at all on what another account owns, whatever policies say. */
export function worksAcross({ action, principal }: AuthorizationRequest): boolean {
  const [service, operation] = action.toLowerCase().split(":");
  return service !== "kms" || principal.type === "service" || kmsAcross.has(operation ?? "");
}
