import { defineRules } from "../rule.ts";

/** What reaches across accounts and machines: trust between accounts, the organisation, the fleet. */
export const rules = defineRules([
  {
    id: "role-trusts-whole-account",
    title: "Any role beside {source} takes the role on {target}",
    stride: "E",
    cwe: [863, 266],
    on: "flow",
    when: {
      crosses: true,
      source: { notGroups: ["human", "third-party", "build", "client"] },
      target: {
        technology: ["aws-account", "aws-iam", "aws-sts"],
        lacks: ["least-privilege", "org-condition", "resource-policy"],
      },
      authentication: ["sigv4"],
      lacks: ["least-privilege", "org-condition", "external-id"],
    },
    note: "A trust policy that names another account's root trusts the administrators of that account to choose who comes in, today and after a breach there. Naming the role's ARN is tighter than it looks: it is stored as the role's unique id, so a role that is deleted and made anew under the same name does not fit.",
    statement: {
      source: "intruder in any workload beside {source}",
      prerequisites: "with sts:AssumeRole on * in its own account",
      action: "assume the role on {target}",
      impact: "a breach that passes from the weaker account to the stronger",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Name the calling role in the trust policy, and give the role only what that caller needs.",
        control: "least-privilege",
        aws: true,
      },
      {
        text: "Add aws:PrincipalOrgID, and let IAM Access Analyzer report every trust that leads outside.",
        control: "org-condition",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    ],
  },
  {
    id: "remote-command-on-fleet",
    title: "{source} runs commands as root on every machine that {target} manages",
    stride: "E",
    cwe: [250, 269],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["human", "build", "function", "admin", "third-party"] },
      target: {
        technology: ["aws-systems-manager"],
        lacks: ["least-privilege", "just-in-time-access", "two-person-rule"],
      },
      lacks: ["least-privilege", "just-in-time-access", "two-person-rule"],
    },
    note: "ssm:SendCommand on * is root on all instances, without SSH, key or open port, and runs with each instance's role. Policies that forbid SSH miss it. Session Manager records sessions only if logging is set up, and port forwarding through it is not recorded at all.",
    statement: {
      source: "holder of a support or pipeline role",
      prerequisites: "with ssm:SendCommand or ssm:StartSession on all instances",
      action: "run a document on the whole fleet",
      impact: "control of every host and of the roles on them",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Allow named documents on tagged instances alone, and set a run-as user.",
        control: "least-privilege",
        aws: true,
      },
      {
        text: "Grant sessions for a time and a reason, with session logs in another account.",
        control: "just-in-time-access",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html",
    ],
  },
  {
    id: "management-account-at-work",
    title: "{source} works in the account that no guardrail binds",
    stride: "E",
    cwe: [653, 250],
    on: "flow",
    when: {
      source: { notGroups: ["human"] },
      target: {
        technology: ["aws-organizations"],
        lacks: ["least-privilege", "separate-account"],
      },
      lacks: ["least-privilege", "just-in-time-access"],
    },
    note: "Service control policies and resource control policies do not apply to the management account. A pipeline or vendor with a role there stands above all of them, and can leave or invite accounts. Most services let a member account be delegated administrator, so that nothing has to run there.",
    statement: {
      source: "intruder in a tool",
      prerequisites: "with a role in the management account",
      action: "change policies or roles of every member account",
      impact: "control of the whole organisation",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Register a delegated administrator for each service and keep the management account for billing and organisation alone.",
        control: "separate-account",
        aws: true,
      },
      {
        text: "Let changes of the organisation need two persons.",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html",
      "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
    ],
  },
]);
