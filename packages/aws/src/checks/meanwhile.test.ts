import { describe, expect, it } from "vitest";

import { buildWorld } from "../world/build.ts";
import { callingAs, newestKey } from "../world/calling.ts";
import { iso } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { check } from "./check.ts";
import { runCheck } from "./run.ts";

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
          { name: "bo", keys: 1, inline: { all } },
        ],
      },
    },
  ],
};

/** What a responder does about the key of bo: switch it off, and end sessions that were issued before this moment. */
const steps = {
  off: (world: World) => {
    const { accessKeyId } = newestKey(buildWorld(declared, "s"), "key:user/bo")!;
    const input = { UserName: "bo", AccessKeyId: accessKeyId, Status: "Inactive" };
    callingAs(world, "user/ana")("iam", "UpdateAccessKey", input);
  },
  revoke: (world: World) => {
    const Condition = { DateLessThan: { "aws:TokenIssueTime": iso(world.nowMs) } };
    const Statement = { Effect: "Deny", Action: "*", Resource: "*", Condition };
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    const input = { UserName: "bo", PolicyName: "older", PolicyDocument };
    callingAs(world, "user/ana")("iam", "PutUserPolicy", input);
  },
  look: (world: World) => void callingAs(world, "user/ana")("iam", "ListUsers"),
};
type Step = keyof typeof steps;

async function worked(done: readonly Step[]): Promise<{ ok: boolean; trace: string[] }> {
  const copy = async (between?: (world: World) => void) => {
    const world = buildWorld(declared, "s");
    for (const one of done) {
      steps[one](world);
      between?.(world);
    }
    return world;
  };
  const meanwhile = {
    type: "meanwhile",
    calls: [{ as: "leaked:key:user/bo", call: "sts:GetSessionToken" }],
    attempts: [{ as: "session:user/bo", call: "s3:ListBuckets", expect: "denied" }],
  };
  return runCheck(check.parse(meanwhile), {
    world: await copy(),
    copy,
    fresh: buildWorld(declared, "s"),
  });
}

describe("what somebody fetches meanwhile", () => {
  it.each<[Step[], boolean]>([
    [["look", "off", "revoke"], true],
    [["off", "revoke", "look"], true],
    [["off", "look"], true],
    [["look", "off"], false],
    [["look", "revoke", "off"], false],
    [["look", "revoke", "off", "revoke"], true],
    [["look"], false],
  ])("%j: ended is %s", async (done, ok) => {
    expect(await worked(done)).toMatchObject({ ok });
  });
});
