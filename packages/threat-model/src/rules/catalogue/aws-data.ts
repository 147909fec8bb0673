import { defineRules } from "../rule.ts";

/** Tables, search, lakes, snapshots and backups on AWS. */
export const rules = defineRules([
  {
    id: "table-shared-by-tenants",
    title: "One tenant reads another's items in {element}",
    stride: "I",
    cwe: [639, 1220],
    capec: [1],
    weight: 3,
    on: "element",
    when: {
      technology: ["aws-dynamodb"],
      data: { atLeast: "confidential" },
      incoming: {
        source: { groups: ["function", "api", "web-app", "container", "vm", "gateway"] },
      },
      lacks: ["tenant-isolation", "object-authorization"],
    },
    unless: [{ incoming: { source: { controls: ["tenant-isolation", "object-authorization"] } } }],
    note: "With one table for all tenants, isolation rests on every query having the right partition key, in code, for ever. IAM can hold it instead: dynamodb:LeadingKeys compares the key with a tag of the session. A Scan ignores it, so Scan must not be allowed to that role, and indexes need their own check.",
    statement: {
      source: "signed-in customer of one tenant",
      prerequisites: "whose request carries another tenant's identifier",
      action: "have the service read or write foreign items in {element}",
      impact: "disclosure of {data} between tenants",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Assume a role for each request with the tenant as session tag, and require it in dynamodb:LeadingKeys.",
        control: "tenant-isolation",
        aws: true,
      },
      {
        text: "Take the tenant from the verified token in one place of the code, never from path or body.",
        control: "object-authorization",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html",
      "https://docs.aws.amazon.com/whitepapers/latest/saas-tenant-isolation-strategies/saas-tenant-isolation-strategies.html",
    ],
  },
  {
    id: "snapshot-given-away",
    title: "A snapshot of {element} is shared with another account",
    stride: "I",
    cwe: [732],
    on: "element",
    when: {
      technology: ["aws-ebs", "aws-rds"],
      data: { atLeast: "confidential" },
      lacks: ["customer-managed-key", "block-public-access", "service-control-policy"],
    },
    note: "One ModifySnapshotAttribute call copies the whole disk or database out, and the database itself logs nothing of it. A snapshot under an AWS managed key cannot be shared at all, an unencrypted one can be made public, and one under a key of one's own only together with the key.",
    statement: {
      source: "holder of a leaked operator credential",
      prerequisites: "with rights on snapshots but none on the data",
      action: "share a snapshot of {element} with an account elsewhere and restore it there",
      impact: "a full copy of {data} beyond every control of the application",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Block public access for EBS snapshots in every region; deny sharing attributes with a service control policy.",
        control: "block-public-access",
        aws: true,
      },
      {
        text: "Encrypt with a customer managed key whose policy names no other account.",
        control: "customer-managed-key",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
    ],
  },
  {
    id: "search-domain-open",
    title: "{element} answers to whoever finds its address",
    stride: "I",
    cwe: [306, 668],
    on: "element",
    when: {
      technology: ["aws-opensearch"],
      data: { atLeast: "internal" },
      lacks: ["network-isolation", "resource-policy", "function-authorization"],
    },
    note: "A domain outside of a VPC has a public endpoint, and whether it is public or in a VPC cannot be switched later, only migrated. Search holds copies of what the database guards: the index is the one place where personal data of all tenants lies side by side without row rights.",
    statement: {
      source: "stranger",
      prerequisites: "who finds the endpoint of {element}",
      action: "query or delete its indexes",
      impact: "disclosure of {data} in bulk",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Create the domain inside the VPC, with a security group that names its readers.",
        control: "network-isolation",
        aws: true,
      },
      {
        text: "Turn on fine-grained access control with IAM roles, document-level rules for each tenant.",
        control: "function-authorization",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
    ],
  },
  {
    id: "query-results-left-behind",
    title: "Results of {element} lie in a bucket that nobody guards",
    stride: "I",
    cwe: [212, 200],
    on: "element",
    when: {
      technology: ["aws-athena"],
      data: { atLeast: "confidential" },
      lacks: ["retention-limit", "tenant-isolation"],
    },
    note: "Athena writes every result as a file, for ever unless told otherwise, and all analysts of a workgroup share that place: column and row rights of the lake do not follow the copy. Whoever may list the results bucket reads the answers to questions that were not theirs to ask.",
    statement: {
      source: "analyst",
      prerequisites: "with access to the shared results location",
      action: "read result files of colleagues with wider rights",
      impact: "disclosure of {data} past the rights of the lake",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Give each workgroup its own results location, enforced over client settings, or managed query results.",
        control: "tenant-isolation",
        aws: true,
      },
      {
        text: "Let a lifecycle rule delete results after days.",
        control: "retention-limit",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/athena/latest/ug/querying.html"],
  },
  {
    id: "backup-dies-with-account",
    title: "Whoever takes the account deletes {element} as well",
    stride: "D",
    cwe: [653],
    on: "element",
    when: {
      technology: ["aws-backup"],
      lacks: ["immutable-storage", "separate-account"],
    },
    note: "Backups in the account that they protect share its fate: the intruder with administrator rights deletes them first. Vault Lock in governance mode can be lifted by those with the rights to; only compliance mode, after its grace time, withstands root and AWS Support alike.",
    statement: {
      source: "intruder with administrator rights",
      prerequisites: "in the account that holds the backups",
      action: "delete the recovery points, then the data",
      impact: "a loss that cannot be restored",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Copy recovery points to a vault in another account, or to a logically air-gapped vault.",
        control: "separate-account",
        aws: true,
      },
      {
        text: "Lock the vault in compliance mode with a minimum retention.",
        control: "immutable-storage",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html"],
  },
]);
