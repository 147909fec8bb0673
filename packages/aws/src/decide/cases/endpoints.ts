import {
  allow,
  ana,
  deny,
  everything,
  foreign,
  get,
  home,
  other,
  pages,
  photo,
  rowsOn,
  to,
  type Case,
} from "./case.ts";

const { endpoint } = pages;
const base = { who: foreign, does: get, to: photo, account: home };

const row = rowsOn(base);

export const cases: Case[] = [
  row(
    "through an endpoint whose policy allows",
    endpoint,
    {
      who: ana,
      identity: [everything],
      endpoint: [to("*", allow("s3:*", "arn:aws:s3:::photos/*"))],
    },
    "allowed-by-identity",
  ),
  row(
    "through one that does not",
    endpoint,
    { who: ana, identity: [everything], endpoint: [to("*", allow("s3:*", "arn:aws:s3:::logs/*"))] },
    "endpoint-silent",
  ),
  row(
    "an endpoint grants nothing",
    endpoint,
    { who: ana, endpoint: [to("*", everything)] },
    "identity-silent",
  ),
  row(
    "a stranger's bucket through the endpoint",
    endpoint,
    {
      who: ana,
      account: other,
      to: "arn:aws:s3:::stranger/x",
      identity: [everything],
      resource: [to("*", allow("s3:*"))],
      endpoint: [to("*", allow("*", "*", { StringEquals: { "aws:ResourceAccount": home } }))],
    },
    "endpoint-silent",
  ),
  row(
    "a bucket that takes requests of one endpoint alone",
    endpoint,
    {
      who: ana,
      identity: [everything],
      resource: [to("*", deny("s3:*", "*", { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }))],
    },
    "explicit-deny",
  ),
  row(
    "through that endpoint",
    endpoint,
    {
      who: ana,
      identity: [everything],
      resource: [to("*", deny("s3:*", "*", { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }))],
      with: { "aws:SourceVpce": "vpce-1" },
    },
    "allowed-by-identity",
  ),
];
