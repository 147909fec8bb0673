import { sandboxDoor } from "../../door/sandbox.ts";
import { buildWorld } from "../../world/build.ts";

const everything = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  start: "arn:aws:iam::111111111111:user/ana",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [{ name: "ana", keys: 1, inline: { all: everything } }, { name: "bo" }],
        roles: [
          {
            name: "auditor",
            trust: {
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { AWS: "arn:aws:iam::111111111111:root" },
                  Action: "sts:AssumeRole",
                },
              ],
            },
          },
        ],
      },
      s3: { buckets: [{ name: "tidepool" }] },
    },
  ],
};

/** A world with a user “ana” who may do everything, the variables with her key, and the world's door. */
export function account() {
  const world = buildWorld(declared, "image");
  const { accessKeyId, secretAccessKey } = world.start!;
  return {
    world,
    env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    aws: sandboxDoor(world),
  };
}
