import { expect, test } from "vitest";

import type { Account } from "../account/details.ts";
import { catalogue } from "./catalogue/index.ts";
import { findEscalations } from "./find.ts";
import type { Landscape } from "./landscape.ts";
import {
  account,
  allow,
  deny,
  everything,
  home,
  lets,
  role,
  scp,
  user,
  other,
} from "./test/made.ts";

/**
 * One user for each thing that stops a path, all in a landscape with administrators to become. Whoever looks at the
 * names of actions alone raises an alarm for every one of them.
 */
const homeAccount = account({
  users: {
    "own-role-only": { may: [allow("iam:PutUserPolicy", user("somebody-else"))] },
    denied: { may: [allow("iam:*"), deny(["iam:*"], "*")] },
    "denied-by-group": { may: [allow("iam:CreateAccessKey")], groups: ["guarded"] },
    "within-boundary": { may: [allow("iam:AttachUserPolicy")], boundary: "edge" },
    "with-mfa": {
      may: [allow("iam:PutUserPolicy", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })],
    },
    "from-the-office": {
      may: [
        allow("iam:CreateLoginProfile", "*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
      ],
    },
    "passes-to-backup": {
      may: [
        allow("iam:PassRole", "*", {
          StringEquals: { "iam:PassedToService": "backup.amazonaws.com" },
        }),
        allow(["lambda:CreateFunction", "lambda:InvokeFunction"]),
      ],
    },
    "passes-a-harmless-role": {
      may: [
        allow("iam:PassRole", role("harmless")),
        allow(["glue:CreateDevEndpoint", "glue:CreateJob", "glue:StartJobRun"]),
        allow("logs:CreateLogGroup"),
      ],
    },
    "passes-what-no-function-gets": {
      may: [
        allow("iam:PassRole", role("for-builds")),
        allow(["lambda:CreateFunction", "lambda:InvokeFunction"]),
      ],
    },
    "no-instance-profile": { may: [allow(["iam:PassRole", "ec2:RunInstances"])] },
    "not-trusted": { may: [allow("sts:AssumeRole")] },
    "only-harmless-attached": {
      may: [
        allow("iam:AttachUserPolicy", user("only-harmless-attached"), {
          ArnEquals: { "iam:PolicyARN": `arn:aws:iam::${home}:policy/logs` },
        }),
        allow("logs:CreateLogGroup"),
      ],
    },
    "policy-of-others": {
      may: [allow("iam:CreatePolicyVersion", `arn:aws:iam::${home}:policy/unused`)],
    },
    "by-tag": {
      may: [
        allow("iam:UpdateLoginProfile", "*", { StringEquals: { "aws:ResourceTag/team": "red" } }),
      ],
    },
  },
  groups: { guarded: { may: [deny("iam:CreateAccessKey")] } },
  roles: {
    chief: { may: everything, trust: [lets(user("nobody-here"))] },
    "for-builds": { may: everything, trust: [lets("codebuild.amazonaws.com")] },
    harmless: { may: [allow("logs:CreateLogGroup")], trust: [lets("glue.amazonaws.com")] },
    machine: { may: everything, trust: [lets("ec2.amazonaws.com")] },
  },
  policies: {
    edge: [allow("s3:GetObject")],
    logs: [allow("logs:CreateLogGroup")],
    unused: [allow("s3:*")],
  },
});
const guarded = account({
  id: other,
  users: {
    bound: { may: [allow("iam:PutUserPolicy")] },
    "bound-too": { may: [allow(["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"])] },
  },
  roles: { chief: { may: everything, trust: [lets("ec2.amazonaws.com")] } },
});

const landscape: Landscape = {
  accounts: [homeAccount, guarded],
  serviceControl: [
    { ...scp(deny(["iam:PutUserPolicy", "iam:UpdateAssumeRolePolicy"])), accounts: [other] },
  ],
  resources: [],
};

/** Users who have an Allow for every action of some path. */
function namesAlone({ identities }: Account): string[] {
  const alarmed = identities.filter(({ type, policies }) => {
    const allowing = policies
      .flatMap(({ statements }) => statements)
      .filter(({ source }) => source.effect === "Allow");
    const has = (action: string) => allowing.some((one) => one.action(action.toLowerCase()));
    return (
      type === "user" && catalogue.some(({ calls }) => calls.every(({ action }) => has(action)))
    );
  });
  return alarmed.map(({ arn }) => arn);
}

test("where names of actions raise an alarm for everybody, nobody is told to gain anything", () => {
  const alarms = landscape.accounts.flatMap(namesAlone);
  expect(alarms).toHaveLength(16);
  expect(findEscalations(landscape).paths.map(({ from, gain }) => `${from} ${gain.as}`)).toEqual(
    [],
  );
});

test("without what stops them, they are told", () => {
  const open = { ...landscape, serviceControl: [], accounts: [guarded] };
  expect(findEscalations(open).paths.map(({ from }) => from)).toEqual([
    user("bound", other),
    user("bound-too", other),
  ]);
});
