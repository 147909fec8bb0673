import { account } from "./powers.ts";

/** A trust policy's statements, and whether they let in somebody who is not the company's. */
export type Trust = { outsider: boolean; statements: object[] };

export const organisation = "o-a1b2c3d4e5";
export const own = [account, "111122223333", "555566667777", "222233334444"] as const;
const [, member, sibling] = own;
const [partner, former] = ["777788889999", "999900001111"] as const;

const root = (id: string) => `arn:aws:iam::${id}:root`;
const lets = (Principal: unknown, Condition?: object, Action: unknown = "sts:AssumeRole") => ({
  Effect: "Allow",
  Principal,
  Action,
  ...(Condition && { Condition }),
});
const aws = (who: string | string[], condition?: object) => lets({ AWS: who }, condition);
const trust = (outsider: boolean, ...statements: object[]): Trust => ({ outsider, statements });
const service = (name: string) => lets({ Service: `${name}.amazonaws.com` });
const builds = `arn:aws:iam::${account}:oidc-provider/builds.example.com`;
const forBuilds = { StringEquals: { "builds.example.com:sub": "repo:routing/tours:main" } };
const externalId = { StringEquals: { "sts:ExternalId": "routes-7f31" } };

/** Both sides of what is plain, in every account. */
const plain: readonly Trust[] = [
  trust(false, service("lambda")),
  trust(true, aws(root(partner))),
  trust(false, aws(root(account))),
  trust(false, aws(root(partner), externalId)),
  trust(false, aws([root(member), `arn:aws:iam::${sibling}:role/deploy`])),
];

/** Everybody, lists, numbers alone, conditions that close and some that do not. */
const strangers: readonly Trust[] = [
  trust(true, lets("*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
  trust(false, aws("*", { StringEquals: { "aws:PrincipalOrgID": organisation } })),
  trust(true, aws([root(member), `arn:aws:iam::${former}:user/build`])),
  trust(false, aws([sibling, root(account)])),
  trust(true, aws(partner)),
  trust(false, aws(root(former), { StringEquals: { "STS:externalid": ["a-11", "a-12"] } })),
  trust(true, aws(root(partner), { StringLike: { "sts:ExternalId": "*" } })),
  trust(true, aws("*", { StringEquals: { "aws:PrincipalOrgID": "o-z9y8x7w6v5" } })),
  trust(true, aws("*", { StringEquals: { "aws:PrincipalOrgID": [organisation, "o-z9y8x7w6v5"] } })),
  trust(false, aws("*", { StringEquals: { "AWS:PrincipalOrgId": [organisation] } })),
  trust(false, service("ec2"), lets({ AWS: root(partner) }, undefined, "sts:TagSession")),
  trust(true, service("ec2"), aws(root(partner), externalId), aws(root(former))),
  trust(false, lets({ Federated: builds }, forBuilds, "sts:AssumeRoleWithWebIdentity")),
  trust(true, lets({ AWS: root(partner) }, undefined, ["sts:TagSession", "sts:assumerole"])),
  trust(true, lets({ Service: "ec2.amazonaws.com", AWS: `arn:aws:iam::${partner}:role/sync` })),
];

export const trusts = { plain, strangers };

/** Created and used so many days ago, on both sides of ninety. */
export type Use = { createdDaysAgo: number; usedDaysAgo?: number };
export const uses: readonly Use[] = [
  { createdDaysAgo: 500, usedDaysAgo: 2 },
  { createdDaysAgo: 480, usedDaysAgo: 91 },
  { createdDaysAgo: 91 },
  { createdDaysAgo: 300, usedDaysAgo: 89 },
  { createdDaysAgo: 89 },
  { createdDaysAgo: 420, usedDaysAgo: 310 },
  { createdDaysAgo: 60, usedDaysAgo: 44 },
];

/** The file beside the script. */
export const companyFile = JSON.stringify(
  { organisation, accounts: own.map((id, at) => ({ id, name: `routing-${at + 1}` })) },
  null,
  1,
);
