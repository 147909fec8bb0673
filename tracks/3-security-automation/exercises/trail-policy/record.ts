import { account, region } from "./names.ts";

/** A call as the trail is to tell it, and what it shows that the role needs. */
export type Call = {
  /** Such as s3:GetObject, by the event's own name. */
  event: string;
  params?: object | null;
  /** ARNs that the event names. */
  resources?: readonly string[];
  error?: string;
  by?: Identity;
  at?: string;
  region?: string;
  /** Name of the service that calls in the role's name. */
  via?: string;
  type?: string;
  grants?: readonly (readonly [action: string, resource: string])[];
};

export type Identity = Readonly<Record<string, unknown>>;

export const roleArn = `arn:aws:iam::${account}:role/returns/returns-intake`;

/** A session of a role as an event has it. */
export function session(role: string, name: string): Identity {
  const [, , , , of, path = ""] = role.split(":");
  const roleName = path.slice(path.lastIndexOf("/") + 1);
  const id = `AROA${roleName
    .replaceAll(/[^a-z]/g, "")
    .toUpperCase()
    .slice(0, 9)
    .padEnd(17, "EXAMPLE7")}`;
  return {
    type: "AssumedRole",
    principalId: `${id}:${name}`,
    arn: `arn:aws:sts::${of}:assumed-role/${roleName}/${name}`,
    accountId: of,
    accessKeyId: "ASIAIOSFODNN7EXAMPLE",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: id,
        arn: role,
        accountId: of,
        userName: roleName,
      },
      attributes: { creationDate: "2026-06-02T05:00:00Z", mfaAuthenticated: "false" },
    },
  };
}

const typeOf: Record<string, string> = {
  dynamodb: "AWS::DynamoDB::Table",
  kms: "AWS::KMS::Key",
  lambda: "AWS::Lambda::Function",
  sqs: "AWS::SQS::Queue",
};

/** Of S3 each event names the bucket, and the object or the beginning of its objects. */
function resourcesOf({ event, params, resources }: Call): object[] | undefined {
  const [service = ""] = event.split(":");
  const { bucketName, key } = (params ?? {}) as { bucketName?: string; key?: string };
  if (service === "s3" && bucketName !== undefined) {
    const bucket = `arn:aws:s3:::${bucketName}`;
    return [
      key === undefined
        ? { type: "AWS::S3::Object", ARNPrefix: `${bucket}/` }
        : { type: "AWS::S3::Object", ARN: `${bucket}/${key}` },
      { accountId: account, type: "AWS::S3::Bucket", ARN: bucket },
    ];
  }
  return resources?.map((ARN) => ({ accountId: ARN.split(":")[4], type: typeOf[service], ARN }));
}

/** One record of a log file. */
export function recordOf(call: Call, { at, id }: { at: string; id: string }): object {
  const [service = "", eventName = ""] = call.event.split(":");
  const named = resourcesOf(call);
  const source = call.via ?? "192.0.2.61";
  return {
    eventVersion: "1.11",
    userIdentity: { ...call.by, ...(call.via !== undefined && { invokedBy: call.via }) },
    eventTime: at,
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: call.region ?? region,
    sourceIPAddress: source,
    userAgent: call.via ?? "Boto3/1.42.6 md/Botocore#1.42.6 lang/python#3.13.9",
    ...(call.error !== undefined && { errorCode: call.error, errorMessage: "See the code." }),
    requestParameters: call.params ?? null,
    responseElements: null,
    requestID: `req-${id}`,
    eventID: id,
    ...(named && { resources: named }),
    eventType: call.type ?? "AwsApiCall",
    recipientAccountId: account,
  };
}
