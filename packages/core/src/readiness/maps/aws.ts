import { concepts, type MapEntry } from "./map.ts";

/**
 * AWS as an application security engineer is asked about it, in the fields of the security pillar of the
 * AWS Well-Architected Framework, with cross-account access on its own. See docs/readiness.md.
 */
export const aws: readonly MapEntry[] = [
  {
    id: "aws-identities",
    title: "IAM and identities",
    concepts: concepts(`
      abac access-keys aws-credentials conditions delegated-administration forallvalues
      forward-access-sessions iam iam-actions iam-condition-keys iam-delegation iam-escalation
      iam-evaluation iam-roles ifexists least-privilege mfa-condition negated-operators pass-role
      passrole permissions-boundary policy-evaluation policy-versions privilege-escalation
      session-policy session-tags sts temporary-credentials transitive-tags unused-access`),
  },
  {
    id: "aws-cross-account",
    title: "Cross-account access",
    concepts: concepts(`
      confused-deputy cross-account cross-account-sharing cross-account-trust external-id
      resource-policies resource-policy role-chaining role-trust s3-replication service-principals
      snapshot-sharing vpc-peering`),
  },
  {
    id: "aws-network",
    title: "Networks and VPC",
    concepts: concepts(`
      egress egress-control ephemeral-ports firewall-rules firewalls interface-endpoints
      internet-exposure ip-ranges network-acl network-acls prefix-lists security-groups
      session-manager subnets vpc vpc-endpoint vpc-endpoints vpc-flow-logs vpc-peering waf`),
  },
  {
    id: "aws-keys-and-secrets",
    title: "KMS and secrets",
    concepts: concepts(`
      encryption-context envelope-encryption key-policy key-rotation kms kms-grants kms-key-policy
      rotation secrets`),
  },
  {
    id: "aws-storage",
    title: "S3 and data",
    concepts: concepts(`
      acl block-public-access browser-uploads bucket-policy cloud-permissions data-perimeter
      object-storage object-versioning presigned-uploads presigned-urls public-access s3
      s3-ransomware s3-replication signature-age`),
  },
  {
    id: "aws-compute",
    title: "Compute and containers",
    concepts: concepts(`
      container-credentials container-escape container-images containers ec2 event-injection images
      instance-metadata kubernetes lambda lambda-execution-role launch-template network-policy
      pod-security serverless service-mesh`),
  },
  {
    id: "aws-detection",
    title: "Detection and response",
    concepts: concepts(`
      aws-credentials blast-radius cloudtrail credential-revocation detection evidence forensics
      guardduty incident-response key-compromise persistence response-roles session-revocation
      tamper-proof-detection`),
  },
  {
    id: "aws-governance",
    title: "Accounts and governance",
    concepts: concepts(`
      break-glass delegated-administration guard-rails organisation organisations organizations rcp
      region-guardrail regions scp`),
  },
];
