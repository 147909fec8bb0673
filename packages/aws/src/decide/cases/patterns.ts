import {
  allow,
  ana,
  deny,
  everything,
  get,
  pages,
  photo,
  reader,
  type Case,
  type Given,
} from "./case.ts";

const { action, notAction, resource, notResource, variables, version } = pages;
const base = { who: ana, does: get, to: photo };
const [yes, no] = ["allowed-by-identity", "identity-silent"] as const;

type Told = [name: string, pattern: unknown, asked: string, holds: boolean];

const does = (...[name, pattern, asked, holds]: Told): Case => [
  name,
  action,
  { ...base, does: asked, identity: [allow(pattern)] },
  holds ? yes : no,
];

const on = (...[name, pattern, asked, holds]: Told): Case => [
  name,
  resource,
  { ...base, to: asked, identity: [allow("*", pattern)] },
  holds ? yes : no,
];

type Filled = [name: string, given: Partial<Given>, holds: boolean, page?: string];

const filled = (...[name, given, holds, page = variables]: Filled): Case => [
  name,
  page,
  { ...base, ...given },
  holds ? yes : no,
];

const own = "arn:aws:s3:::home/${aws:username}/*";
const anas = "arn:aws:s3:::home/ana/notes.txt";

export const cases: Case[] = [
  does("an action by its name", "s3:GetObject", get, true),
  does("actions have no case", "S3:getobject", get, true),
  does("a star within a name", "s3:Get*", get, true),
  does("a star in the middle", "iam:*AccessKey*", "iam:CreateAccessKey", true),
  does("a question mark is one character", "s3:Get?bject", get, true),
  does("a beginning is not the whole", "s3:GetObject", "s3:GetObjectAcl", false),
  does("another service", "ec2:*", get, false),
  does("one of several", ["ec2:*", "s3:GetObject"], get, true),
  does("all", "*", get, true),
  [
    "NotAction allows all but these",
    notAction,
    { ...base, identity: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }] },
    yes,
  ],
  [
    "NotAction does not allow these",
    notAction,
    {
      ...base,
      does: "iam:CreateUser",
      identity: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
    },
    no,
  ],
  [
    "what NotAction leaves out, another statement may allow",
    notAction,
    {
      ...base,
      does: "iam:GetUser",
      identity: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }, allow("iam:GetUser")],
    },
    yes,
  ],
  [
    "a deny by NotAction reaches all others",
    notAction,
    { ...base, identity: [everything, { Effect: "Deny", NotAction: "iam:*", Resource: "*" }] },
    "explicit-deny",
  ],
  on("an object by its ARN", photo, photo, true),
  on("names of resources have case", "arn:aws:s3:::Photos/a.jpg", photo, false),
  on(
    "a star runs over slashes",
    "arn:aws:s3:::photos/*",
    "arn:aws:s3:::photos/2026/11/a.jpg",
    true,
  ),
  on("a bucket is not its objects", "arn:aws:s3:::photos", photo, false),
  on("its objects are not the bucket", "arn:aws:s3:::photos/*", "arn:aws:s3:::photos", false),
  on(
    "a beginning catches neighbours",
    "arn:aws:s3:::photos*",
    "arn:aws:s3:::photos-private/a",
    true,
  ),
  on("a question mark in a name", "arn:aws:s3:::photo?/*", photo, true),
  on(
    "a star within a Region's name stays in it",
    "arn:aws:sns:eu-*-1:111122223333:orders",
    "arn:aws:sns:eu-west-1:111122223333:orders",
    true,
  ),
  on(
    "and does not run over a colon",
    "arn:aws:sns:eu-*-1:111122223333:orders",
    "arn:aws:sns:eu-x:y-1:111122223333:orders",
    false,
  ),
  on(
    "a star that ends a part may",
    "arn:aws:sns:*:orders",
    "arn:aws:sns:eu-west-1:111122223333:orders",
    true,
  ),
  on("any account", "arn:aws:iam::*:role/ci", "arn:aws:iam::111122223333:role/ci", true),
  on("one of several", ["arn:aws:s3:::x/*", "arn:aws:s3:::photos/*"], photo, true),
  [
    "NotResource covers all but these",
    notResource,
    {
      ...base,
      identity: [{ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::secret/*" }],
    },
    yes,
  ],
  [
    "NotResource does not cover these",
    notResource,
    {
      ...base,
      to: "arn:aws:s3:::secret/a",
      identity: [{ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::secret/*" }],
    },
    no,
  ],
  [
    "a deny by NotResource reaches all others",
    notResource,
    {
      ...base,
      identity: [
        everything,
        { Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::open/*" },
      ],
    },
    "explicit-deny",
  ],
  filled("a user's own folder", { to: anas, identity: [allow(get, own)] }, true),
  filled(
    "nobody else's",
    { to: "arn:aws:s3:::home/ben/notes.txt", identity: [allow(get, own)] },
    false,
  ),
  filled(
    "under the older version it is text",
    { to: anas, identity: [allow(get, own)], version: "2008-10-17" },
    false,
    version,
  ),
  filled(
    "and stands for itself",
    {
      to: "arn:aws:s3:::home/${aws:username}/x",
      identity: [allow(get, own)],
      version: "2008-10-17",
    },
    true,
    version,
  ),
  filled("a role has no user name", { who: reader, to: anas, identity: [allow(get, own)] }, false),
  filled(
    "a default stands in for it",
    {
      who: reader,
      to: "arn:aws:s3:::home/shared/x",
      identity: [allow(get, "arn:aws:s3:::home/${aws:username, 'shared'}/*")],
    },
    true,
  ),
  filled(
    "a tag of the principal",
    {
      to: "arn:aws:s3:::home/red/x",
      identity: [allow(get, "arn:aws:s3:::home/${aws:PrincipalTag/team}/*")],
      with: { "aws:PrincipalTag/team": "red" },
    },
    true,
  ),
  filled(
    "a star in a value opens nothing",
    {
      to: anas,
      identity: [allow(get, "arn:aws:s3:::home/${aws:PrincipalTag/team}/*")],
      with: { "aws:PrincipalTag/team": "*" },
    },
    false,
  ),
  filled(
    "whether a variable without a value leaves a resource out is not known",
    { who: reader, to: anas, identity: [{ Effect: "Allow", Action: get, NotResource: own }] },
    false,
  ),
  filled(
    "a star written as a variable is a star in the name",
    { to: "arn:aws:s3:::home/anything", identity: [allow(get, "arn:aws:s3:::home/${*}")] },
    false,
  ),
  filled(
    "in a condition: the tag of the resource is that of the principal",
    {
      identity: [
        allow(get, "*", { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }),
      ],
      with: { "aws:PrincipalTag/team": "red", "aws:ResourceTag/team": "red" },
    },
    true,
  ),
  filled(
    "without a tag of the principal nothing compares",
    {
      identity: [
        allow(get, "*", {
          StringNotEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
        }),
      ],
      with: { "aws:ResourceTag/team": "red" },
    },
    false,
  ),
  [
    "an explicit deny on a part outweighs an allow on all",
    pages.logic,
    { ...base, identity: [everything, deny("s3:*", "arn:aws:s3:::photos/*")] },
    "explicit-deny",
  ],
];
