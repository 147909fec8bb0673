import { defineRules } from "../rule.ts";

/** Rights of those who release: deployers, signers, authors. */
export const rules = defineRules([
  {
    id: "deployer-may-everything",
    title: "{element} may do anything in the accounts that it deploys to",
    stride: "E",
    cwe: [250, 269],
    on: "element",
    when: {
      groups: ["deployment"],
      lacks: ["least-privilege", "permissions-boundary", "just-in-time-access"],
    },
    note: "A deployer that may create roles is an administrator, whatever its policy leaves out, unless a boundary is forced on what it creates. It is also the one system that touches all stages: the rights for test and production should not meet in one place.",
    statement: {
      source: "intruder in a pipeline job",
      prerequisites: "that runs with the role of {element}",
      action: "make another role and stay",
      impact: "lasting control of every target account",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Force a permissions boundary on roles that it creates, with iam:PermissionsBoundary as condition.",
        control: "permissions-boundary",
        aws: true,
      },
      {
        text: "One role for each stage and service; CDK's bootstrap takes a narrower execution policy than AdministratorAccess.",
        control: "least-privilege",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
      "https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html",
    ],
  },
  {
    id: "signing-on-request",
    title: "{source} has {target} sign whatever it sends",
    stride: "S",
    cwe: [863, 285],
    capec: [206],
    on: "flow",
    when: {
      source: { type: ["process", "actor"] },
      target: {
        technology: ["signing-service"],
        lacks: ["two-person-rule", "build-provenance", "function-authorization"],
      },
      lacks: ["two-person-rule", "build-provenance"],
    },
    note: "The key in hardware cannot be stolen, and need not be: a signature on request is all that an attacker wants. In the known supply chain attacks the signatures were genuine. The signer has to check what it signs, by provenance, not only who asks.",
    statement: {
      source: "intruder in {source}",
      prerequisites: "with the right to ask {target}",
      action: "have malware signed with the company's name",
      impact: "malware that every device takes for an update",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Sign only digests whose provenance names a reviewed commit and the release builder.",
        control: "build-provenance",
      },
      { text: "Let a second person approve release signatures.", control: "two-person-rule" },
      {
        text: "Use separate signing profiles for test and release, with revocation, in AWS Signer.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/signer/latest/developerguide/Welcome.html",
      "https://csrc.nist.gov/pubs/sp/800/218/final",
    ],
  },
  {
    id: "commit-author-is-text",
    title: "A commit in {element} bears the name of somebody who did not write it",
    stride: "R",
    cwe: [345, 290],
    capec: [692],
    weight: 1,
    on: "element",
    when: { groups: ["source-control"], lacks: ["signed-commits", "audit-log"] },
    note: "Author and committer of a commit are text that the client sets; the server checks who pushed and shows who is written there. Blame, review rules by author and post-mortems rest on that text. Push logs know better, and they are often kept for weeks only.",
    statement: {
      source: "insider",
      prerequisites: "with write access to {element}",
      action: "commit under a colleague's name",
      impact: "a backdoor that is blamed on somebody else",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Require signed commits on protected branches, and mark unsigned ones of known authors.",
        control: "signed-commits",
      },
      {
        text: "Ship the server's push log to a store that developers cannot write to.",
        control: "audit-log",
      },
    ],
    sources: [
      "https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification",
    ],
  },
  {
    id: "state-file-tells-all",
    title: "The state that {source} keeps in {target} holds its secrets in clear",
    stride: "I",
    cwe: [312, 538],
    on: "flow",
    when: {
      source: { groups: ["deployment"] },
      target: {
        groups: ["object-storage", "file-storage"],
        lacks: ["resource-policy", "customer-managed-key", "least-privilege"],
      },
      lacks: ["least-privilege"],
    },
    note: "Infrastructure state lists every resource and keeps generated passwords in clear, marked sensitive or not. Who may write it does worse than read: removing a resource from it, or swapping an id, makes the next run destroy or adopt what the attacker chose.",
    statement: {
      source: "employee",
      prerequisites: "with read access to {target}",
      action: "take passwords and a map of the system from the state file",
      impact: "direct access to databases past every application",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Keep state in a bucket of its own that only the deploy role may use, under a customer managed key, with versioning.",
        control: "resource-policy",
        aws: true,
      },
      {
        text: "Let RDS keep its master password in Secrets Manager, so that it never enters state.",
        aws: true,
      },
    ],
    sources: [
      "https://developer.hashicorp.com/terraform/language/state/sensitive-data",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
    ],
  },
]);
