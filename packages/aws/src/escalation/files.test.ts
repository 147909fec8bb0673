import { describe, expect, test } from "vitest";

import { identitiesMax, readAccountDetails } from "../account/details.ts";
import { findEscalations } from "./find.ts";
import { levelsFrom, organisationFrom } from "./organisation-file.ts";
import { resourcesFrom } from "./resources-file.ts";
import { allow, detailsOf, home, user } from "./test/made.ts";

const document = { Version: "2012-10-17", Statement: [allow("*")] };
const level = { name: "Root", accounts: ["*"], policies: [{ name: "all", document }] };

/** An error's place and words on one line. */
const refusal = (read: () => unknown): string => {
  try {
    read();
    return "read";
  } catch (error) {
    const { where, message } = error as { where?: string; message: string };
    return `${where ?? ""}: ${message}`;
  }
};

describe("files that say what applies and what runs", () => {
  test("levels, with the accounts below them", () => {
    const given = { managementAccount: home, levels: [level, { ...level, accounts: [home] }] };
    const { levels, managementAccount } = levelsFrom(given, "scp");
    expect(managementAccount).toBe(home);
    expect(levels).toMatchObject([
      { name: "Root", accounts: "all", policies: [{ name: "all", kind: "scp" }] },
      { name: "Root", accounts: [home] },
    ]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ["nothing", () => levelsFrom(null, "scp"), /expected object/],
    ["no levels", () => levelsFrom({}, "scp"), /^levels: /],
    [
      "a name that nobody knows",
      () => levelsFrom({ levels: [], __proto__x: 1 }, "scp"),
      /__proto__x/,
    ],
    [
      "an account that is none",
      () => levelsFrom({ levels: [{ ...level, accounts: ["12"] }] }, "scp"),
      /^levels\.0\.accounts\.0/,
    ],
    [
      "a policy with a fault, with its place",
      () =>
        levelsFrom(
          {
            levels: [
              {
                ...level,
                policies: [{ name: "x", document: { Statement: [{ Effect: "Allow" }] } }],
              },
            ],
          },
          "scp",
        ),
      /^levels\.0\.policies\.0\.document\.Statement\[0\]: .*actions/,
    ],
    [
      "a resource control policy that allows something",
      () =>
        levelsFrom(
          {
            levels: [
              {
                ...level,
                policies: [
                  {
                    name: "x",
                    document: {
                      Version: "2012-10-17",
                      Statement: [{ ...allow("s3:*"), Principal: "*" }],
                    },
                  },
                ],
              },
            ],
          },
          "rcp",
        ),
      /takes Deny alone/,
    ],
    ["an organisation without members", () => organisationFrom({ accounts: [] }), /^accounts/],
    [
      "an organisation's id that is none",
      () => organisationFrom({ id: "acme", accounts: [home] }),
      /^id: such as o-a1b2c3d4e5/,
    ],
    [
      "a type of resource that is not known",
      () => resourcesFrom({ resources: [{ type: "toaster", arn: "arn:aws:x:y:111122223333:z" }] }),
      /^resources\.0\.type/,
    ],
    [
      "an ARN without an account",
      () =>
        resourcesFrom({ resources: [{ type: "glue-job", arn: "arn:aws:glue:eu-west-1::job/x" }] }),
      /^resources\.0\.arn: an ARN with its account/,
    ],
    [
      "a policy at a resource with a fault",
      () =>
        resourcesFrom({
          resources: [
            {
              type: "glue-job",
              arn: "arn:aws:glue:eu-west-1:111122223333:job/x",
              policy: document,
            },
          ],
        }),
      /^resources\.0\.policy\.Statement\[0\]: .*Principal/,
    ],
  ])("%s", (_name, read, expected) => expect(refusal(read)).toMatch(expected));
});

describe("accounts that IAM would not have", () => {
  const users = (count: number) => ({
    UserDetailList: Array.from({ length: count }, (_, index) => ({
      UserName: `u${index}`,
      Arn: user(`u${index}`),
      UserPolicyList: [],
    })),
  });
  test.each<[string, unknown, RegExp]>([
    [
      "groups in groups",
      {
        ...detailsOf({ users: { ana: {} } }),
        GroupDetailList: [
          { GroupName: "a", Arn: `arn:aws:iam::${home}:group/a`, GroupList: ["b"] },
          { GroupName: "b", Arn: `arn:aws:iam::${home}:group/b`, GroupList: ["a"] },
        ],
      },
      /group\/a: .*the group a is in groups, and IAM has no groups within groups/,
    ],
    [
      "a hundred thousand users",
      users(100_000),
      /may have 10000 users and roles here; this has 100000/,
    ],
    ["lists that are none", { UserDetailList: 7 }, /UserDetailList/],
  ])("%s", (_name, value, expected) => {
    expect(refusal(() => readAccountDetails(value))).toMatch(expected);
  });

  test("as many as are taken are searched", () => {
    const { principals, paths } = findEscalations({
      accounts: [readAccountDetails(users(identitiesMax))],
    });
    expect([principals, paths.length]).toEqual([identitiesMax, 0]);
  });

  test("a policy that cannot be read is told, and the rest is searched", () => {
    const details = detailsOf({
      users: {
        ana: { may: [allow("iam:PutUserPolicy", user("ana"))] },
        ben: { may: [{ Effect: "Allow" }] },
      },
    });
    const { notices, paths } = findEscalations({ accounts: [readAccountDetails(details)] });
    expect(notices).toMatchObject([
      { where: user("ben"), message: expect.stringMatching(/^own: /) },
    ]);
    expect(paths).toMatchObject([{ from: user("ana") }]);
  });

  test("names such as __proto__ are names", () => {
    const details = detailsOf({
      users: { ana: { may: [allow("iam:PutUserPolicy", user("ana"))], groups: ["__proto__"] } },
      groups: Object.fromEntries([["__proto__", { may: [allow("s3:*")] }]]),
    });
    const { paths, notices } = findEscalations({ accounts: [readAccountDetails(details)] });
    expect([paths.length, notices]).toEqual([1, []]);
  });
});
