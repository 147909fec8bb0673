import { describe, expect, it } from "vitest";

import { encodeOutput } from "../../codec/index.ts";
import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";
import { filterTest } from "./filter-pattern.ts";

const allow = (Action: string | string[], Resource: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource }],
});
const at = (minute: number) => `2026-03-01T08:${String(minute).padStart(2, "0")}:00Z`;
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all: allow("*", "*") } },
          {
            name: "dev",
            keys: 1,
            inline: {
              own: allow(
                ["logs:GetLogEvents", "logs:FilterLogEvents"],
                "arn:aws:logs:eu-west-1:111111111111:log-group:/app/*",
              ),
            },
          },
        ],
      },
      regions: {
        "eu-west-1": {
          logs: {
            groups: [
              {
                name: "/app/shop",
                streams: {
                  one: [1, 3, 5].map((minute) => ({
                    at: at(minute),
                    message: `GET /order/${minute} 200`,
                  })),
                  two: [{ at: at(2), message: "ERROR user 17 not found" }],
                },
              },
              {
                name: "/audit",
                retentionDays: 1,
                streams: {
                  x: [
                    { at: at(0), message: "old" },
                    { at: "2026-03-02T08:00:00Z", message: "new" },
                  ],
                },
              },
            ],
          },
        },
      },
    },
  ],
};

function begun(who = "ana") {
  const call = callingAs(buildWorld(declared, "s"), `user/${who}`);
  return (operation: string, input: Record<string, unknown> = {}) => {
    const { output, fault } = call("logs", operation, input);
    if (output) encodeOutput({ service: "logs", operation }, output, { requestId: "r" });
    return fault?.code ?? output!;
  };
}

const messages = (reply: unknown) =>
  (reply as { events: { message: string }[] }).events.map(({ message }) => message);

describe("CloudWatch Logs", () => {
  it.each([
    ["ana", "CreateLogGroup", { logGroupName: "/app/shop" }, "ResourceAlreadyExistsException"],
    [
      "ana",
      "GetLogEvents",
      { logGroupName: "/none", logStreamName: "x" },
      "ResourceNotFoundException",
    ],
    [
      "ana",
      "GetLogEvents",
      { logGroupName: "/audit", logStreamName: "y" },
      "ResourceNotFoundException",
    ],
    [
      "ana",
      "PutRetentionPolicy",
      { logGroupName: "/audit", retentionInDays: 2 },
      "InvalidParameterException",
    ],
    [
      "ana",
      "FilterLogEvents",
      { logGroupName: "/audit", filterPattern: "{ $.a = 1 }" },
      "InvalidParameterException",
    ],
    [
      "ana",
      "FilterLogEvents",
      { logGroupName: "/audit", logStreamNames: ["x"], logStreamNamePrefix: "x" },
      "InvalidParameterException",
    ],
    [
      "ana",
      "GetLogEvents",
      { logGroupName: "/audit", logStreamName: "x", nextToken: "y" },
      "InvalidParameterException",
    ],
    [
      "dev",
      "GetLogEvents",
      { logGroupName: "/audit", logStreamName: "x" },
      "AccessDeniedException",
    ],
    ["dev", "DescribeLogGroups", {}, "AccessDeniedException"],
    ["dev", "DeleteLogGroup", { logGroupName: "/app/shop" }, "AccessDeniedException"],
  ] as const)("%s calls %s with %j: %s", (who, operation, input, code) => {
    expect(begun(who)(operation, input)).toBe(code);
  });

  it("reads one stream, the newest lines first asked for, and goes on by token", () => {
    const call = begun("dev");
    const asked = { logGroupName: "/app/shop", logStreamName: "one", limit: 2 };
    const last = call("GetLogEvents", asked);
    expect(messages(last)).toEqual(["GET /order/3 200", "GET /order/5 200"]);
    const { nextBackwardToken } = last as { nextBackwardToken: string };
    const before = call("GetLogEvents", { ...asked, nextToken: nextBackwardToken });
    expect(messages(before)).toEqual(["GET /order/1 200"]);
    expect(messages(call("GetLogEvents", { ...asked, startFromHead: true }))).toHaveLength(2);
  });

  it.each([
    [{}, 4],
    [{ filterPattern: "ERROR" }, 1],
    [{ filterPattern: "error" }, 0],
    [{ filterPattern: "-ERROR" }, 3],
    [{ startTime: Date.parse(at(3)) }, 2],
    [{ endTime: Date.parse(at(3)) }, 2],
    [{ logStreamNames: ["two"] }, 1],
    [{ limit: 1 }, 1],
  ])("finds over streams by %j: %i", (input, count) => {
    expect(
      messages(begun("dev")("FilterLogEvents", { logGroupName: "/app/shop", ...input })),
    ).toHaveLength(count);
  });

  it("has let go of what is older than the group keeps, and of everything once it is deleted", () => {
    const call = begun();
    const asked = { logGroupName: "/audit", logStreamName: "x" };
    expect(messages(call("GetLogEvents", asked))).toEqual(["new"]);
    expect(call("DescribeLogStreams", { logGroupName: "/audit" })).toMatchObject({
      logStreams: [{ logStreamName: "x" }],
    });
    call("DeleteLogGroup", { logGroupName: "/audit" });
    expect(call("GetLogEvents", asked)).toBe("ResourceNotFoundException");
    expect(call("DescribeLogGroups")).toMatchObject({
      logGroups: [
        {
          logGroupName: "/app/shop",
          arn: "arn:aws:logs:eu-west-1:111111111111:log-group:/app/shop:*",
        },
      ],
    });
  });

  it.each([
    ['"not found"', "user not found", true],
    ['"not found"', "found, not", false],
    ["?a ?b", "xb", true],
    ["?a ?b", "c", false],
    ['-"a b" c', "c a b", false],
    ["", "anything", true],
  ])("takes %s over “%s”: %s", (pattern, message, fits) => {
    expect(filterTest(pattern)(message)).toBe(fits);
  });
});
