/** As CloudTrail writes them; an object has no account of its own. */
export type EventResource = { accountId?: string; type: string; ARN: string };

/** Services whose events name what was touched: keys, buckets with their objects, and roles that are assumed. */
const kinds: readonly [source: string, arn: RegExp, type: string][] = [
  ["kms.amazonaws.com", /^arn:aws:kms:[^:]*:\d{12}:key\//, "AWS::KMS::Key"],
  ["s3.amazonaws.com", /^arn:aws:s3:::[^/]+$/, "AWS::S3::Bucket"],
  ["s3.amazonaws.com", /^arn:aws:s3:::[^/]+\/./, "AWS::S3::Object"],
  ["sts.amazonaws.com", /^arn:aws:iam::\d{12}:role\//, "AWS::IAM::Role"],
];

/**
 * The resources of an event, from the ARNs for which permissions were asked, with their accounts.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function eventResources(
  eventSource: string,
  touched: ReadonlyMap<string, string | null>,
): EventResource[] {
  const found = new Map<string, EventResource>();
  for (const [ARN, account] of touched) {
    const type = kinds.find(([source, arn]) => source === eventSource && arn.test(ARN))?.[2];
    if (type === undefined) continue;
    const bucket = type === "AWS::S3::Object" ? ARN.slice(0, ARN.indexOf("/")) : null;
    found.set(ARN, { ...(account && !bucket ? { accountId: account } : {}), type, ARN });
    if (bucket !== null)
      found.set(bucket, {
        ...(account ? { accountId: account } : {}),
        type: "AWS::S3::Bucket",
        ARN: bucket,
      });
  }
  return [...found.values()];
}
