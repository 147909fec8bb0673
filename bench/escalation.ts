import { findEscalations, levelsFrom, readAccountDetails, type Landscape } from "@loopwright/aws";

import { below, median, timed, type Figure } from "./table.ts";

const runs = 5;

/** 200 users and roles in four accounts, with what large organisations put around them. */
export async function findInFourAccounts(): Promise<Figure[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // Policies are made ready anew: nothing is remembered from the run before.
    const fresh = madeUp(4, 50);
    times.push(await timed(async () => findEscalations(fresh)));
  }
  const { paths } = findEscalations(madeUp(4, 50));
  return [
    below({
      what: `escalations among 200 principals of 4 accounts, ${paths.length} found (median of ${runs})`,
      value: median(times),
      below: 2000,
      unit: "ms",
    }),
  ];
}

/** A generator of numbers from 0 to 1, the same from the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
type Random = () => number;

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (Action: unknown, Resource: unknown, Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition && { Condition }),
});

const services = ["lambda", "ec2", "ecs-tasks", "glue", "codebuild", "cloudformation", "sagemaker"];
const idOf = (index: number): string => String(111_100_000_000 + index);

/** `accounts` of `principals` each: two of five are users. */
function madeUp(accounts: number, principals: number): Landscape {
  const random = seeded(6);
  const ids = Array.from({ length: accounts }, (_, index) => idOf(index));
  return {
    accounts: ids.map((id) => readAccountDetails(accountOf({ random, id, ids, principals }))),
    serviceControl: levelsFrom({ levels: levelsAbove(ids) }, "scp").levels,
  };
}

/** Two regions for all, and some of IAM kept from half of them. */
function levelsAbove(ids: readonly string[]) {
  const lock = document(allow("*", "*"), {
    ...allow("*", "*", { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } }),
    Effect: "Deny",
  });
  const guard = document(allow("*", "*"), {
    ...allow(["iam:CreateUser", "iam:CreateAccessKey", "organizations:*"], "*"),
    Effect: "Deny",
  });
  return [
    { name: "Root", accounts: ["*"], policies: [{ name: "regions", document: lock }] },
    { name: "Workloads", accounts: ids.slice(2), policies: [{ name: "guard", document: guard }] },
  ];
}

type Given = { random: Random; id: string; ids: readonly string[]; principals: number };

function accountOf({ random, id, ids, principals }: Given) {
  const users = Math.floor(principals * 0.4);
  const arn = (rest: string) => `arn:aws:iam::${id}:${rest}`;
  const common = (index: number) => ({
    AttachedManagedPolicies: index % 3 === 0 ? [managed(arn("policy/team-reader"))] : [],
    ...(index % 5 === 0 && {
      PermissionsBoundary: { PermissionsBoundaryArn: arn("policy/edge") },
    }),
    Tags: [{ Key: "team", Value: oneOf(random, ["red", "blue", "green"]) }],
  });
  return {
    UserDetailList: Array.from({ length: users }, (_, index) => ({
      UserName: `user-${index}`,
      Arn: arn(`user/user-${index}`),
      GroupList: index % 2 === 0 ? ["developers"] : [],
      UserPolicyList: [{ PolicyName: "own", PolicyDocument: permissions(random, id, index) }],
      ...common(index),
    })),
    GroupDetailList: [
      {
        GroupName: "developers",
        Arn: arn("group/developers"),
        GroupPolicyList: [{ PolicyName: "build", PolicyDocument: developing(id) }],
      },
    ],
    RoleDetailList: Array.from({ length: principals - users }, (_, index) => ({
      RoleName: `role-${index}`,
      Arn: arn(`role/role-${index}`),
      AssumeRolePolicyDocument: trust(random, id, ids),
      RolePolicyList: [{ PolicyName: "own", PolicyDocument: permissions(random, id, index) }],
      InstanceProfileList: index % 4 === 0 ? [{ Arn: arn(`instance-profile/role-${index}`) }] : [],
      ...common(index),
    })),
    Policies: [
      version(arn("policy/team-reader"), reading(id)),
      version(arn("policy/edge"), document(allow(["s3:*", "lambda:*", "logs:*", "sts:*"], "*"))),
    ],
  };
}

const managed = (PolicyArn: string) => ({ PolicyArn, PolicyName: PolicyArn.split("/")[1]! });
const version = (Arn: string, Document: object) => ({
  Arn,
  PolicyName: Arn.split("/")[1]!,
  PolicyVersionList: [{ IsDefaultVersion: true, Document }],
});

const reading = (id: string) =>
  document(
    allow(["s3:Get*", "s3:List*"], "arn:aws:s3:::team-${aws:PrincipalTag/team}/*"),
    allow(["dynamodb:Get*", "dynamodb:Query"], `arn:aws:dynamodb:*:${id}:table/*`),
  );

const developing = (id: string) =>
  document(
    allow(["lambda:*", "glue:*", "codebuild:*"], `arn:aws:*:*:${id}:*`),
    allow(["ec2:Describe*", "ec2:RunInstances", "ssm:StartSession"], "*"),
    allow("iam:PassRole", `arn:aws:iam::${id}:role/role-1*`, {
      StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com", "glue.amazonaws.com"] },
    }),
    { ...allow("iam:*", `arn:aws:iam::${id}:role/role-2*`), Effect: "Deny" },
  );

/** Mostly harmless; now and then what people give away without knowing. */
function permissions(random: Random, id: string, index: number) {
  const role = `arn:aws:iam::${id}:role/role-${Math.floor(random() * 30)}`;
  const kinds: readonly (() => object)[] = [
    () => reading(id),
    () => reading(id),
    () => document(allow(["logs:*", "sqs:*", "sns:Publish"], "*")),
    () => document(allow("sts:AssumeRole", role), allow("kms:Decrypt", "*")),
    () => document(allow(["iam:Get*", "iam:List*"], "*")),
    () => document(allow(["iam:PassRole", "ecs:*"], "*")),
    () => document(allow("iam:AttachRolePolicy", role), allow("sts:AssumeRole", "*")),
    () => document({ ...allow("iam:*", "*"), Effect: "Deny" }, allow("*", "*")),
  ];
  return index === 1 ? document(allow("*", "*")) : oneOf(random, kinds)();
}

function trust(random: Random, id: string, ids: readonly string[]) {
  const lets = (Principal: object, Condition?: object) => {
    const { Resource: _none, ...rest } = allow("sts:AssumeRole", "*", Condition);
    return document({ ...rest, Principal });
  };
  const chance = random();
  if (chance < 0.6) return lets({ Service: `${oneOf(random, services)}.amazonaws.com` });
  if (chance < 0.8) return lets({ AWS: id });
  if (chance < 0.9)
    return lets({ AWS: oneOf(random, ids) }, { StringEquals: { "sts:ExternalId": "a7" } });
  return lets({ AWS: `arn:aws:iam::${oneOf(random, ids)}:user/user-${Math.floor(random() * 10)}` });
}
