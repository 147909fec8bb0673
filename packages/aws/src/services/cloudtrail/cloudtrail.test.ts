import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all } },
          { name: "ci", keys: 1 },
        ],
        roles: [
          {
            name: "deploy",
            inline: { all },
            trust: {
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { AWS: "arn:aws:iam::111111111111:user/ana" },
                  Action: "sts:AssumeRole",
                },
              ],
            },
          },
        ],
      },
      cloudtrail: { trails: [{ name: "audit", bucket: "shop-audit" }] },
    },
  ],
  history: [
    { at: "2025-11-01T09:00:00Z", as: "user/ana", call: "iam:ListUsers" },
    {
      at: "2026-03-01T08:00:00Z",
      as: "user/ci",
      call: "iam:ListUsers",
      from: "203.0.113.9",
      fails: "AccessDenied",
    },
    {
      at: "2026-03-01T08:01:00Z",
      as: "user/ana",
      call: "sts:AssumeRole",
      input: { RoleArn: "arn:aws:iam::111111111111:role/deploy", RoleSessionName: "ci" },
    },
    {
      at: "2026-03-01T08:02:00Z",
      as: "assumed-role/deploy/ci",
      region: "eu-west-1",
      call: "iam:CreateUser",
      input: { UserName: "backup" },
    },
    {
      at: "2026-03-01T08:03:00Z",
      as: "assumed-role/deploy/ci",
      call: "iam:CreateAccessKey",
      input: { UserName: "backup" },
    },
  ],
};

type Found = { EventName: string; Username?: string; CloudTrailEvent: string; Resources: object[] };

function lookup(input: object = {}, region = "us-east-1") {
  const world = buildWorld(declared, "s");
  const reply = callingAs(world, "user/ana", { region })("cloudtrail", "LookupEvents", {
    ...input,
  });
  return (reply.output?.["Events"] ?? reply.fault?.code) as Found[];
}

describe("CloudTrail", () => {
  it("tells what happened before, the newest first, and not what is older than ninety days", () => {
    expect(lookup().map(({ EventName, Username }) => [EventName, Username])).toEqual([
      ["CreateAccessKey", "ci"],
      ["CreateUser", "ci"],
      ["AssumeRole", "ana"],
      ["ListUsers", "ci"],
    ]);
  });

  it.each([
    [
      { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "CreateUser" }] },
      ["CreateUser"],
    ],
    [
      { LookupAttributes: [{ AttributeKey: "ResourceName", AttributeValue: "backup" }] },
      ["CreateAccessKey", "CreateUser"],
    ],
    [{ LookupAttributes: [{ AttributeKey: "Username", AttributeValue: "ana" }] }, ["AssumeRole"]],
    [
      { LookupAttributes: [{ AttributeKey: "ReadOnly", AttributeValue: "true" }] },
      ["AssumeRole", "ListUsers"],
    ],
    [{ StartTime: Date.parse("2026-03-01T08:02:30Z") }, ["CreateAccessKey"]],
    [{ EndTime: Date.parse("2026-03-01T08:00:30Z") }, ["ListUsers"]],
    [{ MaxResults: 1 }, ["CreateAccessKey"]],
  ])("finds by %j: %j", (input, names) => {
    expect(lookup(input).map(({ EventName }) => EventName)).toEqual(names);
  });

  it.each([
    [{ StartTime: 2, EndTime: 1 }, "InvalidTimeRangeException"],
    [
      { LookupAttributes: [{ AttributeKey: "Colour", AttributeValue: "red" }] },
      "InvalidLookupAttributesException",
    ],
    [{ NextToken: "x" }, "InvalidNextTokenException"],
  ])("refuses %j: %s", (input, code) => {
    expect(lookup(input)).toBe(code);
  });

  it("says which session was handed out, and until when", () => {
    const [assumed] = lookup({
      LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "AssumeRole" }],
    });
    const { credentials } = (
      JSON.parse(assumed!.CloudTrailEvent) as {
        responseElements: { credentials: Record<string, string> };
      }
    ).responseElements;
    expect(credentials).toMatchObject({
      expiration: "Mar 1, 2026, 9:01:00 AM",
      sessionToken: "HIDDEN_DUE_TO_SECURITY_REASONS",
    });
    const by = { AttributeKey: "AccessKeyId", AttributeValue: credentials["accessKeyId"] };
    expect(lookup({ LookupAttributes: [by] }).map(({ EventName }) => EventName)).toEqual([
      "CreateAccessKey",
      "CreateUser",
    ]);
    expect(assumed!.Resources).toContainEqual({
      ResourceType: "AWS::IAM::AccessKey",
      ResourceName: credentials["accessKeyId"],
    });
  });

  it("keeps the events of IAM in us-east-1", () => {
    expect(lookup({}, "eu-west-1")).toEqual([]);
  });

  it("writes who it was, from where, with which session, and no secret", () => {
    const [key, user, , denied] = lookup().map(
      (event) => JSON.parse(event.CloudTrailEvent) as Record<string, unknown>,
    );
    expect(denied).toMatchObject({
      errorCode: "AccessDenied",
      sourceIPAddress: "203.0.113.9",
      userIdentity: { type: "IAMUser", userName: "ci" },
      eventTime: "2026-03-01T08:00:00Z",
    });
    expect(user).toMatchObject({
      requestParameters: { userName: "backup" },
      userIdentity: {
        type: "AssumedRole",
        sessionContext: {
          sessionIssuer: { arn: "arn:aws:iam::111111111111:role/deploy" },
          attributes: { creationDate: "2026-03-01T08:01:00Z" },
        },
      },
    });
    const text = JSON.stringify(key);
    expect(text).toContain("AKIA");
    expect(text).not.toMatch(/"secretAccessKey":"(?!HIDDEN)/);
  });

  it.each([
    ["StopLogging", { Name: "audit" }, null],
    ["StopLogging", { Name: "none" }, "TrailNotFoundException"],
    ["DeleteTrail", { Name: "audit" }, null],
    ["CreateTrail", { Name: "audit", S3BucketName: "b" }, "TrailAlreadyExistsException"],
    ["GetEventSelectors", { TrailName: "audit" }, null],
  ])("%s %j: %s", (operation, input, code) => {
    const world = buildWorld(declared, "s");
    expect(callingAs(world, "user/ana")("cloudtrail", operation, input).fault?.code ?? null).toBe(
      code,
    );
  });

  it("says since when nothing is written any more", () => {
    const world = buildWorld(declared, "s");
    const ana = callingAs(world, "user/ana");
    expect(ana("cloudtrail", "GetTrailStatus", { Name: "audit" }).output).toMatchObject({
      IsLogging: true,
    });
    ana("cloudtrail", "StopLogging", { Name: "audit" });
    const { output } = ana("cloudtrail", "GetTrailStatus", { Name: "audit" });
    expect(output).toMatchObject({ IsLogging: false, StopLoggingTime: world.nowMs - 1000 });
  });

  it.each([
    ["a call that fails without saying so", { as: "user/ci", call: "iam:ListUsers" }],
    [
      "a call that succeeds and says it fails",
      { as: "user/ana", call: "iam:ListUsers", fails: "AccessDenied" },
    ],
    ["a caller without a key", { as: "role/deploy", call: "iam:ListUsers" }],
    ["a service that is none", { as: "user/ana", call: "iamm:ListUsers" }],
  ])("refuses a past with %s", (_what, past) => {
    const history = [{ at: "2026-03-01T08:00:00Z", ...past }];
    expect(() => buildWorld({ ...declared, history }, "s")).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/invalid-input|not-found/) as string }),
    );
  });
});
