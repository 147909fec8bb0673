import { buildWorld, callingAs, type World } from "@loopwright/aws/world";
import { expect, it } from "vitest";

import { adminRoles } from "./exercise.ts";

type Role = {
  RoleName: string;
  Arn: string;
  Path: string;
  CreateDate: number;
  RoleLastUsed: { LastUsedDate?: number };
  AssumeRolePolicyDocument: string;
};
/** What the calls that are made here answer. */
type Answer = {
  EvaluationResults: { EvalDecision: string }[];
  Roles: Role[];
  Role: Role;
  IsTruncated: boolean;
  Marker?: string;
};
type Asked = (operation: string, input?: object) => Answer;

/** The simulator is asked, beside what conditions say: an address at home for who may, one elsewhere for who must not. */
function administrators(iam: Asked) {
  const may = (Arn: string, sourceIp: string) => {
    const asked = {
      PolicySourceArn: Arn,
      ActionNames: ["iam:AttachRolePolicy", "iam:PutRolePolicy"],
      ResourceArns: [Arn],
      ContextEntries: [
        {
          ContextKeyName: "aws:SourceIp",
          ContextKeyValues: [sourceIp],
          ContextKeyType: "ip",
        },
      ],
    };
    return iam("SimulatePrincipalPolicy", asked).EvaluationResults.some(
      ({ EvalDecision }) => EvalDecision === "allowed",
    );
  };
  return all(iam).filter(
    ({ Arn, Path }) =>
      !Path.startsWith("/aws-service-role/") &&
      !Path.startsWith("/aws-reserved/") &&
      (may(Arn, "192.0.2.7") || may(Arn, "198.51.100.7")),
  );
}

function all(iam: Asked, Marker?: string): Role[] {
  const { Roles, IsTruncated, Marker: next } = iam("ListRoles", Marker ? { Marker } : {});
  return [...Roles, ...(IsTruncated ? all(iam, next) : [])];
}

const calling = (world: World): Asked => {
  const call = callingAs(world, "user/pipeline");
  return (operation, input = {}) => {
    const { output, fault } = call("iam", operation, input as Record<string, unknown>);
    if (!output) throw new Error(JSON.stringify(fault));
    return output as Answer;
  };
};

const traits = ["patterns", "limits", "versions", "strangers"];

it.each(["a", "b", "c"])("what is right is right in the account of seed %s", (seed) => {
  const made = adminRoles.make({ seed, size: 90, traits });
  const world = buildWorld(made.declared, seed);
  const iam = calling(world);
  const found = administrators(iam);
  const { findings } = made.expected(world);
  const of = (issue: string) =>
    new Set(findings.filter((one) => one["issue"] === issue).map((one) => one["role"]));
  expect(of("administrator")).toEqual(new Set(found.map(({ RoleName }) => RoleName)));
  const unused = found.filter(({ RoleName }) => {
    const { Role } = iam("GetRole", { RoleName });
    const lastMs = Role.RoleLastUsed.LastUsedDate ?? Role.CreateDate;
    return world.nowMs - lastMs > 90 * 86_400_000;
  });
  expect(of("unused")).toEqual(new Set(unused.map(({ RoleName }) => RoleName)));
  expect(of("outsider").size).toBeGreaterThan(10);
});

/** Asked of the engine: somebody from outside, with what a stranger can say of themselves. */
it.each(["a", "b"])("who is let in gets in, of seed %s", (seed) => {
  const made = adminRoles.make({ seed, size: 90, traits });
  const declared = made.declared as { accounts: object[] };
  const strangers = ["777788889999", "999900001111"].map((id) => ({
    id,
    name: `partner-${id}`,
    iam: {
      users: ["build", "any"].map((name) => ({ name, keys: 1, inline: { all: everything } })),
      roles: [{ name: "sync", trust: trustOf(id), inline: { all: everything } }],
    },
  }));
  const world = buildWorld({ ...declared, accounts: [...declared.accounts, ...strangers] }, seed);
  const outside = strangers.flatMap(({ id }) => [
    callingAs(world, `${id}:user/build`),
    callingAs(world, `${id}:user/any`),
    sessionOf(world, id),
  ]);
  const { findings } = made.expected(world);
  const letIn = new Set(
    findings.filter(({ issue }) => issue === "outsider").map(({ role }) => role),
  );
  for (const { RoleName, Arn } of administrators(calling(world))) {
    const asked = { RoleArn: Arn, RoleSessionName: "s", ExternalId: "anything" };
    const gets = outside.some((call) => !call("sts", "AssumeRole", asked).fault);
    // A stranger has no second factor here, and no other organisation.
    const needsMore = /MultiFactor|o-z9y8/.test(trustText(world, RoleName));
    expect([RoleName, gets || needsMore]).toEqual([RoleName, letIn.has(RoleName)]);
  }
});

const everything = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
const trustOf = (id: string) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${id}:root` }, Action: "sts:AssumeRole" },
  ],
});

function sessionOf(world: World, id: string) {
  const asked = { RoleArn: `arn:aws:iam::${id}:role/sync`, RoleSessionName: "s" };
  callingAs(world, `${id}:user/any`)("sts", "AssumeRole", asked);
  return callingAs(world, `${id}:assumed-role/sync/s`);
}

const trustText = (world: World, RoleName: string): string =>
  decodeURIComponent(calling(world)("GetRole", { RoleName }).Role.AssumeRolePolicyDocument);
