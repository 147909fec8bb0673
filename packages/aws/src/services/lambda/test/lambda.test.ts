import { describe, expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { fittingAs } from "../../ec2/test/fitting-as.ts";
import type { World } from "../../../world/world.ts";
import { callFunctionUrl } from "../function-url.ts";
import { lambdaOf } from "../state.ts";

const allow = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const user = (name: string, ...Statement: object[]) => ({
  name,
  keys: 1,
  inline: Statement.length > 0 ? { own: policy(...Statement) } : {},
});
const trust = (Service: string) =>
  policy({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
const fn = (name: string) => `arn:aws:lambda:eu-west-1:111111111111:function:${name}`;
const role = (name: string) => `arn:aws:iam::111111111111:role/${name}`;
const key = "arn:aws:kms:eu-west-1:111111111111:key/aaaaaaaa-1111-4111-8111-111111111111";
const when = (operator: string, name: string, value: string) => ({
  Condition: { [operator]: { [name]: value } },
});

const users = [
  user("ana", allow("*")),
  user("nobody"),
  user("invoker", allow("lambda:InvokeFunction", fn("echo"))),
  user("maker", allow(["lambda:CreateFunction", "lambda:InvokeFunction"])),
  user(
    "passer",
    allow(["lambda:CreateFunction", "lambda:InvokeFunction", "lambda:UpdateFunctionConfiguration"]),
    allow(
      "iam:PassRole",
      role("admin"),
      when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com"),
    ),
  ),
  user("updater", allow("lambda:UpdateFunctionCode")),
  user("reader", allow(["lambda:Get*", "lambda:List*"])),
  user("opener", allow("lambda:AddPermission"), {
    Effect: "Deny",
    Action: "lambda:AddPermission",
    Resource: "*",
    ...when("StringEquals", "lambda:Principal", "*"),
  }),
  user(
    "url",
    allow(
      "lambda:*FunctionUrlConfig",
      "*",
      when("StringEquals", "lambda:FunctionUrlAuthType", "AWS_IAM"),
    ),
  ),
  user(
    "tagged",
    allow("lambda:InvokeFunction", "*", when("StringEquals", "aws:ResourceTag/team", "a")),
  ),
];

const declared = (uploadedCode: string) => ({
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users,
        roles: [
          {
            name: "admin",
            trust: trust("lambda.amazonaws.com"),
            inline: { all: policy(allow("*")) },
          },
          {
            name: "small",
            trust: trust("lambda.amazonaws.com"),
            inline: { own: policy(allow("iam:GetUser")) },
          },
          { name: "host", trust: trust("ec2.amazonaws.com") },
        ],
      },
      regions: {
        "eu-west-1": {
          kms: {
            keys: [
              {
                id: key.slice(key.indexOf("/") + 1),
                policy: policy({
                  Effect: "Allow",
                  Principal: { AWS: "111111111111" },
                  Action: "kms:*",
                  Resource: "*",
                }),
              },
            ],
          },
          lambda: {
            uploadedCode,
            functions: [
              {
                name: "echo",
                role: "small",
                behaviour: "echo",
                tags: { team: "a" },
                environment: { STAGE: "prod" },
              },
              {
                name: "debug",
                role: "admin",
                behaviour: "environment",
                environment: { DB: "postgres://db" },
                url: "NONE",
              },
              {
                name: "lookup",
                role: "small",
                behaviour: { calls: "iam:GetUser", input: { UserName: { $event: "who.name" } } },
                url: "AWS_IAM",
              },
              {
                name: "greeting",
                role: "small",
                behaviour: { returns: { hello: "world" } },
                concurrency: 0,
              },
              { name: "sealed", role: "small", environment: { TOKEN: "t-1" }, kmsKey: key },
              { name: "broken", role: "host" },
              {
                name: "shared",
                role: "small",
                behaviour: "echo",
                policy: [
                  {
                    Sid: "eve",
                    Principal: { AWS: "222222222222" },
                    Action: "lambda:InvokeFunction",
                  },
                ],
              },
            ],
            eventSources: [
              { source: "arn:aws:sqs:eu-west-1:111111111111:orders", function: "echo" },
            ],
          },
        },
      },
    },
    { id: "222222222222", name: "Elsewhere", iam: { users: [user("eve", allow("*"))] } },
  ],
});

const bytes = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value)));
const zip = new Uint8Array([0x50, 0x4b, 3, 4]);
const make = {
  FunctionName: "new",
  Role: role("admin"),
  Runtime: "python3.13",
  Handler: "a.b",
  Code: { ZipFile: zip },
};
const open = { FunctionName: "echo", StatementId: "s", Action: "lambda:InvokeFunction" };

function invoked(world: World, name: string, input: object) {
  const { output } = fittingAs(world, `user/${name}`)(
    "lambda",
    "Invoke",
    input as Record<string, unknown>,
  );
  return JSON.parse(Buffer.from(output!["Payload"] as Uint8Array).toString()) as Record<
    string,
    unknown
  >;
}

describe("Lambda, and who may", () => {
  it.each([
    ["nobody", "ListFunctions", {}, "AccessDeniedException"],
    ["reader", "GetFunction", { FunctionName: "echo" }, null],
    ["reader", "GetFunction", { FunctionName: "111111111111:function:echo" }, null],
    ["reader", "GetFunction", { FunctionName: fn("none") }, "ResourceNotFoundException"],
    [
      "reader",
      "GetFunction",
      { FunctionName: "echo", Qualifier: "7" },
      "ResourceNotFoundException",
    ],
    ["reader", "GetFunction", { FunctionName: "a b" }, "ValidationException"],
    ["reader", "GetPolicy", { FunctionName: "echo" }, "ResourceNotFoundException"],
    ["invoker", "Invoke", { FunctionName: "echo" }, null],
    ["invoker", "Invoke", { FunctionName: "debug" }, "AccessDeniedException"],
    ["tagged", "Invoke", { FunctionName: "echo" }, null],
    ["tagged", "Invoke", { FunctionName: "lookup" }, "AccessDeniedException"],
    ["ana", "Invoke", { FunctionName: "greeting" }, "TooManyRequestsException"],
    ["ana", "Invoke", { FunctionName: "broken" }, "AccessDeniedException"],
    [
      "ana",
      "Invoke",
      { FunctionName: "echo", Payload: new Uint8Array([123]) },
      "InvalidRequestContentException",
    ],
    ["eve", "Invoke", { FunctionName: fn("shared") }, null],
    ["eve", "Invoke", { FunctionName: fn("echo") }, "AccessDeniedException"],
    // A role is handed over, and Lambda has to be trusted by it.
    ["maker", "CreateFunction", make, "AccessDeniedException"],
    ["passer", "CreateFunction", make, null],
    ["passer", "CreateFunction", { ...make, Role: role("small") }, "AccessDeniedException"],
    ["ana", "CreateFunction", { ...make, Role: role("host") }, "InvalidParameterValueException"],
    ["ana", "CreateFunction", { ...make, FunctionName: "echo" }, "ResourceConflictException"],
    [
      "ana",
      "CreateFunction",
      { ...make, Code: { ZipFile: new Uint8Array([1]) } },
      "InvalidParameterValueException",
    ],
    ["ana", "CreateFunction", { ...make, Code: {} }, "InvalidParameterValueException"],
    [
      "ana",
      "UpdateFunctionConfiguration",
      { FunctionName: "echo", Environment: { Variables: { AWS_SESSION_TOKEN: "x" } } },
      "InvalidParameterValueException",
    ],
    ["passer", "UpdateFunctionConfiguration", { FunctionName: "echo", Role: role("admin") }, null],
    [
      "passer",
      "UpdateFunctionConfiguration",
      { FunctionName: "echo", Role: role("small") },
      "AccessDeniedException",
    ],
    // New code runs with the role that is there: no PassRole is asked for.
    ["updater", "UpdateFunctionCode", { FunctionName: "debug", ZipFile: zip }, null],
    [
      "ana",
      "UpdateFunctionCode",
      { FunctionName: "debug", ZipFile: zip, RevisionId: "old" },
      "PreconditionFailedException",
    ],
    ["opener", "AddPermission", { ...open, Principal: "222222222222" }, null],
    ["opener", "AddPermission", { ...open, Principal: "*" }, "AccessDeniedException"],
    [
      "ana",
      "AddPermission",
      { ...open, Principal: "arn:aws:iam::111111111111:user/none" },
      "InvalidParameterValueException",
    ],
    [
      "ana",
      "AddPermission",
      { ...open, FunctionName: "shared", StatementId: "eve", Principal: "*" },
      "ResourceConflictException",
    ],
    [
      "ana",
      "RemovePermission",
      { FunctionName: "shared", StatementId: "no" },
      "ResourceNotFoundException",
    ],
    ["ana", "RemovePermission", { FunctionName: "shared", StatementId: "eve" }, null],
    ["url", "CreateFunctionUrlConfig", { FunctionName: "echo", AuthType: "AWS_IAM" }, null],
    [
      "url",
      "CreateFunctionUrlConfig",
      { FunctionName: "echo", AuthType: "NONE" },
      "AccessDeniedException",
    ],
    [
      "ana",
      "CreateFunctionUrlConfig",
      { FunctionName: "debug", AuthType: "NONE" },
      "ResourceConflictException",
    ],
    ["ana", "GetFunctionUrlConfig", { FunctionName: "echo" }, "ResourceNotFoundException"],
    [
      "ana",
      "CreateEventSourceMapping",
      { FunctionName: "echo", EventSourceArn: "arn:aws:sqs:eu-west-1:111111111111:orders" },
      "ResourceConflictException",
    ],
    ["ana", "DeleteEventSourceMapping", { UUID: "none" }, "ResourceNotFoundException"],
    [
      "ana",
      "CreateAlias",
      { FunctionName: "echo", Name: "live", FunctionVersion: "1" },
      "ResourceNotFoundException",
    ],
    ["ana", "TagResource", { Resource: fn("echo"), Tags: { team: "b" } }, null],
  ])("%s calls %s with %j: %s", (name, operation, input, code) => {
    const calling = fittingAs(buildWorld(declared("not-run"), "s"), `user/${name}`);
    expect(calling("lambda", operation, input as Record<string, unknown>).fault?.code ?? null).toBe(
      code,
    );
  });

  it("invokes what the declaration says, with the function's own role", () => {
    const world = buildWorld(declared("not-run"), "s");
    expect(invoked(world, "ana", { FunctionName: "echo", Payload: bytes({ a: 1 }) })).toEqual({
      a: 1,
    });
    expect(
      invoked(world, "ana", { FunctionName: "lookup", Payload: bytes({ who: { name: "bo" } }) }),
    ).toMatchObject({
      errorType: "ClientError",
      errorMessage: expect.stringContaining("NoSuchEntity"),
    });
    expect(
      invoked(world, "ana", { FunctionName: "lookup", Payload: bytes({ who: { name: "ana" } }) }),
    ).toMatchObject({ User: { UserName: "ana" } });
    const leaked = invoked(world, "ana", { FunctionName: "debug" });
    expect(leaked).toMatchObject({
      DB: "postgres://db",
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
    });
    const stolen = fittingAs(world, "assumed-role/admin/debug");
    expect(stolen("iam", "CreateUser", { UserName: "x" }).fault).toBeUndefined();
  });

  it.each([
    ["not-run", undefined],
    ["hands-over-credentials", expect.stringMatching(/^ASIA/)],
  ])("of uploaded code (%s) hands over: %s", (uploadedCode, expected) => {
    const world = buildWorld(declared(uploadedCode), "s");
    fittingAs(world, "user/passer")("lambda", "CreateFunction", make);
    const { environment } = invoked(world, "passer", { FunctionName: "new" }) as {
      environment?: Record<string, string>;
    };
    expect(environment?.["AWS_ACCESS_KEY_ID"]).toEqual(expected);
  });

  it("writes the statement that a permission stands for", () => {
    const ana = fittingAs(buildWorld(declared("not-run"), "s"), "user/ana");
    const given = {
      ...open,
      Principal: "s3.amazonaws.com",
      SourceArn: "arn:aws:s3:::b",
      SourceAccount: "111111111111",
    };
    expect(
      JSON.parse(ana("lambda", "AddPermission", given).output!["Statement"] as string),
    ).toEqual({
      Sid: "s",
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "lambda:InvokeFunction",
      Resource: fn("echo"),
      Condition: {
        StringEquals: { "AWS:SourceAccount": "111111111111" },
        ArnLike: { "AWS:SourceArn": "arn:aws:s3:::b" },
      },
    });
  });

  it("shows variables under a customer's key to those who may decrypt", () => {
    const world = buildWorld(declared("not-run"), "s");
    const seen = (name: string) =>
      fittingAs(world, `user/${name}`)("lambda", "GetFunctionConfiguration", {
        FunctionName: "sealed",
      }).output!["Environment"];
    expect(seen("ana")).toEqual({ Variables: { TOKEN: "t-1" } });
    expect(seen("reader")).toMatchObject({ Error: { ErrorCode: "AccessDeniedException" } });
  });

  it("opens a URL to everybody only where both permissions let everybody in", () => {
    const world = buildWorld(declared("not-run"), "s");
    const ana = fittingAs(world, "user/ana");
    const { functions } = lambdaOf(world.accounts.get("111111111111")!, "eu-west-1");
    const url = functions.get("debug")!.url!.url;
    const everybody = { FunctionName: "debug", Principal: "*" };
    const seen = [callFunctionUrl(world, { url }).status];
    ana("lambda", "AddPermission", {
      ...everybody,
      StatementId: "a",
      Action: "lambda:InvokeFunctionUrl",
      FunctionUrlAuthType: "NONE",
    });
    seen.push(callFunctionUrl(world, { url }).status);
    ana("lambda", "AddPermission", {
      ...everybody,
      StatementId: "b",
      Action: "lambda:InvokeFunction",
      InvokedViaFunctionUrl: true,
    });
    seen.push(callFunctionUrl(world, { url }).status);
    expect(seen).toEqual([403, 403, 200]);
    expect(
      fittingAs(world, "user/eve")("lambda", "Invoke", { FunctionName: fn("debug") }).fault?.code,
    ).toBe("AccessDeniedException");
    const signed = functions.get("lookup")!.url!.url;
    const caller = [...world.credentials.values()].find(
      ({ principal }) => "arn" in principal && principal.arn.endsWith("user/ana"),
    )!;
    expect([
      callFunctionUrl(world, { url: signed }).status,
      callFunctionUrl(world, { url: signed, caller }).status,
    ]).toEqual([403, 502]);
  });

  it("keeps versions as they were, and aliases point at them", () => {
    const ana = fittingAs(buildWorld(declared("not-run"), "s"), "user/ana");
    ana("lambda", "PublishVersion", { FunctionName: "echo" });
    ana("lambda", "CreateAlias", { FunctionName: "echo", Name: "live", FunctionVersion: "1" });
    ana("lambda", "UpdateFunctionConfiguration", {
      FunctionName: "echo",
      Environment: { Variables: { STAGE: "test" } },
    });
    const of = (Qualifier?: string) =>
      ana("lambda", "GetFunctionConfiguration", {
        FunctionName: "echo",
        ...(Qualifier ? { Qualifier } : {}),
      }).output;
    expect(of("live")).toMatchObject({
      Version: "1",
      FunctionArn: `${fn("echo")}:1`,
      Environment: { Variables: { STAGE: "prod" } },
    });
    expect(of()).toMatchObject({
      Version: "$LATEST",
      Environment: { Variables: { STAGE: "test" } },
    });
  });

  it("is written down by the names that CloudTrail has for it", () => {
    const world = buildWorld(declared("not-run"), "s");
    fittingAs(world, "user/updater")("lambda", "UpdateFunctionCode", {
      FunctionName: "echo",
      ZipFile: zip,
    });
    expect(world.accounts.get("111111111111")!.trail.at(-1)).toMatchObject({
      eventName: "UpdateFunctionCode20150331v2",
      eventSource: "lambda.amazonaws.com",
    });
  });
});
