import { canonicalIdOf } from "@loopwright/aws/world";
import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { draw } from "../names.ts";
import { issuesOf } from "./issues.ts";
import {
  members,
  own,
  partner,
  shapes,
  stranger,
  type Block,
  type Shape,
  type Statement,
} from "./shapes.ts";

export type Bucket = Shape & { name: string; region: string; isEmpty: boolean };

const teams = "cabins crews cruises fares ferries hotels loyalty maps rail tours visas".split(" ");
const things = "archive backups exports feeds images invoices logs reports uploads".split(" ");
const regions = ["eu-west-1", "us-east-1", "eu-west-1", "ap-southeast-2"];

/** Buckets of every shape in turn, in several Regions. */
export function buckets({ seed, size, traits }: Plan): Bucket[] {
  const random = randomFrom(seed);
  const here = shapes.filter((shape) => {
    const made = shape(random);
    const { policy, acl } = made;
    if (traits.includes("clean")) return issuesOf(made, null).length === 0;
    if (traits.includes("policies")) return !acl;
    return !traits.includes("acls") || !policy;
  });
  const names = new Set<string>();
  while (names.size < size) {
    const [team, thing] = [draw(random, teams), draw(random, things)];
    names.add(`lw-${team}-${thing}-${String(Math.floor(random() * 90) + 10)}`);
  }
  return [...names].map((name, index) => ({
    ...here[index % here.length]!(random),
    name,
    region: regions[index % regions.length]!,
    // An open bucket is open before anything is in it.
    isEmpty: index % 3 === 0,
  }));
}

/** The account's own Block Public Access: never set, unless a trait says so. */
export function accountBlock({ traits }: Pick<Plan, "traits">): Block | null {
  const on = (...names: (keyof Block)[]): Block => ({
    BlockPublicAcls: names.includes("BlockPublicAcls"),
    IgnorePublicAcls: names.includes("IgnorePublicAcls"),
    BlockPublicPolicy: names.includes("BlockPublicPolicy"),
    RestrictPublicBuckets: names.includes("RestrictPublicBuckets"),
  });
  if (traits.includes("restricts")) return on("BlockPublicPolicy", "RestrictPublicBuckets");
  if (traits.includes("ignores")) return on("BlockPublicAcls", "IgnorePublicAcls");
  if (traits.includes("blocks")) return on("BlockPublicAcls", "BlockPublicPolicy");
  return null;
}

export const organisationFile = JSON.stringify(
  {
    accounts: [
      { id: own, name: "travel-data", canonicalId: canonicalIdOf(own) },
      { id: members[0], name: "travel-analytics", canonicalId: canonicalIdOf(members[0]) },
      { id: members[1], name: "ferries-legacy", canonicalId: canonicalIdOf(members[1]) },
    ],
  },
  null,
  2,
);

export const isLocked = ({ traits }: Plan, { locks }: Bucket): boolean =>
  traits.includes("locked") && locks !== undefined;

/** The account with its buckets, others of the organisation, and two that are not. */
export const declared = (plan: Plan): object => {
  const all = buckets(plan);
  const deny = all
    .filter((bucket) => isLocked(plan, bucket))
    .map(({ name, locks }) => ({
      Effect: "Deny",
      Action: locks,
      Resource: `arn:aws:s3:::${name}`,
    }));
  return {
    format: 1,
    now: "2026-06-15T05:00:00Z",
    accounts: [
      {
        id: own,
        name: "travel-data",
        iam: {
          roles: [reviewer(deny)],
          users: [{ name: "owner", keys: 1, inline: { all: statements([{ ...everything }]) } }],
        },
        s3: {
          publicAccessBlock: accountBlock(plan) ?? false,
          buckets: all.map(declaredBucket),
        },
      },
      ...[members[0], partner, stranger].map((id) => ({
        id,
        name: `account-${id}`,
        iam: {
          users: [{ name: `of-${id}`, keys: 1, inline: { all: statements([everything]) } }],
          roles: [role("etl"), role("reader")],
        },
      })),
    ],
    start: `arn:aws:iam::${own}:role/exposure-review`,
  };
};

const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const statements = (Statement: object[]) => ({ Version: "2012-10-17", Statement });
const trust = statements([
  { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
]);
const role = (name: string) => ({ name, trust });
const reviewer = (deny: object[]) => ({
  ...role("exposure-review"),
  inline: { work: statements([{ Effect: "Allow", Action: "s3:*", Resource: "*" }, ...deny]) },
});

function declaredBucket(bucket: Bucket): object {
  const { name, region, policy, block, ownership, acl, isEmpty } = bucket;
  const arn = `arn:aws:s3:::${name}`;
  const written = ({ says }: Statement) => ({
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:ListBucket"],
    Resource: [arn, `${arn}/*`],
    ...says,
  });
  return {
    name,
    region,
    objects: isEmpty ? {} : { "readme.txt": name },
    ...(policy && { policy: statements(policy.map(written)) }),
    ...(block !== undefined && { publicAccessBlock: block }),
    ...(ownership !== undefined && { ownership }),
    ...(acl && { acl: acl.given }),
  };
}
