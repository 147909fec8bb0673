import { arn, type Names } from "./names.ts";
import { onBucket, onKey, onObject, onQueue, onSecret, onTable, tableArn } from "./on.ts";
import type { Call } from "./record.ts";

type Calls = (names: Names) => Call[];

/** What is called as it is granted. */
const plain: Calls = ({ buckets: [one], folders: [from, to], tables, queues, keys, secrets }) => [
  onObject("GetObject", [one, `${from}/2026/06/03/4711.json`]),
  onObject("PutObject", [one, `${to}/4711.pdf`]),
  onTable("UpdateItem", tables[0]),
  onQueue("ReceiveMessage", queues[0]),
  onKey("Decrypt", keys[0]),
  onSecret("GetSecretValue", secrets.byArn),
  { event: "sts:GetCallerIdentity", region: "us-east-1" },
];

const renamedInS3: Calls = ({ buckets: [one, two], folders: [from, to, , last] }) => [
  onBucket("ListObjects", one, { params: { prefix: `${from}/` }, action: "s3:ListBucket" }),
  onObject("HeadObject", [two, `${to}/9.json`], { action: "s3:GetObject" }),
  onObject("GetObject", [two, `${last}/scale.json`], {
    params: { versionId: "3HL4kqtJvjVBH40Nrjfkd" },
    action: "s3:GetObjectVersion",
  }),
  onObject("HeadObject", [one, `${last}/scale.json`], {
    params: { versionId: "eHL4kqtJlcpXroDTDmJr3" },
    action: "s3:GetObjectVersion",
  }),
  ...["CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"].map((event) =>
    onObject(event, [two, `${from}/film.mov`], { action: "s3:PutObject" }),
  ),
];

/** What another action allows. */
const renamed: Calls = (names) => [
  ...renamedInS3(names),
  onQueue("SendMessageBatch", names.queues[1], { action: "sqs:SendMessage" }),
  {
    event: "lambda:Invoke",
    params: { functionName: arn("lambda", `function:${names.functions[0]}`) },
    resources: [arn("lambda", `function:${names.functions[0]}`)],
    grants: [["lambda:InvokeFunction", arn("lambda", `function:${names.functions[0]}`)]],
  },
  ofFunction(arn("lambda", `function:${names.functions[1]}`), names.functions[1]),
  transaction(names.tables),
];

/** A function's configuration is read by its name or by its ARN; its version of the API stands at the event. */
const ofFunction = (given: string, name: string, region?: string): Call => ({
  event: "lambda:GetFunctionConfiguration20150331v2",
  params: { functionName: given },
  ...(region !== undefined && { region }),
  grants: [["lambda:GetFunctionConfiguration", arn("lambda", `function:${name}`, region)]],
});

const transaction = ([, put, checked]: Names["tables"]): Call => ({
  event: "dynamodb:TransactWriteItems",
  params: {
    requestItems: [
      { operation: "Put", tableName: put, key: { id: "1" } },
      { operation: "ConditionCheck", tableName: checked, key: { id: "2" } },
    ],
  },
  resources: [tableArn(put), tableArn(checked)],
  grants: [
    ["dynamodb:PutItem", tableArn(put)],
    ["dynamodb:ConditionCheckItem", tableArn(checked)],
  ],
});

const placedInDynamoDb: Calls = ({ tables: [first, second, third] }) => [
  {
    ...onTable("Query", first, { params: { indexName: "by-day" } }),
    grants: [["dynamodb:Query", `${tableArn(first)}/index/by-day`]],
  },
  onTable("Query", third),
  {
    event: "dynamodb:BatchGetItem",
    params: { requestItems: { [second]: {}, [third]: {} } },
    resources: [tableArn(second), tableArn(third)],
    grants: [
      ["dynamodb:BatchGetItem", tableArn(second)],
      ["dynamodb:BatchGetItem", tableArn(third)],
    ],
  },
];

const carrier = "arn:aws:iam::777788889999:role/carrier-labels";

/** What stands elsewhere, in several places, or nowhere. */
const placed: Calls = (names) => {
  const [one, two] = names.buckets;
  return [
    ...placedInDynamoDb(names),
    onObject("GetObject", [one, "manifest.json"]),
    onBucket("GetBucketLocation", two),
    onObject("DeleteObject", [two, `${names.folders[2]}/a.json`]),
    onObject("DeleteObject", [two, `${names.folders[2]}/2026/b.json`]),
    { event: "s3:ListBuckets", params: {}, grants: [["s3:ListAllMyBuckets", "*"]] },
    { event: "dynamodb:ListTables", params: { limit: 50 }, grants: [["dynamodb:ListTables", "*"]] },
    { event: "lambda:ListFunctions20150331", params: {}, grants: [["lambda:ListFunctions", "*"]] },
    onKey("GenerateDataKey", names.keys[1], { params: { keyId: "alias/returns" } }),
    ofFunction(names.functions[0], names.functions[0], "eu-west-2"),
    onSecret("DescribeSecret", names.secrets.byName, { named: true }),
    onSecret("DescribeSecret", names.secrets.byName, { named: true, region: "eu-west-2" }),
    {
      event: "sts:AssumeRole",
      params: { roleArn: carrier, roleSessionName: "label" },
      region: "us-east-1",
      grants: [["sts:AssumeRole", carrier]],
    },
  ];
};

export const calls = { plain, renamed, placed };
