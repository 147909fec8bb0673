import type { PolicyKind } from "@loopwright/aws/decision";

/** Characters of one document that an answer may hold: more than any of AWS's limits, white space included. */
export const textCharsMax = 60_000;

/** Documents of one drill that can be edited. */
export const documentsMax = 6;

type SizeLimit = {
  /** In characters. */
  max: number;
  /** Whether white space counts. */
  whole: boolean;
};

/**
 * What AWS takes at that place, as of 2026-11.
 * IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * KMS: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 * Organizations: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 * Endpoints: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 */
export const sizeLimits: Record<PolicyKind, SizeLimit> = {
  identity: { max: 6_144, whole: false },
  boundary: { max: 6_144, whole: false },
  session: { max: 2_048, whole: true },
  resource: { max: 20_480, whole: true },
  trust: { max: 2_048, whole: false },
  key: { max: 32_768, whole: true },
  scp: { max: 5_120, whole: true },
  rcp: { max: 5_120, whole: true },
  endpoint: { max: 20_480, whole: true },
};

/** How much of its limit a text takes, counted as AWS counts there. */
export const sizeOf = (text: string, { whole }: SizeLimit): number =>
  (whole ? text : text.replaceAll(/\s/g, "")).length;
