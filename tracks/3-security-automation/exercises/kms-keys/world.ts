import type { Plan } from "../exercise.ts";
import { keys, regions, type Key, type Region, type Sealed } from "./keys.ts";
import { own, sister, stranger, type Policy } from "./shapes.ts";

const statements = (Statement: object[]) => ({ Version: "2012-10-17", Statement });
const everything = (Action: string) => ({ Effect: "Allow", Action, Resource: "*" });
const role = (name: string, ...given: object[]) => ({
  name,
  trust: statements([
    { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]),
  ...(given.length > 0 && { inline: { work: statements(given) } }),
});
const admin = (name: string) => ({ name, keys: 1, inline: { all: statements([everything("*")]) } });

/** The account with its keys, a sister, and a stranger who is in an organisation of its own. */
export const declared = (plan: Plan): object => {
  const all = keys(plan);
  return {
    format: 1,
    now: "2026-06-15T04:00:00Z",
    organisation: {
      managementAccount: stranger,
      units: [{ name: "All", accounts: [stranger] }],
    },
    accounts: [
      {
        id: own,
        name: "claims",
        iam: {
          users: [admin("platform")],
          roles: [
            role("key-review", everything("kms:*"), ...refusals(plan, all)),
            role("key-custodian", everything("kms:*")),
            role("intake"),
          ],
        },
        s3: { buckets: regions.map((region) => ({ name: bucketIn(region), region })) },
        regions: Object.fromEntries(
          regions.map((region) => [
            region,
            {
              kms: {
                keys: all.filter((one) => !one.isReplica && one.region === region).map(written),
              },
            },
          ]),
        ),
      },
      { id: sister, name: "actuaries", iam: { users: [admin("of-sister")] } },
      { id: stranger, name: "elsewhere", iam: { users: [admin("of-stranger")] } },
    ],
    history: [...regions.map(firstUpload), ...all.flatMap((one) => replication(one, all))],
    throttles: plan.traits.includes("busy")
      ? [{ call: "kms:GetKeyPolicy", after: 6, seconds: 25 }]
      : [],
    start: `arn:aws:iam::${own}:role/key-review`,
  };
};

function refusals({ traits }: Plan, all: readonly Key[]): object[] {
  const one = (sealed: Sealed) => {
    const Resource = all.filter((key) => key.sealed === sealed).map(({ arn }) => arn);
    return Resource.length > 0 ? [{ Effect: "Deny", Action: sealed, Resource }] : [];
  };
  const shut = {
    Effect: "Deny",
    Action: "kms:*",
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": shutRegion } },
  };
  return [
    ...one("kms:GetKeyPolicy"),
    ...one("kms:GetKeyRotationStatus"),
    ...(traits.includes("shut") ? [shut] : []),
  ];
}

/** Where nobody of this account works, and nobody may look. */
export const shutRegion = regions[1];

function written({ id, alias, spec, usage, origin, state, rotation, ...key }: Key): object {
  return {
    id,
    ...(alias !== null && { alias }),
    ...(spec && { spec }),
    ...(usage && { usage }),
    ...(origin && { origin }),
    ...(rotation && { rotation }),
    ...(key.replica && { multiRegion: true }),
    ...(state === "disabled" && { enabled: false }),
    ...(state === "pending" && { deletedInDays: 9 }),
    policy: statements(key.sealed === "all" ? [custodian] : document(key.policy)),
  };
}

const custodian = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${own}:role/key-custodian` },
  Action: "kms:*",
  Resource: "*",
};

const document = (policy?: Policy): object[] => [
  {
    Sid: "Enable IAM policies",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${own}:root` },
    Action: "kms:*",
    Resource: "*",
  },
  ...(policy?.says ?? []).map((says) => ({
    Effect: "Allow",
    Action: ["kms:DescribeKey", "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    ...says,
  })),
];

const bucketIn = (region: Region) => `claims-inbox-${region}`;
const by = { as: "user/platform", from: "198.51.100.24" };

/** With its first upload under aws:kms the Region gets the key that AWS manages for S3. */
const firstUpload = (region: Region, index: number): object => ({
  ...by,
  at: `2026-03-02T09:0${index}:00Z`,
  call: "s3:PutObject",
  input: { Bucket: bucketIn(region), Key: "readme.txt", ServerSideEncryption: "aws:kms" },
  region,
});

function replication(key: Key, all: readonly Key[]): object[] {
  if (!key.isReplica) return [];
  const primary = all.find(({ id, isReplica }) => id === key.id && !isReplica)!;
  const Policy = JSON.stringify(statements(document(key.policy)));
  return [
    {
      ...by,
      at: "2026-03-02T10:00:00Z",
      call: "kms:ReplicateKey",
      input: { KeyId: key.id, ReplicaRegion: key.region, Policy },
      region: primary.region,
    },
  ];
}
