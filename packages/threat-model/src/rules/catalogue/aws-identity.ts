import { defineRules } from "../rule.ts";

/** Roles, sessions and sign-in on AWS: who may become whom. */
export const rules = defineRules([
  {
    id: "role-confused-deputy",
    title: "{source} is led to use its role on {target} for another customer",
    stride: "E",
    cwe: [441, 863],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["third-party"] },
      target: {
        technology: ["aws-account", "aws-iam", "aws-sts", "aws-organizations"],
        lacks: ["external-id", "source-condition"],
      },
      authentication: ["sigv4"],
      lacks: ["external-id", "source-condition"],
    },
    note: "The vendor assumes roles for all of its customers with one identity, so whoever tells it the ARN of this role gets work done with it. The external id is no secret: it works because the vendor, and never its customer, chooses one for each customer.",
    statement: {
      source: "customer of the same vendor",
      prerequisites: "who knows the ARN of the role",
      action: "enter that ARN in an account at {source} and have it act on {target}",
      impact: "access to {data} with rights that were given to the vendor",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Require sts:ExternalId in the trust policy, with a value that the vendor made for this customer.",
        control: "external-id",
        aws: true,
      },
      {
        text: "Where the caller is an AWS service, name its resource with aws:SourceArn and aws:SourceAccount.",
        control: "source-condition",
        aws: true,
      },
      { text: "Let the vendor show that it refuses a role ARN which another customer registered." },
    ],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  },
  {
    id: "federated-role-subject",
    title: "A workflow that is not {source} takes the role on {target}",
    stride: "S",
    cwe: [287, 863],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["build", "source-control", "deployment"], notGroups: ["aws"] },
      target: { groups: ["aws"], notGroups: ["container", "artifacts"] },
      authentication: ["token"],
      lacks: ["token-validation"],
    },
    note: "All customers of a hosted CI system share one token issuer. Issuer and audience say which system a run belongs to, not which repository: only `sub` does, and a pattern such as repo:shop/* also lets in every branch and pull request of every repository there.",
    statement: {
      source: "user of the same CI provider",
      prerequisites: "with a workflow in a repository or branch that nobody meant to trust",
      action: "exchange its token for the role on {target}",
      impact: "deployment rights in the account without any stolen secret",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Compare the token's sub in the trust policy with StringEquals: one repository and one environment or branch.",
        control: "token-validation",
        aws: true,
      },
      {
        text: "Give plan and deploy two roles; only the protected environment may take the second.",
      },
    ],
    sources: [
      "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    ],
  },
  {
    id: "long-lived-access-key",
    title: "A copied access key calls {target} in the name of {source}",
    stride: "S",
    cwe: [522],
    capec: [560],
    on: "flow",
    when: {
      target: { groups: ["aws"] },
      protocol: ["aws-api"],
      authentication: ["api-key", "shared-secret", "password"],
      lacks: ["short-lived-credentials"],
    },
    note: "An access key of an IAM user works from anywhere until somebody deletes it, and it ends up in shell histories, images and tickets. Rotation every 90 days still leaves a thief 90 days; what runs outside of AWS can have temporary credentials too.",
    statement: {
      source: "outsider",
      prerequisites: "with an access key found in code, a log or a backup of {source}",
      action: "call {target} from anywhere",
      impact: "use of every right of {source}, unnoticed among its own calls",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Replace the key by a role: IAM Roles Anywhere for servers elsewhere, OIDC federation for CI, Identity Center for people.",
        control: "short-lived-credentials",
        aws: true,
      },
      {
        text: "Until then, deny the key outside of named networks with aws:SourceIp or aws:SourceVpc, and alarm on its use elsewhere.",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  },
  {
    id: "pass-role-path",
    title: "{source} hands {target} a role that is stronger than its own",
    stride: "E",
    cwe: [269, 266],
    capec: [233],
    on: "flow",
    when: {
      source: { groups: ["human", "build", "deployment", "admin"] },
      target: {
        technology: [
          "aws-cloudformation",
          "aws-codebuild",
          "aws-codepipeline",
          "aws-glue",
          "aws-step-functions",
          "aws-sagemaker",
          "aws-batch",
        ],
        lacks: ["permissions-boundary", "least-privilege", "service-control-policy"],
      },
      lacks: ["least-privilege", "permissions-boundary"],
    },
    note: "Whoever may create compute and pass any role to it has the rights of every role that the service may assume: no iam:* is needed. The caller's own policy looks harmless; the path is found only by reading it together with the trust policies of all roles.",
    statement: {
      source: "engineer or hijacked job",
      prerequisites: "who may pass any role to {target}",
      action: "start a job on {target} with an administrator's role and take its credentials",
      impact: "full control of the account",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Limit iam:PassRole to named role ARNs and to one service with iam:PassedToService.",
        control: "least-privilege",
        aws: true,
      },
      {
        text: "Require a permissions boundary on every role that pipelines create.",
        control: "permissions-boundary",
        aws: true,
      },
      { text: "Let IAM Access Analyzer check policies for PassRole on * before merge.", aws: true },
    ],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"],
  },
  {
    id: "shared-role-nobody-named",
    title: "Nobody can say which person acted on {target}",
    stride: "R",
    cwe: [223, 778],
    on: "flow",
    when: {
      source: { technology: ["employee", "administrator"], lacks: ["source-identity"] },
      target: { groups: ["aws"] },
      authentication: ["sigv4", "api-key", "shared-secret"],
      lacks: ["source-identity"],
    },
    note: "CloudTrail shows the role and a session name, and the caller chooses that name: anybody can call a session after a colleague. After a second AssumeRole the first name is gone, unless a source identity was set; that one is passed on and cannot be changed.",
    statement: {
      source: "employee",
      prerequisites: "who shares a role or user with colleagues",
      action: "change {target} and deny it",
      impact: "an incident whose author cannot be proven",
      goals: ["accountability"],
    },
    mitigations: [
      {
        text: "Let people come in through Identity Center only; it sets their user name into each session.",
        control: "source-identity",
        aws: true,
      },
      {
        text: "Require sts:SourceIdentity or a fixed sts:RoleSessionName in trust policies.",
        control: "source-identity",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html",
    ],
  },
  {
    id: "session-outlives-key",
    title: "Sessions from {element} go on after their key was deleted",
    stride: "S",
    cwe: [613],
    on: "element",
    when: {
      technology: ["aws-sts", "aws-iam", "aws-identity-center"],
      incoming: { source: { groups: ["human", "third-party", "build", "client"] } },
      lacks: ["session-expiry", "automatic-response", "just-in-time-access"],
    },
    note: "Temporary credentials are checked without asking whether the key that made them still exists. Deleting a leaked key ends nothing: sessions made with it last their full time, up to 12 hours for a role and 36 for a user, and two roles that trust each other renew one another for ever.",
    statement: {
      source: "thief of an access key",
      prerequisites: "who asked {element} for a session before the key was found",
      action: "go on calling with the session",
      impact: "an intruder still inside after the incident was closed",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Rehearse revocation: deny by aws:TokenIssueTime on the role, and an explicit deny on the user for federation tokens.",
        control: "automatic-response",
        aws: true,
      },
      {
        text: "Set MaxSessionDuration to one hour where people and vendors come in.",
        control: "session-expiry",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"],
  },
  {
    id: "staff-pool-open-to-all",
    title: "A stranger signs up in {target}",
    stride: "S",
    cwe: [1188, 287],
    on: "flow",
    when: {
      source: { technology: ["employee", "administrator", "admin-tool", "partner"] },
      target: { technology: ["aws-cognito"], lacks: ["sign-up-restricted"] },
      lacks: ["sign-up-restricted"],
    },
    note: "A user pool allows sign-up through its public API unless it is told otherwise, whether or not a page offers it: the client id, which every page reveals, is all that SignUp needs. An API that asks only for a valid token of the pool then takes a stranger for staff.",
    statement: {
      source: "stranger",
      prerequisites: "who read the client id from the sign-in page",
      action: "call SignUp on {target} and get a valid token",
      impact: "access to what was meant for {source} alone",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Set AllowAdminCreateUserOnly on the pool, or federate to the staff directory and keep no local users.",
        control: "sign-up-restricted",
        aws: true,
      },
      { text: "Let the API demand a group or scope, and not only a token of the right issuer." },
    ],
    sources: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html",
    ],
  },
  {
    id: "user-writes-own-claims",
    title: "A user of {element} changes the claim that decides their rights",
    stride: "E",
    cwe: [915, 807],
    on: "element",
    when: {
      technology: ["aws-cognito"],
      incoming: { source: { groups: ["client", "human"], notGroups: ["admin"] } },
      lacks: ["verified-attributes"],
    },
    note: "With their own access token, users may write every attribute that the app client may write: a custom:role or custom:tenant among them is a form field. An e-mail address too: an API that matches customers by e-mail must look at email_verified.",
    statement: {
      source: "signed-in customer",
      prerequisites: "with the own access token",
      action: "call UpdateUserAttributes on {element} and set another tenant, role or address",
      impact: "tokens that carry rights over other customers",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Take role and tenant out of WriteAttributes, or put them into the token from a table with a pre-token-generation trigger.",
        control: "verified-attributes",
        aws: true,
      },
      {
        text: "Keep the old address active until the new one is verified, and use sub as the key of a customer.",
        control: "verified-attributes",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    ],
  },
]);
