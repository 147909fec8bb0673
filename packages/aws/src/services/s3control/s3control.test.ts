import { expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const open = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::open-data/*",
    },
  ],
};
const all = (Action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});
const declared = {
  format: 1,
  now: "2026-05-04T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all: all("*") } },
          { name: "bo", keys: 1, inline: { buckets: all("s3:PutBucket*") } },
        ],
      },
      s3: {
        buckets: [
          { name: "open-data", publicAccessBlock: false, policy: open, objects: { a: "x" } },
        ],
      },
    },
    {
      id: "222222222222",
      name: "Other",
      iam: { users: [{ name: "eve", keys: 1, inline: { all: all("*") } }] },
    },
  ],
};

const begin = () => {
  const world = buildWorld(declared, "s");
  return {
    ana: callingAs(world, "user/ana"),
    bo: callingAs(world, "user/bo"),
    eve: callingAs(world, "user/eve"),
  };
};
const AccountId = "111111111111";
const on = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const input = { AccountId, PublicAccessBlockConfiguration: on };

it("shuts every bucket of the account to the public, whatever the bucket says", () => {
  const { ana, eve } = begin();
  const get = () => eve("s3", "GetObject", { Bucket: "open-data", Key: "a" }).fault?.code ?? null;
  expect(ana("s3control", "GetPublicAccessBlock", { AccountId }).fault?.code).toBe(
    "NoSuchPublicAccessBlockConfiguration",
  );
  expect(get()).toBe(null);
  ana("s3control", "PutPublicAccessBlock", input);
  expect(ana("s3control", "GetPublicAccessBlock", { AccountId }).output).toEqual({
    PublicAccessBlockConfiguration: on,
  });
  expect(get()).toBe("AccessDenied");
  const again = ana("s3", "PutBucketPolicy", { Bucket: "open-data", Policy: JSON.stringify(open) });
  expect(again.fault?.code).toBe("AccessDenied");
  ana("s3control", "DeletePublicAccessBlock", { AccountId });
  expect(get()).toBe(null);
});

it("belongs to the account and to who may set it there", () => {
  const { bo, eve } = begin();
  expect(bo("s3control", "PutPublicAccessBlock", input).fault?.code).toBe("AccessDenied");
  expect(eve("s3control", "PutPublicAccessBlock", input).fault?.code).toBe("AccessDenied");
});
