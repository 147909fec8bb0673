import { expect, it } from "vitest";

import { buildWorld } from "./build.ts";
import { callingAs } from "./calling.ts";

const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const worldWith = (...throttles: object[]) =>
  buildWorld(
    {
      format: 1,
      now: "2026-03-02T09:00:00Z",
      accounts: [
        {
          id: "111122223333",
          name: "shop",
          iam: { users: [{ name: "ana", keys: 1, inline: { all } }] },
        },
      ],
      throttles,
      history: [{ at: "2026-03-01T09:00:00Z", as: "user/ana", call: "iam:ListUsers" }],
    },
    "any",
  );

it.each<[string, object, [string, string, number][], (string | null)[]]>([
  [
    "from its call on, until its time has passed",
    { call: "iam:ListUsers", after: 2, seconds: 20 },
    [
      ["iam", "ListUsers", 0],
      ["iam", "ListUsers", 0],
      ["iam", "ListUsers", 10],
      ["iam", "ListUsers", 20],
      ["iam", "ListUsers", 0],
    ],
    [null, "Throttling", "Throttling", null, null],
  ],
  [
    "one operation alone",
    { call: "iam:ListUsers" },
    [
      ["iam", "ListRoles", 0],
      ["iam", "ListUsers", 0],
    ],
    [null, "Throttling"],
  ],
  [
    "a whole service, by its own code",
    { call: "ec2:*" },
    [
      ["ec2", "DescribeVpcs", 0],
      ["ec2", "DescribeInstances", 0],
      ["s3", "ListBuckets", 0],
    ],
    ["RequestLimitExceeded", "RequestLimitExceeded", null],
  ],
  ["S3 as S3 says it", { call: "s3:ListBuckets" }, [["s3", "ListBuckets", 0]], ["SlowDown"]],
])("a spell of throttling lasts %s", (_name, spell, calls, codes) => {
  const world = worldWith(spell);
  const as = callingAs(world, "user/ana");
  const seen = calls.map(([service, operation, waits]) => {
    world.nowMs += waits * 1000;
    return as(service as "iam", operation).fault?.code ?? null;
  });
  expect(seen).toEqual(codes);
});
