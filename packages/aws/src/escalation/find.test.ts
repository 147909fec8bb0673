import { describe, expect, test } from "vitest";

import { findEscalations, principalsMax } from "./find.ts";
import type { Landscape } from "./landscape.ts";
import {
  account,
  allow,
  compiled,
  deny,
  everything,
  home,
  lets,
  other,
  role,
  scp,
  user,
  type Made,
  type Statement,
} from "./test/made.ts";

type Options = Parameters<typeof findEscalations>[1];

/** Each path on a line: who, what is gained, over which paths of the catalogue; with a question mark where it hangs on something. */
const told = (landscape: Landscape, options?: Options): string[] =>
  findEscalations(landscape, options).paths.map(({ from, gain, proven, steps }) => {
    const short = (arn: string) => arn.replace(/^arn:aws:iam::(\d)\d*:/, "$1:");
    const what = gain.kind === "administrator" ? `admin of ${gain.account[0]}` : short(gain.as);
    return `${short(from)} → ${what} (${steps.map(({ path }) => path).join(", ")})${proven ? "" : "?"}`;
  });

const of = (made: Made, more: Partial<Landscape> = {}): Landscape => ({
  accounts: [account(made)],
  ...more,
});

const assume = (name: string, id = home, Condition?: object): Statement =>
  allow("sts:AssumeRole", role(name, id), Condition);
const admin = (...trust: Statement[]) => ({ admin: { may: everything, trust } });
/** Ana may assume the administrator's role, as far as its trust policy lets her. */
const anaAssumes = (trust: Statement, tags?: Record<string, string>): Made => ({
  users: { ana: { may: [assume("admin")], ...(tags && { tags }) } },
  roles: admin(trust),
});

const viaAssume = ["1:user/ana → admin of 1 (sts-001)"];
const viaAssumeIf = ["1:user/ana → admin of 1 (sts-001)?"];
const none: string[] = [];

type Row = [name: string, landscape: Landscape, expected: string[], options?: Options];

describe("who assumes a role", () => {
  test.each<Row>([
    ["the trust policy names the account", of(anaAssumes(lets(home))), viaAssume],
    ["it names another account", of(anaAssumes(lets(other))), none],
    [
      "it names the user, who has no permission of its own",
      of({ users: { ana: {} }, roles: admin(lets(user("ana"))) }),
      viaAssume,
    ],
    [
      "an external id is demanded: the path hangs on knowing it",
      of(anaAssumes(lets(home, { StringEquals: { "sts:ExternalId": "a7" } }))),
      viaAssumeIf,
    ],
    [
      "an external id, which the caller may not send",
      of({
        users: {
          ana: { may: [assume("admin"), deny("*", "*", { Null: { "sts:ExternalId": "false" } })] },
        },
        roles: admin(lets(home, { StringEquals: { "sts:ExternalId": "a7" } })),
      }),
      none,
    ],
    [
      "MFA is demanded, which a key has not",
      of(anaAssumes(lets(home, { Bool: { "aws:MultiFactorAuthPresent": "true" } }))),
      none,
    ],
    [
      "without MFA everything is denied, which holds for the session of the role as well",
      of(anaAssumes(lets(home)), {
        serviceControl: [scp(deny("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "false" } }))],
      }),
      none,
    ],
    [
      "MFA is denied where it is false or absent",
      of(anaAssumes(lets(home)), {
        serviceControl: [
          scp(deny("*", "*", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } })),
        ],
      }),
      none,
    ],
    [
      "from one address",
      of(anaAssumes(lets(home, { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }))),
      none,
    ],
    [
      "denied from some addresses: nobody knows from where the call comes",
      of(anaAssumes(lets(home)), {
        serviceControl: [scp(deny("*", "*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }))],
      }),
      none,
    ],
    [
      "a tag of the caller is demanded, and there",
      of(
        anaAssumes(lets(home, { StringEquals: { "aws:PrincipalTag/team": "red" } }), {
          team: "red",
        }),
      ),
      viaAssume,
    ],
    [
      "the tag has another value",
      of(
        anaAssumes(lets(home, { StringEquals: { "aws:PrincipalTag/team": "red" } }), {
          team: "blue",
        }),
      ),
      none,
    ],
    [
      "the session has to be called like the user, who can do that",
      of(anaAssumes(lets(home, { StringEquals: { "sts:RoleSessionName": "${aws:username}" } }))),
      viaAssume,
    ],
    [
      "the trust policy denies it",
      of({
        users: { ana: { may: [assume("admin")] } },
        roles: admin(lets(home), { ...lets(user("ana")), Effect: "Deny" }),
      }),
      none,
    ],
    [
      "from an organisation, which is not known",
      of(anaAssumes(lets("*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }))),
      none,
    ],
    [
      "from the organisation that both are in",
      of(anaAssumes(lets("*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })), {
        organisation: { id: "o-a1b2c3d4e5", managementAccount: null, accounts: [home] },
      }),
      viaAssume,
    ],
    [
      "from another organisation",
      of(anaAssumes(lets("*", { StringEquals: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } })), {
        organisation: { id: "o-a1b2c3d4e5", managementAccount: null, accounts: [home] },
      }),
      none,
    ],
    [
      "a resource control policy keeps everybody out",
      of(anaAssumes(lets(home)), {
        resourceControl: [
          {
            name: "Root",
            accounts: "all",
            policies: [compiled("rcp", "closed", { ...deny("sts:AssumeRole"), Principal: "*" })],
          },
        ],
      }),
      none,
    ],
    [
      "until a day that is over",
      of(anaAssumes(lets(home, { DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }))),
      none,
      { atMs: Date.UTC(2026, 10, 22) },
    ],
    [
      "until a day to come",
      of(anaAssumes(lets(home, { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } }))),
      viaAssume,
      { atMs: Date.UTC(2026, 10, 22) },
    ],
    [
      "until a day, and the time is not known",
      of(anaAssumes(lets(home, { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } }))),
      none,
    ],
  ])("%s", (_name, landscape, expected, options) => {
    expect(told(landscape, options)).toEqual(expected);
  });
});

describe("chains, within and across accounts", () => {
  const far = (made: Omit<Made, "id">): ReturnType<typeof account> =>
    account({ id: other, ...made });
  const step: Made = {
    users: { ana: { may: [assume("step")] } },
    roles: { step: { may: [assume("admin", other)], trust: [lets(home)] } },
  };
  test.each<Row>([
    [
      "a role leads to a role in another account, both sides allowing",
      { accounts: [account(step), far({ roles: admin(lets(role("step"))) })] },
      ["1:role/step → admin of 4 (sts-001)", "1:user/ana → admin of 4 (sts-001, sts-001)"],
    ],
    [
      "the other account lets nobody in: the role alone is gained, which is of no more use",
      { accounts: [account(step), far({ roles: admin(lets(other)) })] },
      none,
    ],
    [
      "the own account does not allow it",
      {
        accounts: [
          account({ roles: { step: { may: [allow("s3:GetObject")] } } }),
          far({ roles: admin(lets(role("step"))) }),
        ],
      },
      none,
    ],
    [
      "who becomes administrator at home gets in where the home account is trusted",
      {
        accounts: [
          account({ users: { ana: { may: [allow("iam:PutUserPolicy", user("ana"))] } } }),
          far({ roles: admin(lets(home)) }),
        ],
      },
      ["1:user/ana → admin of 1 (iam-007)", "1:user/ana → admin of 4 (iam-007, sts-001)"],
    ],
    [
      "and where one role of the home account is, by way of that role",
      {
        accounts: [
          account({
            users: { ana: { may: [allow("iam:PutUserPolicy", user("ana"))] } },
            roles: {
              bridge: { trust: [lets("ec2.amazonaws.com")], may: [assume("admin", other)] },
            },
          }),
          far({ roles: admin(lets(role("bridge"))) }),
        ],
      },
      [
        "1:role/bridge → admin of 4 (sts-001)",
        "1:user/ana → admin of 1 (iam-007)",
        "1:user/ana → admin of 4 (iam-007, iam-012, sts-001)",
      ],
    ],
    [
      "an organisation's administrator role, from its management account, where somebody asks for that start",
      {
        accounts: [
          account({ users: { chief: { may: everything } } }),
          far({
            roles: { OrganizationAccountAccessRole: { may: everything, trust: [lets(home)] } },
          }),
        ],
      },
      ["1:user/chief → admin of 4 (sts-001)"],
      { from: user("chief") },
    ],
    [
      "roles that may assume each other make no circle",
      of({
        roles: {
          one: { may: [assume("two"), allow("s3:GetObject")], trust: [lets(home)] },
          two: { may: [assume("one"), allow("sqs:SendMessage")], trust: [lets(home)] },
        },
      }),
      ["1:role/one → 1:role/two (sts-001)", "1:role/two → 1:role/one (sts-001)"],
    ],
    [
      "a function in another account, by the function's policy",
      {
        accounts: [
          account({
            users: {
              ana: { may: [allow("lambda:UpdateFunctionCode"), allow("lambda:InvokeFunction")] },
            },
          }),
          far({ roles: admin(lets("lambda.amazonaws.com")) }),
        ],
        resources: [
          {
            type: "lambda-function",
            arn: `arn:aws:lambda:eu-west-1:${other}:function:orders`,
            role: role("admin", other),
            tags: null,
            policy: compiled("resource", "function policy", {
              ...allow("lambda:*", `arn:aws:lambda:eu-west-1:${other}:function:orders`),
              Principal: { AWS: user("ana") },
            }),
          },
        ],
      },
      ["1:user/ana → admin of 4 (lambda-003)"],
    ],
  ])("%s", (_name, landscape, expected, options) => {
    expect(told(landscape, options)).toEqual(expected);
  });
});

describe("what limits a gain", () => {
  const self = (more: object = {}): Made["users"] => ({
    ana: { may: [allow("iam:PutUserPolicy", user("ana"))], ...more },
  });
  test.each<Row>([
    ["nothing", of({ users: self() }), ["1:user/ana → admin of 1 (iam-007)"]],
    [
      "a boundary that leaves S3: that much is gained, and no administrator",
      of({
        users: self({ boundary: "edge" }),
        policies: { edge: [allow(["iam:PutUserPolicy", "s3:*"])] },
      }),
      ["1:user/ana → 1:user/ana (iam-007)"],
    ],
    [
      "a boundary that leaves nothing more",
      of({
        users: self({ boundary: "edge" }),
        policies: { edge: [allow("iam:PutUserPolicy", user("ana"))] },
      }),
      none,
    ],
    ["a boundary that is not in the file", of({ users: self({ boundary: "elsewhere" }) }), none],
    [
      "a boundary that has to be there, of somebody who has it",
      of({
        users: {
          ana: {
            may: [
              allow("iam:PutUserPolicy", "*", {
                StringEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${home}:policy/edge` },
              }),
            ],
          },
          ben: { boundary: "edge" },
        },
        policies: { edge: [allow("s3:*")] },
      }),
      none,
    ],
    [
      "a Deny where MFA is false, which the absent key of a user is not",
      of(
        { users: self() },
        {
          serviceControl: [
            scp(deny("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "false" } })),
          ],
        },
      ),
      ["1:user/ana → admin of 1 (iam-007)"],
    ],
    [
      "the organisation, which leaves IAM to nobody",
      of({ users: self() }, { serviceControl: [scp(deny("iam:*"))] }),
      none,
    ],
    [
      "the organisation, of its management account, which it does not bind",
      of(
        { users: self() },
        {
          serviceControl: [scp(deny("iam:*"))],
          organisation: { id: null, managementAccount: home, accounts: [home] },
        },
      ),
      ["1:user/ana → admin of 1 (iam-007)"],
    ],
    [
      "the organisation, in another account",
      of(
        { users: self() },
        {
          serviceControl: [{ ...scp(deny("iam:*")), accounts: [other] }],
        },
      ),
      ["1:user/ana → admin of 1 (iam-007)"],
    ],
    [
      "regions: IAM answers from one that is closed",
      of(
        { users: self() },
        {
          serviceControl: [
            scp(deny("*", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } })),
          ],
        },
      ),
      none,
    ],
    [
      "a Deny of its own, which stays",
      of({
        users: {
          ana: { may: [allow("iam:PutUserPolicy", user("ana")), deny("iam:*", role("*"))] },
        },
      }),
      ["1:user/ana → 1:user/ana (iam-007)"],
    ],
    [
      "a Deny in the policy of which a new version is made, which goes",
      of({
        users: { ana: { attached: ["team"] } },
        policies: { team: [allow("iam:CreatePolicyVersion"), deny("kms:*")] },
      }),
      ["1:user/ana → admin of 1 (iam-001)"],
    ],
    [
      "five versions, of which none may go",
      of({
        users: { ana: { attached: ["team"] } },
        policies: { team: { may: [allow("iam:CreatePolicyVersion")], versions: 5 } },
      }),
      none,
    ],
    [
      "five versions, of which one may go",
      of({
        users: { ana: { attached: ["team"] } },
        policies: {
          team: {
            may: [allow(["iam:CreatePolicyVersion", "iam:DeletePolicyVersion"])],
            versions: 5,
          },
        },
      }),
      ["1:user/ana → admin of 1 (iam-001)"],
    ],
    [
      "one policy that may be attached: that much is gained",
      of({
        users: {
          ana: {
            may: [
              allow("iam:AttachUserPolicy", user("ana"), {
                ArnEquals: { "iam:PolicyARN": `arn:aws:iam::${home}:policy/reader` },
              }),
            ],
          },
        },
        policies: { reader: [allow("s3:GetObject")] },
      }),
      ["1:user/ana → 1:user/ana (iam-008)"],
    ],
    [
      "a group that gives less than one has",
      of({
        users: { ana: { may: [allow(["iam:AddUserToGroup", "s3:*"])] } },
        groups: { readers: { may: [allow("s3:GetObject")] } },
      }),
      none,
    ],
  ])("%s", (_name, landscape, expected) => {
    expect(told(landscape)).toEqual(expected);
  });

  test("what the organisation leaves to nobody is told with the gain", () => {
    const { paths } = findEscalations(
      of({ users: self() }, { serviceControl: [scp(deny(["kms:Decrypt", "s3:PutBucketPolicy"]))] }),
    );
    expect(paths).toMatchObject([
      { gain: { kind: "administrator", without: ["s3:PutBucketPolicy", "kms:Decrypt"] } },
    ]);
  });
});

describe("roles that are passed, and what runs", () => {
  const create = allow(["lambda:CreateFunction", "lambda:InvokeFunction"]);
  const passing = (pass: Statement, roles: Made["roles"] = admin(lets("lambda.amazonaws.com"))) =>
    of({ users: { ana: { may: [pass, create] } }, roles });
  const viaLambda = ["1:user/ana → admin of 1 (lambda-001)"];
  test.each<Row>([
    ["to a new function", passing(allow("iam:PassRole", role("*"))), viaLambda],
    [
      "to functions of one name",
      of(
        {
          users: {
            ana: {
              may: [
                allow("iam:PassRole"),
                allow(
                  ["lambda:CreateFunction", "lambda:InvokeFunction"],
                  `arn:aws:lambda:eu-*:${home}:function:\${aws:username}-*`,
                ),
              ],
            },
          },
          roles: admin(lets("lambda.amazonaws.com")),
        },
        {
          serviceControl: [
            scp(deny("lambda:*", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-3" } })),
          ],
        },
      ),
      viaLambda,
    ],
    [
      "with a function that is called otherwise",
      of({
        users: {
          ana: {
            may: [
              allow("iam:PassRole"),
              allow("lambda:CreateFunction", `arn:aws:lambda:*:${home}:function:a-*`),
              allow("lambda:InvokeFunction", `arn:aws:lambda:*:${home}:function:b-*`),
            ],
          },
        },
        roles: admin(lets("lambda.amazonaws.com")),
      }),
      none,
    ],
    [
      "a role whose trust policy takes this account's functions alone",
      passing(
        allow("iam:PassRole"),
        admin(lets("lambda.amazonaws.com", { StringEquals: { "aws:SourceAccount": home } })),
      ),
      viaLambda,
    ],
    [
      "a role whose trust policy takes another account's",
      passing(
        allow("iam:PassRole"),
        admin(lets("lambda.amazonaws.com", { StringEquals: { "aws:SourceAccount": other } })),
      ),
      none,
    ],
    [
      "by the role's tags, which decide nothing for PassRole",
      passing(allow("iam:PassRole", "*", { StringEquals: { "iam:ResourceTag/team": "red" } }), {
        admin: { may: everything, trust: [lets("lambda.amazonaws.com")], tags: { team: "red" } },
      }),
      none,
    ],
    [
      "by the role's tags, where they deny: nobody can rely on them",
      of({
        users: {
          ana: {
            may: [
              allow("iam:PassRole"),
              create,
              deny("iam:PassRole", "*", { StringEquals: { "iam:ResourceTag/team": "blue" } }),
            ],
          },
        },
        roles: {
          admin: { may: everything, trust: [lets("lambda.amazonaws.com")], tags: { team: "red" } },
        },
      }),
      none,
    ],
    [
      "denied with a key of the service that nobody knows of the call",
      of({
        users: {
          ana: {
            may: [
              allow("iam:PassRole"),
              create,
              deny("lambda:*", "*", { StringEquals: { "lambda:VpcIds": "vpc-1" } }),
            ],
          },
        },
        roles: admin(lets("lambda.amazonaws.com")),
      }),
      none,
    ],
    [
      "in a region in which functions are made and IAM does not answer",
      of(
        {
          users: { ana: { may: [allow("iam:PassRole"), create] } },
          roles: admin(lets("lambda.amazonaws.com")),
        },
        {
          serviceControl: [
            scp(deny("*", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-3" } })),
          ],
        },
      ),
      none,
    ],
    [
      "a role whose trust policy asks EC2 for its account, which it does not tell",
      of({
        users: { ana: { may: [allow(["iam:PassRole", "ec2:RunInstances"])] } },
        roles: {
          admin: {
            may: everything,
            trust: [lets("ec2.amazonaws.com", { StringEquals: { "aws:SourceAccount": home } })],
            profile: true,
          },
        },
      }),
      none,
    ],
    [
      "to instances, without an instance profile",
      of({
        users: { ana: { may: [allow(["iam:PassRole", "ec2:RunInstances"])] } },
        roles: admin(lets("ec2.amazonaws.com")),
      }),
      none,
    ],
    [
      "to instances, in all subnets but those that there are",
      of({
        users: {
          ana: {
            may: [
              allow(["iam:PassRole", "ec2:RunInstances"]),
              deny("ec2:RunInstances", `arn:aws:ec2:*:${home}:subnet/*`),
            ],
          },
        },
        roles: { admin: { may: everything, trust: [lets("ec2.amazonaws.com")], profile: true } },
      }),
      none,
    ],
    [
      "nobody said what runs: it hangs on there being a function",
      of({
        users: { ana: { may: [allow("lambda:UpdateFunctionCode")] } },
        roles: admin(lets("lambda.amazonaws.com")),
      }),
      ["1:user/ana → admin of 1 (lambda-003)?"],
    ],
    [
      "nobody said what runs, and the role lets no function in",
      of({
        users: { ana: { may: [allow("lambda:UpdateFunctionCode")] } },
        roles: admin(lets("glue.amazonaws.com")),
      }),
      none,
    ],
    [
      "what runs is denied by its tags, which nobody told",
      of(
        {
          users: {
            ana: {
              may: [
                allow("ssm:StartSession"),
                deny("ssm:*", "*", { StringEquals: { "aws:ResourceTag/tier": "gold" } }),
              ],
            },
          },
          roles: { admin: { may: everything, trust: [lets("ec2.amazonaws.com")], profile: true } },
        },
        {
          resources: [
            {
              type: "ec2-instance",
              arn: `arn:aws:ec2:eu-west-1:${home}:instance/i-1`,
              role: role("admin"),
              tags: null,
              policy: null,
            },
          ],
        },
      ),
      none,
    ],
    [
      "what runs has other tags",
      of(
        {
          users: {
            ana: {
              may: [
                allow("ssm:StartSession"),
                deny("ssm:*", "*", { StringEquals: { "aws:ResourceTag/tier": "gold" } }),
              ],
            },
          },
          roles: { admin: { may: everything, trust: [lets("ec2.amazonaws.com")], profile: true } },
        },
        {
          resources: [
            {
              type: "ec2-instance",
              arn: `arn:aws:ec2:eu-west-1:${home}:instance/i-1`,
              role: role("admin"),
              tags: {},
              policy: null,
            },
          ],
        },
      ),
      ["1:user/ana → admin of 1 (ssm-001)"],
    ],
  ])("%s", (_name, landscape, expected) => {
    expect(told(landscape)).toEqual(expected);
  });
});

describe("who is left alone", () => {
  const changes = allow(["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"]);
  test.each<Row>([
    [
      "service-linked roles are changed by their services alone",
      of({
        users: { ana: { may: [changes] } },
        roles: { "aws-service-role/ops.amazonaws.com/linked": { may: everything } },
      }),
      none,
    ],
    [
      "and so are those of IAM Identity Center",
      of({
        users: { ana: { may: [changes] } },
        roles: { "aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1": { may: everything } },
      }),
      none,
    ],
    [
      "administrators are no starts",
      of({ users: { chief: { may: everything }, deputy: { may: everything } } }),
      none,
    ],
    [
      "AWS's own policies get no new version",
      {
        accounts: [
          {
            ...account({
              users: { ana: { may: [allow("iam:CreatePolicyVersion")], attached: ["team"] } },
              policies: { team: [allow("s3:*")] },
            }),
          },
        ].map((one) => ({
          ...one,
          managedPolicies: one.managedPolicies.map((each) => ({
            ...each,
            arn: "arn:aws:iam::aws:policy/team",
          })),
          identities: one.identities.map((each) => ({
            ...each,
            managed: ["arn:aws:iam::aws:policy/team"],
          })),
        })),
      },
      none,
    ],
  ])("%s", (_name, landscape, expected) => {
    expect(told(landscape)).toEqual(expected);
  });
});

test("a landscape in which everybody may become everybody is cut, and says so", () => {
  const names = Array.from({ length: 30 }, (_, index) => `role-${index}`);
  const trusting = { may: [allow(["sts:AssumeRole", "s3:GetObject"])], trust: [lets(home)] };
  const landscape = of({ roles: Object.fromEntries(names.map((name) => [name, trusting])) });
  expect(findEscalations(landscape)).toMatchObject({ cut: false, paths: [] });
  expect(findEscalations(landscape, { workMax: 500 })).toMatchObject({ cut: true });
});

describe("what is refused", () => {
  const small = of({ users: { ana: {} } });
  test.each<[string, () => unknown, RegExp]>([
    [
      "a start that is nobody",
      () => findEscalations(small, { from: user("eve") }),
      /no user or role arn:aws:iam::111122223333:user\/eve/,
    ],
    [
      "an account twice",
      () => findEscalations({ accounts: [...small.accounts, ...small.accounts] }),
      /111122223333 is given twice/,
    ],
    [
      "more than can be searched",
      () => {
        const identities = Array.from(
          { length: principalsMax + 1 },
          () => small.accounts[0]!.identities[0]!,
        );
        return findEscalations({ accounts: [{ ...small.accounts[0]!, identities }] });
      },
      /10000 users and roles at most; these are 10001/,
    ],
  ])("%s", (_name, find, expected) => expect(find).toThrow(expected));
});
