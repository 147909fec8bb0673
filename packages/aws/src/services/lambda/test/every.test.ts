import { expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { fittingAs } from "../../ec2/test/fitting-as.ts";
import { lambda } from "../lambda.ts";
import { lambdaOf } from "../state.ts";

const policy = (statement: object) => ({ Version: "2012-10-17", Statement: [statement] });
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          {
            name: "ana",
            keys: 1,
            inline: { all: policy({ Effect: "Allow", Action: "*", Resource: "*" }) },
          },
        ],
        roles: [
          {
            name: "run",
            trust: policy({
              Effect: "Allow",
              Principal: { Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
          },
        ],
      },
      regions: {
        "eu-west-1": {
          ec2: { defaultVpc: true },
          lambda: {
            functions: [
              {
                name: "f",
                role: "run",
                environment: { STAGE: "b" },
                tags: { t: "u" },
                policy: [
                  { Principal: { Service: "s3.amazonaws.com" }, Action: "lambda:InvokeFunction" },
                ],
                behaviour: "echo",
              },
            ],
          },
        },
      },
    },
  ],
};

const f = { FunctionName: "f" };
const Resource = "arn:aws:lambda:eu-west-1:111111111111:function:f";
const ZipFile = new Uint8Array([0x50, 0x4b]);
const calls: readonly (readonly [operation: string, input?: Record<string, unknown>])[] = [
  [
    "CreateFunction",
    {
      FunctionName: "g",
      Role: "arn:aws:iam::111111111111:role/run",
      Code: { ZipFile },
      VpcConfig: { SubnetIds: ["subnet-x"], SecurityGroupIds: [] },
      Layers: ["arn:aws:lambda:eu-west-1:111111111111:layer:l:1"],
      Tags: { a: "b" },
      Publish: true,
    },
  ],
  ["UpdateFunctionCode", { ...f, ZipFile, Publish: true }],
  ["UpdateFunctionConfiguration", { ...f, Timeout: 10 }],
  ["PublishVersion", f],
  ["CreateAlias", { ...f, Name: "live", FunctionVersion: "1" }],
  ["UpdateAlias", { ...f, Name: "live", Description: "x" }],
  ["GetAlias", { ...f, Name: "live" }],
  ["ListAliases", f],
  ["DeleteAlias", { ...f, Name: "live" }],
  [
    "AddPermission",
    {
      ...f,
      StatementId: "s",
      Action: "lambda:InvokeFunction",
      Principal: "*",
      PrincipalOrgID: "o-abcdefghij",
    },
  ],
  ["GetPolicy", f],
  ["RemovePermission", { ...f, StatementId: "s" }],
  ["Invoke", f],
  ["Invoke", { ...f, InvocationType: "Event" }],
  ["CreateFunctionUrlConfig", { ...f, AuthType: "NONE", Cors: { AllowOrigins: ["*"] } }],
  ["UpdateFunctionUrlConfig", { ...f, AuthType: "AWS_IAM" }],
  ["GetFunctionUrlConfig", f],
  ["ListFunctionUrlConfigs", f],
  ["DeleteFunctionUrlConfig", f],
  ["CreateEventSourceMapping", { ...f, EventSourceArn: "arn:aws:sqs:eu-west-1:111111111111:q" }],
  ["ListEventSourceMappings", f],
  ["GetEventSourceMapping", { UUID: "$" }],
  ["UpdateEventSourceMapping", { UUID: "$", Enabled: false }],
  ["DeleteEventSourceMapping", { UUID: "$" }],
  ["TagResource", { Resource, Tags: { a: "b" } }],
  ["ListTags", { Resource }],
  ["UntagResource", { Resource, TagKeys: ["a"] }],
  ["PutFunctionConcurrency", { ...f, ReservedConcurrentExecutions: 5 }],
  ["GetFunctionConcurrency", f],
  ["ListFunctions"],
  ["GetFunction", f],
  ["GetFunctionConfiguration", { FunctionName: "g" }],
  ["ListVersionsByFunction", f],
  ["GetAccountSettings"],
  ["DeleteFunctionConcurrency", f],
  ["DeleteFunction", f],
];

it("answers every operation in the shape that AWS's model has", () => {
  const world = buildWorld(declared, "s");
  const state = lambdaOf(world.accounts.get("111111111111")!, "eu-west-1");
  const ana = fittingAs(world, "user/ana");
  const failed = calls.flatMap(([operation, input = {}]) => {
    const filled = input["UUID"] === "$" ? { UUID: [...state.mappings.keys()][0] } : input;
    const { fault } = ana("lambda", operation, filled);
    return fault ? [`${operation}: ${fault.code} ${fault.message}`] : [];
  });
  expect(failed).toEqual([]);
  expect(new Set(calls.map(([operation]) => operation))).toEqual(
    new Set(Object.keys(lambda.operations)),
  );
});
