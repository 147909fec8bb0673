import { account, type Names } from "./names.ts";
import { idle, onBucket, onKey, onObject, onQueue, onSecret, onTable } from "./on.ts";
import { roleArn, session, type Call, type Identity } from "./record.ts";

type Calls = (names: Names) => Call[];
const role = (rest: string, of = account) => `arn:aws:iam::${of}:role/${rest}`;
const own = "returns-intake";
const by = (identity: Identity) => ({ by: identity });
const service = (invokedBy: string) => by({ type: "AWSService", invokedBy });

/** Calls of others that bear the role's name somewhere. */
const others: Calls = ({ buckets: [one, two], tables, queues, keys, secrets }) =>
  [
    onObject(
      "DeleteObject",
      [one, "others/a.json"],
      by(session(role(`returns/${own}-dev`), "run-1")),
    ),
    onTable("DeleteTable", tables[0], by(session(role("release"), own))),
    onObject(
      "PutObject",
      [two, "others/b.json"],
      by(session(role(`archive/archive-${own}`), "run-2")),
    ),
    onObject(
      "GetObject",
      [two, "others/c.json"],
      by(session(role(`returns/${own}`, "777788889999"), "run-3")),
    ),
    onQueue(
      "PurgeQueue",
      queues[0],
      by({
        type: "IAMUser",
        arn: `arn:aws:iam::${account}:user/${own}`,
        accountId: account,
        userName: own,
      }),
    ),
    onSecret(
      "PutSecretValue",
      secrets.byArn,
      by({ type: "Root", arn: `arn:aws:iam::${account}:root`, accountId: account }),
    ),
    onKey(
      "ReEncrypt",
      keys[2],
      by({
        type: "AWSAccount",
        principalId: `AROAEXAMPLEEXAMPLE777:${own}`,
        accountId: "777788889999",
      }),
    ),
  ].map(idle);

/** A little of what others do, for every trail. */
const beside: Calls = (names) => [
  ...others(names).slice(0, 1),
  {
    event: "sts:AssumeRole",
    params: { roleArn, roleSessionName: own },
    region: "us-east-1",
    ...service("ecs-tasks.amazonaws.com"),
  },
];

const refused: Calls = ({
  buckets: [one, two],
  folders: [from],
  tables,
  queues,
  keys,
  secrets,
}) => {
  const error = "AccessDenied";
  return [
    onObject("DeleteObject", [one, `${from}/1.json`], { error }),
    onBucket("ListObjects", two, { error }),
    onTable("Scan", tables[1], { error: "AccessDeniedException" }),
    onKey("Decrypt", keys[2], { error }),
    onSecret("GetSecretValue", secrets.byName, { named: true, error }),
    onQueue("DeleteMessage", queues[0], { error, at: "2026-05-04T10:00:00Z" }),
  ].map(idle);
};

/** Denied, and needed by nobody yet; failed for another reason, and so allowed; denied at first and later not. */
const denied: Calls = (names) => [
  ...refused(names),
  onQueue("DeleteMessage", names.queues[0], { at: "2026-05-05T10:00:00Z" }),
  onObject("GetObject", [names.buckets[1], `${names.folders[1]}/gone.json`], {
    error: "NoSuchKey",
  }),
  onTable("PutItem", names.tables[2], { error: "ConditionalCheckFailedException" }),
  onSecret("DescribeSecret", names.secrets.byArn, { error: "InvalidRequestException" }),
];

const scaling = role(
  "aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForTables",
);

/** A service in the role's name needs the role's permission, a service in its own name does not. */
const behalf: Calls = ({ keys, tables, queues }) => [
  onKey("Decrypt", keys[1], { via: "secretsmanager.amazonaws.com" }),
  onKey("GenerateDataKey", keys[2], { via: "AWS Internal" }),
  ...[
    onKey("Encrypt", keys[0], service("dynamodb.amazonaws.com")),
    onKey("RotateKey", keys[1], {
      ...by({ accountId: account, invokedBy: "AWS Internal" }),
      params: null,
      type: "AwsServiceEvent",
    }),
    onTable("DescribeTable", tables[1], {
      ...by(session(scaling, "AutoScaling-Target")),
      via: "application-autoscaling.amazonaws.com",
    }),
    onQueue("SendMessage", queues[0], service("s3.amazonaws.com")),
  ].map(idle),
];

/** Services that nobody has said how to grant. What was denied, was before the day or is another's is not named. */
const unknown: Calls = () => [
  { event: "athena:StartQueryExecution", params: { workGroup: "returns" } },
  { event: "athena:GetQueryResults", params: null, error: "AccessDeniedException" },
  { event: "states:StartExecution", params: { name: "intake" } },
  { event: "states:DescribeExecution", params: null, error: "ExecutionDoesNotExist" },
  { event: "sns:Publish", params: null, at: "2026-04-30T22:00:00Z" },
  { event: "glue:GetTable", params: { name: "returns" }, ...by(session(role("release"), own)) },
];

/** On both sides of the moment from which the review counts. */
const window: Calls = ({ tables, queues }) => [
  idle(onQueue("GetQueueAttributes", queues[1], { at: "2026-04-30T23:59:59Z" })),
  onTable("DescribeTable", tables[0], { at: "2026-05-01T00:00:00Z" }),
];

export const lookalikes = { others, denied, behalf, unknown, window, beside };
