import {
  allow,
  ana,
  deny,
  everything,
  foreign,
  get,
  home,
  manager,
  other,
  pages,
  photo,
  rowsOn,
  to,
  type Case,
} from "./case.ts";

const { cross, principal, deputy, blockPublic } = pages;
const partner = `arn:aws:iam::${other}:role/partner`;
const reads = allow(get, photo);
const base = { who: foreign, does: get, to: photo, account: home };
const trail = "cloudtrail.amazonaws.com";

const row = rowsOn(base);

export const cases: Case[] = [
  row(
    "both accounts allow",
    cross,
    { identity: [reads], resource: [to(partner, reads)] },
    "allowed-by-both",
  ),
  row("only the caller's account", cross, { identity: [everything] }, "resource-silent"),
  row("only the resource's account", cross, { resource: [to(partner, reads)] }, "identity-silent"),
  row(
    "the whole account is named, and the identity allows",
    cross,
    { identity: [reads], resource: [to(other, reads)] },
    "allowed-by-both",
  ),
  row(
    "the whole account is named, and the identity is silent",
    principal,
    { resource: [to(other, reads)] },
    "identity-silent",
  ),
  row(
    "a session named directly needs its identity policy, too",
    cross,
    { resource: [to(foreign.type === "role-session" ? foreign.arn : "", reads)] },
    "identity-silent",
  ),
  row(
    "everybody is named, and the identity allows",
    principal,
    { identity: [reads], resource: [to("*", reads)] },
    "allowed-by-both",
  ),
  row(
    "everybody of one organisation",
    pages.keys,
    {
      identity: [reads],
      resource: [to("*", allow(get, photo, { StringEquals: { "aws:PrincipalOrgID": "o-a" } }))],
      with: { "aws:PrincipalOrgID": "o-b" },
    },
    "resource-silent",
  ),
  row(
    "a third account is named",
    cross,
    { identity: [everything], resource: [to(manager, reads)] },
    "resource-silent",
  ),
  row(
    "the boundary of the caller counts",
    cross,
    { identity: [everything], boundary: [allow("ec2:*")], resource: [to(partner, reads)] },
    "boundary-silent",
  ),
  row(
    "the session's policy counts",
    cross,
    { identity: [everything], session: [allow("ec2:*")], resource: [to(partner, reads)] },
    "session-silent",
  ),
  row(
    "a deny at the resource",
    cross,
    { identity: [everything], resource: [to(partner, reads), to("*", deny("s3:*"))] },
    "explicit-deny",
  ),
  row(
    "the other account's root user",
    cross,
    { who: other, resource: [to(other, reads)] },
    "allowed-by-resource",
  ),

  row(
    "anonymous, and everybody is named",
    principal,
    { who: "anonymous", resource: [to("*", reads)] },
    "allowed-by-resource",
  ),
  row(
    "anonymous, and an account is named",
    principal,
    { who: "anonymous", resource: [to(home, reads)] },
    "resource-silent",
  ),
  row(
    "anonymous has no organisation",
    pages.keys,
    {
      who: "anonymous",
      resource: [to("*", allow(get, photo, { StringEquals: { "aws:PrincipalOrgID": "o-a" } }))],
    },
    "resource-silent",
  ),
  row(
    "a deny for all but services does not reach who signs nothing",
    pages.keys,
    {
      who: "anonymous",
      resource: [
        to("*", reads),
        to("*", deny("s3:*", "*", { Bool: { "aws:PrincipalIsAWSService": "false" } })),
      ],
    },
    "allowed-by-resource",
  ),
  row(
    "with IfExists it does: unsigned requests do not say whether a service asks",
    pages.keys,
    {
      who: "anonymous",
      resource: [
        to("*", reads),
        to("*", deny("s3:*", "*", { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } })),
      ],
    },
    "explicit-deny",
  ),
  row(
    "a public policy that is restricted: anonymous",
    blockPublic,
    { who: "anonymous", resource: [to("*", reads)], restrictPublic: true },
    "public-access-blocked",
  ),
  row(
    "a public policy that is restricted: another account",
    blockPublic,
    { identity: [everything], resource: [to("*", reads)], restrictPublic: true },
    "public-access-blocked",
  ),
  row(
    "a public policy that is restricted: the own account",
    blockPublic,
    { who: ana, identity: [everything], resource: [to("*", reads)], restrictPublic: true },
    "allowed-by-resource",
  ),

  row(
    "a service is named",
    principal,
    { who: trail, does: "s3:PutObject", resource: [to({ Service: trail }, allow("s3:PutObject"))] },
    "allowed-by-resource",
  ),
  row(
    "another service is named",
    principal,
    {
      who: trail,
      does: "s3:PutObject",
      resource: [to({ Service: "config.amazonaws.com" }, allow("s3:PutObject"))],
    },
    "resource-silent",
  ),
  row(
    "confused deputy: on behalf of a stranger's trail",
    deputy,
    {
      who: trail,
      does: "s3:PutObject",
      resource: [
        to(
          { Service: trail },
          allow("s3:PutObject", "*", { StringEquals: { "aws:SourceAccount": home } }),
        ),
      ],
      with: { "aws:SourceAccount": other },
    },
    "resource-silent",
  ),
  row(
    "on behalf of the own account",
    deputy,
    {
      who: trail,
      does: "s3:PutObject",
      resource: [
        to(
          { Service: trail },
          allow("s3:PutObject", "*", { StringEquals: { "aws:SourceAccount": home } }),
        ),
      ],
      with: { "aws:SourceAccount": home },
    },
    "allowed-by-resource",
  ),
  row(
    "by the ARN of the trail",
    deputy,
    {
      who: trail,
      does: "s3:PutObject",
      resource: [
        to(
          { Service: trail },
          allow("s3:PutObject", "*", {
            ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${home}:trail/org` },
          }),
        ),
      ],
      with: { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${other}:trail/org` },
    },
    "resource-silent",
  ),
  row(
    "a restricted public policy lets services through",
    blockPublic,
    {
      who: trail,
      does: "s3:PutObject",
      resource: [to({ Service: trail }, allow("s3:PutObject"))],
      restrictPublic: true,
    },
    "allowed-by-resource",
  ),
];
