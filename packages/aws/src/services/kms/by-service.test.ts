import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const key = "arn:aws:kms:eu-west-1:111111111111:key/aaaaaaaa-1111-4111-8111-111111111111";
const onAll = { Action: "kms:CreateGrant", Resource: "*" };
const deny = (Condition: object) => ({ Effect: "Deny", Principal: "*", ...onAll, Condition });
const policy = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "kms:*", Resource: "*" },
    deny({ Bool: { "kms:GrantIsForAWSResource": "false" } }),
    deny({ StringNotEquals: { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" } }),
    deny({ StringEquals: { "kms:GranteeServicePrincipal": "logs.amazonaws.com" } }),
  ],
};
const everything = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: { users: [{ name: "ana", keys: 1, inline: { everything } }] },
      regions: { "eu-west-1": { kms: { keys: [{ id: key.slice(-36), policy }] } } },
    },
  ],
};

const machine = {
  GranteePrincipal: "arn:aws:sts::111111111111:assumed-role/aws:ec2-infrastructure/i-1",
};
const service = (name: string) => ({
  GranteeServicePrincipal: `${name}.amazonaws.com`,
  RetiringServicePrincipal: `${name}.amazonaws.com`,
  Constraints: { SourceArn: "arn:aws:ec2:eu-west-1:111111111111:volume/vol-1" },
});

describe("who makes a grant", () => {
  it.each<[string, string | undefined, object, string | null]>([
    ["EC2 in somebody's name", "ec2", machine, null],
    ["another service", "rds", machine, "AccessDeniedException"],
    ["the caller", undefined, machine, "AccessDeniedException"],
    ["the caller, for a service", undefined, service("ec2"), "AccessDeniedException"],
    ["EC2, for a service", "ec2", service("ec2"), null],
    ["EC2, for a service that is denied", "ec2", service("logs"), "AccessDeniedException"],
    [
      "EC2, for a service and any resource",
      "ec2",
      { ...service("ec2"), Constraints: {} },
      "ValidationException",
    ],
  ])("%s", (_who, via, more, code) => {
    const world = buildWorld(declared, "s");
    const calling = callingAs(world, "user/ana", via === undefined ? {} : { via });
    const input = { KeyId: key, Operations: ["Decrypt"], ...more };
    expect(calling("kms", "CreateGrant", input).fault?.code ?? null).toBe(code);
  });
});
