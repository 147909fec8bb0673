/** The services that have a model in `models/`, by the names that botocore gives them. */
export const serviceIds = [
  "iam",
  "sts",
  "s3",
  "s3control",
  "kms",
  "secretsmanager",
  "ec2",
  "lambda",
  "cloudtrail",
  "logs",
  "guardduty",
  "accessanalyzer",
  "organizations",
  "securityhub",
] as const;

export type ServiceId = (typeof serviceIds)[number];

/**
 * A request, read. Values are strings, numbers, booleans, arrays and plain objects; a timestamp is a
 * number of epoch milliseconds, a blob (also a body that streams) a Uint8Array.
 */
export type Call = {
  service: ServiceId;
  operation: string;
  input: Record<string, unknown>;
  region: string;
  /** Null where the request is not signed. */
  accessKeyId: string | null;
  sessionToken: string | null;
  userAgent: string;
  host: string;
  /** Left out of calls that were not made over the wire: they count as signed in their header. */
  signed?: Signed;
  /**
   * The service that sends it in the caller's name (a forward access session), such as ec2. Nobody can say so over the
   * wire.
   */
  via?: string;
};

/**
 * How a request was signed, once that is verified, in the words of S3's condition keys. `ageMs` is how old the
 * signature of an address is, 0 under version 2; null of a signature in a header.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html
 */
export type Signed = {
  how: "REST-HEADER" | "REST-QUERY-STRING";
  version: "AWS4-HMAC-SHA256" | "AWS";
  ageMs: number | null;
};

/** A refusal as AWS says it: its code, its HTTP status, and further members of the error's shape. */
export type Fault = {
  code: string;
  message: string;
  status: number;
  members?: Record<string, unknown>;
};
