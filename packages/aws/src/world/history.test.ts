import { describe, expect, it } from "vitest";

import { buildWorld } from "./build.ts";

const trusts = (service: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
});

const one = "i-0aa";
const report = "arn:aws:lambda:eu-west-1:111111111111:function:report";
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "shop",
      iam: {
        users: [{ name: "ana", keys: 1 }],
        roles: [
          { name: "web", profile: true, trust: trusts("ec2.amazonaws.com") },
          { name: "report", trust: trusts("lambda.amazonaws.com") },
        ],
      },
      regions: {
        "eu-west-1": {
          ec2: {
            instances: [
              { id: one, name: "web", profile: "web", imds: { tokens: "optional" } },
              { id: "i-0bb", name: "web", profile: "web" },
            ],
          },
          lambda: { functions: [{ name: "report", role: "report" }] },
        },
      },
    },
  ],
};

/** What the events of GetCallerIdentity tell of their callers, in a past of these calls an hour apart. */
function callers(...calls: readonly object[]) {
  const call = "sts:GetCallerIdentity";
  const history = calls.map((past, hour) => ({
    at: `2026-03-01T${hour + 10}:00:00Z`,
    call,
    ...past,
  }));
  const world = buildWorld({ ...declared, history }, "s");
  return world.accounts
    .get("111111111111")!
    .trail.filter(({ eventName }) => eventName === "GetCallerIdentity")
    .map(({ userIdentity, sourceIPAddress }) => ({
      arn: String(userIdentity["arn"]).replace(/^.*:/, ""),
      key: String(userIdentity["accessKeyId"]),
      delivery: (userIdentity["sessionContext"] as Record<string, unknown>)["ec2RoleDelivery"],
      from: sourceIPAddress,
    }));
}

describe("a past of code that runs in the account", () => {
  it("has an instance's session used from anywhere, with what the instance was handed", () => {
    const [own, stolen, again] = callers(
      { as: `instance:${one}`, from: "203.0.113.60" },
      { as: `instance:${one}`, delivery: "1.0", from: "192.0.2.88" },
      { as: `instance:${one}`, delivery: "1.0", from: "203.0.113.9" },
    );
    expect(own).toMatchObject({ arn: `assumed-role/web/${one}`, delivery: "2.0" });
    expect(stolen).toMatchObject({ delivery: "1.0", from: "192.0.2.88" });
    expect(stolen!.key).not.toBe(own!.key);
    expect(again).toEqual({ ...stolen, from: "203.0.113.9" });
  });

  it("hands out another one when the first is about to end", () => {
    const later = { as: `instance:${one}` };
    const [first, second] = callers(later, { ...later, at: "2026-03-01T15:56:00Z" });
    expect(second!.key).not.toBe(first!.key);
  });

  it("finds the newest instance of a name, and a function by its ARN", () => {
    expect(callers({ as: "instance:web" }, { as: `function:${report}` })).toMatchObject([
      { arn: "assumed-role/web/i-0bb" },
      { arn: "assumed-role/report/report" },
    ]);
  });

  it.each(["instance:i-0cc", "instance:report", `function:${report}2`])(
    "is refused where nothing hands out credentials to %s",
    (as) => expect(() => callers({ as })).toThrow("Nothing hands out credentials"),
  );
});
