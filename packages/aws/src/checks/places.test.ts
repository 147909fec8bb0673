import { expect, it } from "vitest";

import { shop } from "../services/ec2/test/shop.ts";
import { buildWorld } from "../world/build.ts";
import { check } from "./check.ts";
import { runCheck } from "./run.ts";

const world = () => buildWorld(shop, "s");

// Version 1 is open there, and another instance has a role that does not trust EC2.
it.each([
  ["metadata:web", "sts:GetCallerIdentity", "ok", true],
  ["metadata:web/any", "sts:GetCallerIdentity", "ok", true],
  ["metadata-v1:i-web", "sts:GetCallerIdentity", "ok", true],
  ["metadata:web", "ec2:DescribeVpcs", "denied", true],
  ["metadata:i-db", "sts:GetCallerIdentity", "ok", false],
  ["metadata:nowhere", "sts:GetCallerIdentity", "NoSuchPrincipal", true],
  ["task:web/none", "sts:GetCallerIdentity", "NoSuchPrincipal", true],
])("code at %s calls %s, and it ends with %s: %s", async (as, call, ended, ok) => {
  const given = { type: "try", attempts: [{ as, call, region: "eu-west-1", expect: ended }] };
  const seen = { world: world(), copy: async () => world(), fresh: world() };
  expect(await runCheck(check.parse(given), seen)).toMatchObject({ ok });
});
