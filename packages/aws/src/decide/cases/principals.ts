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

const { logic, session, notPrincipal, revoke } = pages;
const base = { who: ana, does: get, to: photo, account: home };
const ci = { ...base, who: reader };
const root = `arn:aws:iam::${home}:root`;
const sessionArn = `arn:aws:sts::${home}:assumed-role/reader/monday`;
const reads = allow(get, photo);
const nothingHere = allow("ec2:*");
const federated = {
  type: "federated-user",
  arn: `arn:aws:sts::${home}:federated-user/ana`,
  user: ana,
  account: home,
} as const;

const row = rowsOn(base);

export const cases: Case[] = [
  row(
    "a federated user has what user and session policy share",
    session,
    { who: federated, identity: [everything], session: [reads] },
    "allowed-by-identity",
  ),
  row(
    "the resource names the federated user",
    logic,
    { who: federated, session: [nothingHere], resource: [to(federated.arn, reads)] },
    "allowed-by-resource",
  ),
  row(
    "the resource names the user who federated: the session limits",
    logic,
    { who: federated, session: [nothingHere], resource: [to(ana, reads)] },
    "session-silent",
  ),

  row(
    "NotPrincipal leaves out who is listed with the account",
    notPrincipal,
    { identity: [everything], resource: [notTo([ana, root], deny(get))] },
    "allowed-by-identity",
  ),
  row(
    "without the account the deny reaches them",
    notPrincipal,
    { identity: [everything], resource: [notTo([ana], deny(get))] },
    "explicit-deny",
  ),
  row(
    "whoever has a boundary is reached, whoever is left out",
    notPrincipal,
    {
      identity: [everything],
      boundary: [everything],
      resource: [notTo([ana, root], deny(get))],
    },
    "explicit-deny",
  ),
  row(
    "the account alone leaves out nobody else",
    notPrincipal,
    { identity: [everything], resource: [notTo([root], deny(get))] },
    "explicit-deny",
  ),
  row(
    "a session needs session, role and account",
    notPrincipal,
    { ...ci, identity: [everything], resource: [notTo([sessionArn, role, root], deny(get))] },
    "allowed-by-identity",
  ),
  row(
    "role and account are not enough for it",
    notPrincipal,
    { ...ci, identity: [everything], resource: [notTo([role, root], deny(get))] },
    "explicit-deny",
  ),

  row(
    "sessions from before a moment are cut off",
    revoke,
    {
      ...ci,
      identity: [
        everything,
        deny("*", "*", { DateLessThan: { "aws:TokenIssueTime": "2026-11-22T10:00:00Z" } }),
      ],
      with: { "aws:TokenIssueTime": "2026-11-22T09:00:00Z" },
    },
    "explicit-deny",
  ),
  row(
    "later ones are not",
    revoke,
    {
      ...ci,
      identity: [
        everything,
        deny("*", "*", { DateLessThan: { "aws:TokenIssueTime": "2026-11-22T10:00:00Z" } }),
      ],
      with: { "aws:TokenIssueTime": "2026-11-22T11:00:00Z" },
    },
    "allowed-by-identity",
  ),
  row(
    "long-term keys have no such moment, and stay",
    revoke,
    {
      identity: [
        everything,
        deny("*", "*", { DateLessThan: { "aws:TokenIssueTime": "2026-11-22T10:00:00Z" } }),
      ],
    },
    "allowed-by-identity",
  ),
];

function notTo(arns: readonly string[], statement: Record<string, unknown>) {
  return { ...statement, NotPrincipal: { AWS: arns } };
}
