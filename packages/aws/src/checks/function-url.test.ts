import { describe, expect, it } from "vitest";

import { buildWorld } from "../world/build.ts";
import { callingAs } from "../world/calling.ts";
import { check } from "./check.ts";
import { runCheck } from "./run.ts";

const everybody = { Effect: "Allow", Principal: "*" };
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
            inline: {
              all: {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
              },
            },
          },
        ],
        roles: [
          {
            name: "report",
            trust: {
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { Service: "lambda.amazonaws.com" },
                  Action: "sts:AssumeRole",
                },
              ],
            },
          },
        ],
      },
      regions: {
        "eu-west-1": {
          lambda: {
            functions: [
              {
                name: "report",
                role: "report",
                url: "NONE",
                policy: [
                  { ...everybody, Sid: "url", Action: "lambda:InvokeFunctionUrl" },
                  { ...everybody, Sid: "call", Action: "lambda:InvokeFunction" },
                ],
              },
            ],
          },
        },
      },
    },
  ],
};
const FunctionName = "report";

/** Whether the URL answers somebody unknown after the learner made one call. */
async function answers(operation: string, input: object): Promise<boolean> {
  const worked = () => {
    const world = buildWorld(declared, "s");
    callingAs(world, "user/ana")("lambda", operation, { FunctionName, ...input });
    return world;
  };
  const region = "eu-west-1";
  const call = "lambda:InvokeFunctionUrl";
  const attempt = { as: "anyone", call, region, input: { FunctionName }, expect: "ok" };
  const { ok } = await runCheck(check.parse({ type: "try", attempts: [attempt] }), {
    world: worked(),
    copy: async () => worked(),
    fresh: buildWorld(declared, "s"),
  });
  return ok;
}

describe("a function's URL, tried by anyone", () => {
  it.each<[string, object, boolean]>([
    ["GetFunction", {}, true],
    ["DeleteFunctionUrlConfig", {}, false],
    ["UpdateFunctionUrlConfig", { AuthType: "AWS_IAM" }, false],
    ["RemovePermission", { StatementId: "url" }, false],
    ["PutFunctionConcurrency", { ReservedConcurrentExecutions: 0 }, false],
    ["DeleteFunction", {}, false],
  ])("after %s %j: %s", async (operation, input, isOpen) => {
    expect(await answers(operation, input)).toBe(isOpen);
  });
});
