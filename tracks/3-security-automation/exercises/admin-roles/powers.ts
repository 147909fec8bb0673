/** Policies of one role, and whether it may give itself more: by AttachRolePolicy or PutRolePolicy on itself. */
export type Power = {
  admin: boolean;
  attached?: string[];
  inline?: Record<string, object>;
  boundary?: string;
  /** Where a power is about the path. */
  path?: string;
};
export type Self = { name: string; path: string };
type Shape = (self: Self) => Power;

export const account = "444455556666";
const role = (rest: string) => `arn:aws:iam::${account}:role/${rest}`;
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
export const allow = (Action: string | string[], Resource: string | string[] = "*") => ({
  Effect: "Allow",
  Action,
  Resource,
});
export const deny = (Action: string | string[], Resource: string | string[] = "*") => ({
  ...allow(Action, Resource),
  Effect: "Deny",
});
const except = (Effect: string, NotAction: string[]) => ({ Effect, NotAction, Resource: "*" });
const atHome = { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };

const only = (admin: boolean, ...statements: object[]): Power => ({
  admin,
  inline: { work: document(...statements) },
});
const all: Power = { admin: true, attached: [aws("AdministratorAccess")] };
const but = (admin: boolean, ...statements: object[]): Power => ({
  ...all,
  admin,
  inline: { limits: document(...statements) },
});

/** Both sides of what is plain, in every account. */
const plain: readonly Shape[] = [
  () => all,
  () => ({ admin: false, attached: [aws("IAMReadOnlyAccess"), aws("AmazonS3FullAccess")] }),
  // One statement, without a list around it.
  () => ({ admin: true, inline: { boot: { Version: "2012-10-17", Statement: allow("*") } } }),
  () => only(false, allow(["dynamodb:*", "kms:*", "lambda:*", "iam:PassRole"])),
  () => ({ ...only(true, allow("iam:*")), attached: [aws("AmazonS3ReadOnlyAccess")] }),
  () => only(false, allow(["iam:AttachUserPolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy"])),
  () => ({ admin: true, attached: [aws("AmazonS3ReadOnlyAccess"), aws("IAMFullAccess")] }),
  () => ({ admin: false }),
  () => only(true, allow("s3:*"), allow(["logs:*", "iam:PutRolePolicy"])),
  ({ name }) => only(false, allow("iam:*", role(`base-${name}`))),
];

/** Patterns, NotAction and NotResource, and the role's own ARN. */
const patterns: readonly Shape[] = [
  () => only(true, allow("iam:Attach????Policy")),
  () => only(false, except("Allow", ["iam:*", "organizations:*", "account:*"])),
  () => only(true, except("Allow", ["s3:*", "kms:*"])),
  () => only(false, allow(["iam:PutRolePermissions*", "iam:AttachGroup*", "iam:UpdateRole"])),
  () => only(true, allow("IAM:putrolepolicy")),
  ({ name }) => only(false, allow("iam:*", role(`${name}-*`))),
  ({ name }) => only(true, allow("iam:*", role(`${name.split("-")[0]}-*`))),
  () => only(false, allow("iam:*", `arn:aws:iam::${account}:policy/*`)),
  ({ name }) => ({ ...only(true, allow("iam:*", role(`tools/${name}`))), path: "/tools/" }),
  ({ name }) => ({ ...only(false, allow("iam:*", role(name))), path: "/tools/" }),
  () => only(true, { Effect: "Allow", Action: "iam:*", NotResource: role("break-glass") }),
  () => only(false, allow("iam:*", `arn:aws:iam::${account}:user/*`), allow("identitystore:*")),
  () => only(true, allow("iam:*Policy")),
  () => ({ ...only(false, allow("iam:*", role("Tools/*"))), path: "/tools/" }),
];

/** What takes it away, and what only looks so. */
const limits: readonly Shape[] = [
  () => ({ ...all, admin: false, attached: [...all.attached!, aws("AWSDenyAll")] }),
  () => but(true, deny("iam:AttachRolePolicy")),
  () => but(false, deny("iam:*")),
  () => but(true, deny("iam:*", role("break-glass"))),
  () => but(false, deny(["iam:Put*", "iam:Attach*"], role("*"))),
  () => but(true, { ...deny("iam:*"), ...atHome }),
  () => but(false, except("Deny", ["s3:*", "cloudwatch:*"])),
  () => but(true, except("Deny", ["iam:*", "sts:*"])),
  () => but(false, { Effect: "Deny", Action: "iam:*", NotResource: role("break-glass") }),
  () => only(true, { ...allow("iam:*"), ...atHome }),
  () => ({ ...all, admin: false, boundary: "edge-data" }),
  () => ({ ...all, boundary: "edge-wide" }),
  () => ({ ...all, admin: false, boundary: "edge-no-iam" }),
  () => ({ ...only(true, allow("iam:*")), boundary: "edge-iam" }),
  () => ({ ...all, admin: false, boundary: "edge-all-but-iam" }),
  () => ({ ...only(false, allow("s3:*")), boundary: "edge-wide" }),
  // Policy, Deny and boundary speak of one call each, and of this role or another.
  () => ({ ...only(false, allow("iam:AttachRolePolicy")), boundary: "edge-inline" }),
  () => ({ ...only(true, allow("iam:PutRolePolicy")), boundary: "edge-inline" }),
  () => only(false, allow(["iam:AttachRolePolicy", "ec2:*"]), deny("iam:Attach*")),
  () => ({ ...all, admin: false, boundary: "edge-break-glass" }),
  () => ({ ...all, boundary: "edge-at-home" }),
];

/** Managed policies of which another version than the first or the last is in force. */
const versions: readonly Shape[] = [
  () => ({ admin: true, attached: ["fleet-base"] }),
  () => ({ admin: false, attached: ["depot-base"] }),
  () => ({ admin: false, attached: ["night-base"] }),
  () => ({ ...all, admin: false, boundary: "edge-narrowed" }),
];

export const powers = { plain, patterns, limits, versions };

/** The account's own policies. What is in force of the last three stands in `history`. */
export const managed = [
  { name: "edge-data", document: document(allow(["s3:*", "logs:*", "dynamodb:*"])) },
  { name: "edge-wide", document: document(allow("*")) },
  { name: "edge-no-iam", document: document(allow("*"), deny("iam:*")) },
  { name: "edge-iam", document: document(allow(["iam:*", "sts:*"])) },
  { name: "edge-all-but-iam", document: document(except("Allow", ["iam:*"])) },
  { name: "edge-inline", document: document(allow(["s3:*", "iam:PutRolePolicy"])) },
  {
    name: "edge-break-glass",
    document: document(allow("s3:*"), allow("iam:*", role("break-glass"))),
  },
  {
    name: "edge-at-home",
    document: document(allow("*"), { ...deny("iam:*"), ...atHome }),
  },
  { name: "edge-narrowed", document: document(allow("*")) },
  { name: "fleet-base", document: document(allow("s3:GetObject")) },
  { name: "depot-base", document: document(allow("*")) },
  { name: "night-base", document: document(allow("sqs:*")) },
  { name: "van-telemetry", document: document(allow(["kinesis:*", "logs:*"])) },
].map((one) => ({ ...one, createdDaysAgo: 500 }));

/** New versions: each is in force or, of night-base, only lies there. */
export const written: readonly { name: string; document: object; inForce: boolean }[] = [
  { name: "fleet-base", document: document(allow(["iam:*", "ec2:*"])), inForce: true },
  { name: "depot-base", document: document(allow("s3:GetObject")), inForce: true },
  { name: "night-base", document: document(allow("*")), inForce: false },
  { name: "edge-narrowed", document: document(allow(["s3:*", "logs:*"])), inForce: true },
];
