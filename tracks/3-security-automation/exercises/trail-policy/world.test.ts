import { expect, it } from "vitest";

import { trailPolicy } from "./exercise.ts";

type Params = {
  bucketName?: string;
  key?: string;
  versionId?: string;
  indexName?: string;
  roleArn?: string;
  functionName?: string;
  secretId?: string;
  requestItems?: { operation: string; tableName: string }[];
};
/** As far as it is read here. */
type Event = {
  eventSource: string;
  eventName: string;
  eventTime: string;
  awsRegion: string;
  errorCode?: string;
  userIdentity: { accountId: string; sessionContext?: { sessionIssuer: { arn: string } } };
  requestParameters: Params | null;
  resources?: { ARN: string }[];
};

/** What an action of the event's own name would be called, read from the files and no plan. */
const actions: Record<string, string | null> = {
  "s3:ListObjects": "s3:ListBucket",
  "s3:ListBuckets": "s3:ListAllMyBuckets",
  "s3:HeadObject": "s3:GetObject",
  "s3:CreateMultipartUpload": "s3:PutObject",
  "s3:UploadPart": "s3:PutObject",
  "s3:CompleteMultipartUpload": "s3:PutObject",
  "sqs:SendMessageBatch": "sqs:SendMessage",
  "lambda:Invoke": "lambda:InvokeFunction",
  "sts:GetCallerIdentity": null,
};

function needed(event: Event): string[] {
  const params = event.requestParameters ?? {};
  if (event.eventName === "TransactWriteItems")
    return params.requestItems!.map(({ operation, tableName }) => {
      const table = event.resources!.find(({ ARN }) => ARN.endsWith(`/${tableName}`))!;
      return `dynamodb:${operation}Item ${table.ARN}`;
    });
  const service = event.eventSource.replace(".amazonaws.com", "");
  const own = `${service}:${event.eventName.replace(/20\d{6}(v\d)?$/, "")}`;
  const named = own in actions ? actions[own]! : own;
  if (named === null) return [];
  const action = params.versionId === undefined ? named : `${named}Version`;
  return resources(event, params).map((one) => `${action} ${one}`);
}

function resources(event: Event, params: Params): string[] {
  const { bucketName, key, indexName, roleArn, functionName, secretId } = params;
  if (bucketName !== undefined) {
    const [top, ...rest] = key?.split("/") ?? [];
    const object = top === undefined ? "" : `/${top}${rest.length > 0 ? "/*" : ""}`;
    return [`arn:aws:s3:::${bucketName}${object}`];
  }
  if (event.resources)
    return event.resources.map(({ ARN }) => (indexName ? `${ARN}/index/${indexName}` : ARN));
  const given = roleArn ?? functionName ?? secretId ?? "*";
  if (given === "*" || given.startsWith("arn:")) return [given];
  const at = `${event.awsRegion}:${event.userIdentity.accountId}`;
  return functionName === undefined
    ? [`arn:aws:secretsmanager:${at}:secret:${given}-??????`]
    : [`arn:aws:lambda:${at}:function:${given}`];
}

const all = [...trailPolicy.traits];

it.each(["a", "b", "c"])("what the files tell is what is right, of seed %s", (seed) => {
  const made = trailPolicy.make({ seed, size: 40, traits: all });
  const [, role, , since] = made.args as [string, string, string, string];
  const events = Object.entries(made.files)
    .filter(([path]) => path.includes("/CloudTrail/"))
    .flatMap(([, text]): Event[] => {
      try {
        return (JSON.parse(text) as { Records: Event[] }).Records;
      } catch {
        return [];
      }
    });
  const own = events.filter(
    (event) =>
      event.userIdentity.sessionContext?.sessionIssuer.arn === role &&
      event.eventTime >= since &&
      event.errorCode?.startsWith("AccessDenied") !== true,
  );
  const isKnown = ({ eventSource }: Event) => !/^(athena|states|sns)/.test(eventSource);
  const { findings, unread, exit } = made.expected(null);
  expect(new Set(findings.map(({ action, resource }) => `${action} ${resource}`))).toEqual(
    new Set(own.filter(isKnown).flatMap(needed)),
  );
  const strange = own.filter((event) => !isKnown(event));
  expect(unread.length).toBe(new Set(strange.map(({ eventName }) => eventName)).size + 1);
  expect(exit).toBe(2);
});
