import {
  allow,
  ana,
  deny,
  everything,
  get,
  home,
  pages,
  photo,
  reader,
  role,
  rowsOn,
  to,
  type Case,
} from "./case.ts";

const { logic, single, boundary, session, principal } = pages;
const base = { who: ana, does: get, to: photo, account: home };
const ci = { ...base, who: reader };
const root = `arn:aws:iam::${home}:root`;
const sessionArn = `arn:aws:sts::${home}:assumed-role/reader/monday`;
const reads = allow(get, photo);
const nothingHere = allow("ec2:*");

const row = rowsOn(base);

export const cases: Case[] = [
  row("without a policy nothing is allowed", logic, {}, "identity-silent"),
  row("an allow of the identity", single, { identity: [reads] }, "allowed-by-identity"),
  row(
    "an allow of the resource alone",
    single,
    { resource: [to(ana, reads)] },
    "allowed-by-resource",
  ),
  row(
    "the resource names somebody else",
    single,
    { resource: [to(role, reads)] },
    "identity-silent",
  ),
  row(
    "a deny of the identity over an allow of the resource",
    single,
    { identity: [deny(get)], resource: [to(ana, reads)] },
    "explicit-deny",
  ),
  row(
    "a deny of the resource over an allow of the identity",
    single,
    { identity: [everything], resource: [to("*", deny(get))] },
    "explicit-deny",
  ),
  row(
    "the resource names the account: identity policies still decide",
    principal,
    { resource: [to(root, reads)] },
    "identity-silent",
  ),
  row(
    "the account's number means the same",
    principal,
    { resource: [to(home, reads)] },
    "identity-silent",
  ),
  row(
    "the account named, and an identity policy",
    principal,
    { identity: [reads], resource: [to(root, reads)] },
    "allowed-by-identity",
  ),
  row(
    "the resource names everybody",
    principal,
    { resource: [to("*", reads)] },
    "allowed-by-resource",
  ),
  row(
    "everybody in the other way of writing",
    principal,
    { resource: [to({ AWS: "*" }, reads)] },
    "allowed-by-resource",
  ),
  row("the root user needs no policy", logic, { who: home }, "allowed-to-root"),
  row(
    "a bucket policy denies the root user, too",
    logic,
    { who: home, resource: [to("*", deny(get))] },
    "explicit-deny",
  ),

  row(
    "boundary and identity policy allow",
    boundary,
    { identity: [reads], boundary: [allow("s3:*")] },
    "allowed-by-identity",
  ),
  row(
    "the boundary is silent",
    boundary,
    { identity: [everything], boundary: [nothingHere] },
    "boundary-silent",
  ),
  row("a boundary grants nothing", boundary, { boundary: [everything] }, "identity-silent"),
  row(
    "a deny in a boundary",
    boundary,
    { identity: [everything], boundary: [everything, deny(get)] },
    "explicit-deny",
  ),
  row(
    "a boundary does not limit what the resource gives a user",
    boundary,
    { boundary: [nothingHere], resource: [to(ana, reads)] },
    "allowed-by-resource",
  ),
  row(
    "but its deny does",
    boundary,
    { boundary: [deny("s3:*")], resource: [to(ana, reads)] },
    "explicit-deny",
  ),
  row(
    "it limits what the resource gives a role",
    logic,
    { who: reader, boundary: [nothingHere], resource: [to(role, reads)] },
    "boundary-silent",
  ),
  row(
    "not what it gives the role's session",
    logic,
    { who: reader, boundary: [nothingHere], resource: [to(sessionArn, reads)] },
    "allowed-by-resource",
  ),
  row(
    "nor what it gives everybody who has the role's ARN",
    principal,
    {
      who: reader,
      boundary: [nothingHere],
      resource: [to("*", allow(get, photo, { ArnEquals: { "aws:PrincipalArn": role } }))],
    },
    "allowed-by-resource",
  ),

  row("a role's own policy", single, { ...ci, identity: [reads] }, "allowed-by-identity"),
  row(
    "the resource names the role: no identity policy is needed",
    single,
    { ...ci, resource: [to(role, reads)] },
    "allowed-by-resource",
  ),
  row(
    "a session's policy allows as well",
    session,
    { ...ci, identity: [everything], session: [reads] },
    "allowed-by-identity",
  ),
  row(
    "a session's policy is silent",
    session,
    { ...ci, identity: [everything], session: [nothingHere] },
    "session-silent",
  ),
  row(
    "a session's policy grants nothing",
    session,
    { ...ci, session: [everything] },
    "identity-silent",
  ),
  row(
    "a deny in a session's policy",
    session,
    { ...ci, identity: [everything], session: [everything, deny(get)] },
    "explicit-deny",
  ),
  row(
    "it limits what the resource gives the role",
    session,
    { ...ci, session: [nothingHere], resource: [to(role, reads)] },
    "session-silent",
  ),
  row(
    "not what it gives the session",
    session,
    { ...ci, session: [nothingHere], resource: [to(sessionArn, reads)] },
    "allowed-by-resource",
  ),
  row(
    "another session of the role is not meant",
    session,
    { ...ci, resource: [to(`arn:aws:sts::${home}:assumed-role/reader/tuesday`, reads)] },
    "identity-silent",
  ),
  row(
    "boundary and session policy both limit",
    logic,
    { ...ci, identity: [everything], boundary: [everything], session: [nothingHere] },
    "session-silent",
  ),
];
