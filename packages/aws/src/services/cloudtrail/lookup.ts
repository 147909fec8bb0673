import { defineOperations, type Context } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import type { TrailEvent } from "../../world/trail.ts";
import type { CloudTrailState } from "./state.ts";

const dayMs = 86_400_000;

/**
 * The event history: management events of ninety days, of one region, the newest first. Events of IAM and STS
 * stand in us-east-1. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupOperations = defineOperations<CloudTrailState>()({
  LookupEvents: {
    readOnly: true,
    run: (context) => {
      const { page, next } = pageOf(found(context), context.input, {
        token: "NextToken",
        max: "MaxResults",
        size: 50,
      });
      return { Events: page.map(written), NextToken: next };
    },
  },
});

function found({ world, account, region, input }: Context<CloudTrailState>): TrailEvent[] {
  const from = input.number("StartTime") ?? 0;
  const to = input.number("EndTime") ?? world.nowMs;
  if (from > to)
    throw refusal("InvalidTimeRangeException", "Start time must be earlier than end time.");
  const attributes = input.list("LookupAttributes");
  if (attributes.length > 1) {
    const message = "Only one lookup attribute is taken at a time.";
    throw refusal("InvalidLookupAttributesException", message);
  }
  const tests = attributes.map((one) => ({
    is: testOf(one.text("AttributeKey")),
    value: one.text("AttributeValue"),
  }));
  return account.trail
    .filter((event) => {
      const atMs = Date.parse(event.eventTime);
      return (
        event.managementEvent &&
        event.awsRegion === region &&
        atMs >= Math.max(from, world.nowMs - 90 * dayMs) &&
        atMs <= to &&
        tests.every(({ is, value }) => is(event).includes(value))
      );
    })
    .toReversed();
}

const readers: Record<string, (event: TrailEvent) => string[]> = {
  EventId: ({ eventID }) => [eventID],
  EventName: ({ eventName }) => [eventName],
  EventSource: ({ eventSource }) => [eventSource],
  ReadOnly: ({ readOnly }) => [String(readOnly)],
  Username: (event) => [nameOf(event) ?? ""],
  AccessKeyId: ({ userIdentity }) => [textOf(userIdentity["accessKeyId"])],
  ResourceName: (event) => resourcesOf(event).map(({ ResourceName }) => ResourceName),
  ResourceType: (event) => resourcesOf(event).map(({ ResourceType }) => ResourceType),
};

function testOf(key: string) {
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
  if (reader) return reader;
  throw refusal("InvalidLookupAttributesException", `${key} is no attribute to look up by.`);
}

/** Of a user its name, of a role's session the session's. */
function nameOf({ userIdentity }: TrailEvent): string | null {
  if (userIdentity["type"] === "IAMUser") return textOf(userIdentity["userName"]);
  if (userIdentity["type"] === "Root") return "root";
  if (userIdentity["type"] !== "AssumedRole") return null;
  return textOf(userIdentity["principalId"]).split(":")[1] ?? null;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Members of requests that name something, with the type that CloudTrail gives it. */
const resourceTypes: Record<string, string> = {
  userName: "AWS::IAM::User",
  roleName: "AWS::IAM::Role",
  groupName: "AWS::IAM::Group",
  policyArn: "AWS::IAM::Policy",
  accessKeyId: "AWS::IAM::AccessKey",
  roleArn: "AWS::IAM::Role",
  bucketName: "AWS::S3::Bucket",
  keyId: "AWS::KMS::Key",
  secretId: "AWS::SecretsManager::Secret",
  functionName: "AWS::Lambda::Function",
  instanceId: "AWS::EC2::Instance",
  groupId: "AWS::EC2::SecurityGroup",
  trailName: "AWS::CloudTrail::Trail",
};

function resourcesOf({ requestParameters, responseElements }: TrailEvent) {
  // A key that a user got, or a session.
  const answer = asRecord(responseElements);
  const key = asRecord(answer["accessKey"] ?? answer["credentials"])["accessKeyId"];
  const named = Object.entries({
    ...asRecord(requestParameters),
    ...(key ? { accessKeyId: key } : {}),
  });
  return named.flatMap(([member, value]) => {
    const type = Object.hasOwn(resourceTypes, member) ? resourceTypes[member] : undefined;
    return type && typeof value === "string" ? [{ ResourceType: type, ResourceName: value }] : [];
  });
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const written = (event: TrailEvent) => ({
  EventId: event.eventID,
  EventName: event.eventName,
  ReadOnly: String(event.readOnly),
  AccessKeyId: textOf(event.userIdentity["accessKeyId"]) || undefined,
  EventTime: Date.parse(event.eventTime),
  EventSource: event.eventSource,
  Username: nameOf(event) ?? undefined,
  Resources: resourcesOf(event),
  CloudTrailEvent: JSON.stringify(event),
});
