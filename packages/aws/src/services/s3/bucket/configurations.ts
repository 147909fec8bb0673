import type { Operation } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketOf, onBucket } from "../find.ts";
import type { S3State } from "../state.ts";

/** A configuration that is kept as it was sent. Actions have names of their own. */
type Kind = {
  kind: string;
  /** Operations that read, write and take it away. */
  operations: readonly [get: string, put: string, remove?: string];
  actions: readonly [get: string, put: string, remove?: string];
  /** Member of the input that has it. */
  member: string;
  /** What is said where there is none; nothing of those that then answer with an empty one. */
  missing?: string;
};

const kinds: readonly Kind[] = [
  {
    kind: "lifecycle",
    operations: [
      "GetBucketLifecycleConfiguration",
      "PutBucketLifecycleConfiguration",
      "DeleteBucketLifecycle",
    ],
    actions: ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
    member: "LifecycleConfiguration",
    missing: "NoSuchLifecycleConfiguration",
  },
  {
    kind: "cors",
    operations: ["GetBucketCors", "PutBucketCors", "DeleteBucketCors"],
    actions: ["s3:GetBucketCORS", "s3:PutBucketCORS"],
    member: "CORSConfiguration",
    missing: "NoSuchCORSConfiguration",
  },
  {
    kind: "website",
    operations: ["GetBucketWebsite", "PutBucketWebsite", "DeleteBucketWebsite"],
    actions: ["s3:GetBucketWebsite", "s3:PutBucketWebsite", "s3:DeleteBucketWebsite"],
    member: "WebsiteConfiguration",
    missing: "NoSuchWebsiteConfiguration",
  },
  {
    kind: "logging",
    operations: ["GetBucketLogging", "PutBucketLogging"],
    actions: ["s3:GetBucketLogging", "s3:PutBucketLogging"],
    member: "BucketLoggingStatus",
  },
  {
    kind: "notification",
    operations: ["GetBucketNotificationConfiguration", "PutBucketNotificationConfiguration"],
    actions: ["s3:GetBucketNotification", "s3:PutBucketNotification"],
    member: "NotificationConfiguration",
  },
  {
    kind: "accelerate",
    operations: ["GetBucketAccelerateConfiguration", "PutBucketAccelerateConfiguration"],
    actions: ["s3:GetAccelerateConfiguration", "s3:PutAccelerateConfiguration"],
    member: "AccelerateConfiguration",
  },
  {
    kind: "requestPayment",
    operations: ["GetBucketRequestPayment", "PutBucketRequestPayment"],
    actions: ["s3:GetBucketRequestPayment", "s3:PutBucketRequestPayment"],
    member: "RequestPaymentConfiguration",
  },
];

/** Three operations, or two, for each kind. */
export const configurationOperations: Record<string, Operation<S3State>> = Object.fromEntries(
  kinds.flatMap((one) => {
    const [get, put, remove] = one.operations;
    const made: [string, Operation<S3State>][] = [
      [get, reading(one)],
      [put, writing(one)],
    ];
    if (remove !== undefined) made.push([remove, removing(one)]);
    return made;
  }),
);

function reading({ kind, operations, actions, missing }: Kind): Operation<S3State> {
  return {
    readOnly: true,
    eventName: eventName(operations[0]),
    needs: onBucket(actions[0]),
    run: (context) => {
      const found = bucketOf(context).configured.get(kind);
      if (!found && missing !== undefined)
        throw refusal(missing, `The ${kind} configuration does not exist`, 404);
      return { ...found };
    },
  };
}

function writing({ kind, operations, actions, member }: Kind): Operation<S3State> {
  return {
    readOnly: false,
    eventName: eventName(operations[1]),
    needs: onBucket(actions[1]),
    run: (context) => {
      bucketOf(context).configured.set(kind, context.input.inside(member).raw);
    },
  };
}

function removing({ kind, actions }: Kind): Operation<S3State> {
  return {
    readOnly: false,
    needs: onBucket(actions[2] ?? actions[1]),
    run: (context) => {
      bucketOf(context).configured.delete(kind);
    },
  };
}

/**
 * CloudTrail has the names that these operations began with.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
function eventName(operation: string): string {
  if (operation.includes("Accelerate")) return operation.replace("Bucket", "");
  return operation.replace(/Configuration$/, "");
}
