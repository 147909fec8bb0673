import { defineRules } from "../rule.ts";

/** Buckets and keys. Tables, snapshots and backups are in aws-data.ts. */
export const rules = defineRules([
  {
    id: "bucket-open-to-anybody",
    title: "Anybody reads {target} without signing in",
    stride: "I",
    cwe: [732, 306],
    capec: [180],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["human", "client", "third-party"] },
      target: { technology: ["aws-s3"], lacks: ["block-public-access", "origin-access-control"] },
      authentication: ["none", "unknown", "network"],
    },
    note: "Since April 2023 a new bucket blocks public access and ignores ACLs, so a public bucket of today is a decision that somebody made, often for one folder and for all of it. A policy limited to an address range such as a whole cloud provider's counts as public in effect.",
    statement: {
      source: "anonymous visitor",
      prerequisites: "who knows or guesses the bucket's name",
      action: "list and fetch what is in {target}",
      impact: "publication of {data}",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Turn on S3 Block Public Access for the account or the whole organisation, not bucket by bucket.",
        control: "block-public-access",
        aws: true,
      },
      {
        text: "Serve public files through CloudFront with origin access control; the bucket stays private.",
        control: "origin-access-control",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    ],
  },
  {
    id: "bucket-shared-too-widely",
    title: "{source} reads more of {target} than its share",
    stride: "I",
    cwe: [732, 1220],
    weight: 3,
    on: "flow",
    when: {
      crosses: true,
      rise: { atLeast: 0 },
      source: { notGroups: ["human", "client", "cdn", "iot-device"] },
      target: { technology: ["aws-s3"], lacks: ["resource-policy", "org-condition"] },
      authentication: ["sigv4", "unknown"],
      lacks: ["resource-policy", "org-condition"],
    },
    note: "A policy that names another account's root hands the choice of principals to that account's administrators: every role they allow can read, also those made next year. One bucket policy for many readers grows until nobody dares to remove a line; access points keep one policy for each reader.",
    statement: {
      source: "role in the reading account",
      prerequisites: "that nobody on this side has heard of",
      action: "fetch objects of {target} outside of the agreed prefix",
      impact: "disclosure of {data} to another team or company",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Make one S3 access point for each reader, with its role ARN, its prefix and s3:GetObject alone.",
        control: "resource-policy",
        aws: true,
      },
      {
        text: "Deny all principals outside of aws:PrincipalOrgID, with named exceptions for partners.",
        control: "org-condition",
        aws: true,
      },
      {
        text: "Encrypt with a key of one's own: the reader then needs kms:Decrypt too, and a key policy can end the sharing at once.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html",
      "https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html",
    ],
  },
  {
    id: "presigned-for-any-key",
    title: "{source} gets a presigned URL for somebody else's object in {target}",
    stride: "E",
    cwe: [639, 862],
    weight: 3,
    on: "flow",
    when: {
      target: { technology: ["aws-s3"], lacks: ["object-authorization", "tenant-isolation"] },
      authentication: ["signed-url"],
      lacks: ["object-authorization", "tenant-isolation"],
    },
    note: "A presigned URL has the rights of whoever signed it: if the signer takes the key from the request, every customer has the whole bucket. Signing is arithmetic on the signer's side, so no log shows which URLs were handed out. It lives up to seven days but dies with the session that signed it, which tempts teams into signing with an IAM user.",
    statement: {
      source: "signed-in customer",
      prerequisites: "who names another customer's key when asking for a URL",
      action: "read or replace that object in {target}",
      impact: "disclosure or loss of {data} between customers",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Look up the key on the server from an id that the customer owns; never sign a key from the request.",
        control: "object-authorization",
      },
      {
        text: "Sign with a session whose policy is limited to the customer's prefix, for one method and for minutes.",
        control: "tenant-isolation",
        aws: true,
      },
      {
        text: "Refuse old signatures on the bucket with the condition s3:signatureAge.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
      "https://docs.aws.amazon.com/prescriptive-guidance/latest/presigned-url-best-practices/additional-guardrails.html",
    ],
  },
  {
    id: "upload-replaced-after-check",
    title: "{source} replaces a file in {target} after it was checked",
    stride: "T",
    cwe: [367, 434],
    on: "flow",
    when: {
      target: {
        technology: ["aws-s3"],
        lacks: ["versioning", "integrity-check", "immutable-storage"],
        outgoing: { target: { type: ["process", "store"] } },
      },
      authentication: ["signed-url"],
      lacks: ["integrity-check"],
    },
    note: "A presigned PUT can be used again until it expires, and the last upload wins: clean while the scanner looks, hostile when it is served. It fixes the key alone; a POST policy can set a length range and a type, and neither stops the second upload. The event names a version, most handlers fetch the latest.",
    statement: {
      source: "signed-in customer",
      prerequisites: "with a presigned upload URL that is still valid",
      action: "upload a second file under the same key once the first has passed",
      impact: "hostile files in front of everything that reads {target}",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Scan and copy one version id from the upload bucket to the serving bucket (GuardDuty Malware Protection for S3 tags objects).",
        control: "versioning",
        aws: true,
      },
      {
        text: "Sign If-None-Match: * into the request, so that each key is written once.",
        control: "immutable-storage",
        aws: true,
      },
      {
        text: "Sign the checksum that the client announced, and keep it with the record.",
        control: "integrity-check",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html",
      "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html",
    ],
  },
  {
    id: "bucket-held-to-ransom",
    title: "Objects in {element} are overwritten and held to ransom",
    stride: "D",
    cwe: [693],
    on: "element",
    when: {
      technology: ["aws-s3"],
      data: { atLeast: "confidential" },
      incoming: { source: { type: ["process", "actor"] } },
      lacks: ["versioning", "immutable-storage", "backup"],
    },
    note: "No exploit is needed: a stolen key with PutObject rewrites objects under a key of the thief's own. Attackers did this with SSE-C, which new buckets refuse since April 2026; re-encryption with a KMS key of another account does the same. Replication copies the damage within minutes; it is no backup.",
    statement: {
      source: "thief of a credential with write access",
      prerequisites: "to {element}",
      action: "replace every object by one that only the thief can decrypt",
      impact: "loss of {data} and a ransom note",
      goals: ["availability", "integrity"],
    },
    mitigations: [
      {
        text: "Turn on versioning and keep s3:DeleteObjectVersion and lifecycle changes away from workload roles.",
        control: "versioning",
        aws: true,
      },
      {
        text: "Use Object Lock in compliance mode for what must survive an administrator.",
        control: "immutable-storage",
        aws: true,
      },
      {
        text: "Copy into a vault in another account with AWS Backup, and restore it every quarter.",
        control: "backup",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html",
    ],
  },
  {
    id: "key-usable-by-account",
    title: "Every administrator of the account decrypts with {element}",
    stride: "I",
    cwe: [732, 1220],
    on: "element",
    when: {
      technology: ["aws-kms"],
      incoming: { source: { type: ["process", "actor", "store"] } },
      lacks: ["key-policy"],
    },
    note: "The default key policy delegates to IAM: whoever has kms:Decrypt on * in this account has the key. Encryption at rest then protects against nobody who is inside, since S3 or DynamoDB decrypts for every caller who may use the key. The key policy is the second lock only where it names its users.",
    statement: {
      source: "role of the same account",
      prerequisites: "with a broad kms:Decrypt in its own policy",
      action: "read data that is encrypted under {element}",
      impact: "disclosure of {data} in spite of encryption",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Name the roles that encrypt and decrypt in the key policy; keep administration and use apart.",
        control: "key-policy",
        aws: true,
      },
      {
        text: "Bind the use to a service and a context with kms:ViaService and kms:EncryptionContext conditions.",
        control: "key-policy",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
      "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    ],
  },
  {
    id: "copy-leaves-its-region",
    title: "{data} is copied to {target} in a region where it may not lie",
    stride: "I",
    cwe: [359],
    on: "flow",
    when: {
      crosses: true,
      source: { type: ["store"], groups: ["aws"] },
      target: { type: ["store"], groups: ["aws"], lacks: ["data-residency"] },
      data: { atLeast: "confidential", kinds: ["personal", "health", "payment", "biometric"] },
      lacks: ["data-residency"],
    },
    note: "Residency is rarely broken by the main store: replicas, global tables, backups' copy rules, cross-region inference and log shipping take the data abroad one by one. Access counts as well: a support role that reads from another country is a transfer under the GDPR although no byte is stored there.",
    statement: {
      source: "authority or customer",
      prerequisites: "who asks where the data lies",
      action: "find copies of {data} in {target}",
      impact: "a breach of law and contract, and data under another jurisdiction",
      goals: ["confidentiality", "accountability"],
    },
    mitigations: [
      {
        text: "Deny other regions with a service control policy on aws:RequestedRegion; list the global services by name.",
        control: "data-residency",
        aws: true,
      },
      {
        text: "Replicate only fields that are tokenised, and keep the table of tokens at home.",
        control: "data-residency",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/controltower/latest/controlreference/ou-region-deny.html",
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    ],
  },
]);
