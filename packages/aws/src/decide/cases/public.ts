import {
  allow,
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

const { blockPublic } = pages;
const partner = `arn:aws:iam::${other}:role/partner`;
const reads = allow(get, photo);

/** Which bucket policies count as public, shown by what Block Public Access then does. */
const row = rowsOn({ who: foreign, does: get, to: photo, account: home });

export const cases: Case[] = [
  row(
    "a policy that names its partner is not public",
    blockPublic,
    { identity: [everything], resource: [to(partner, reads)], restrictPublic: true },
    "allowed-by-both",
  ),
  row(
    "nor is one for one organisation",
    blockPublic,
    {
      identity: [everything],
      resource: [to("*", allow(get, photo, { StringEquals: { "aws:PrincipalOrgID": "o-a" } }))],
      with: { "aws:PrincipalOrgID": "o-a" },
      restrictPublic: true,
    },
    "allowed-by-both",
  ),
  row(
    "with IfExists it is: anonymous callers have no organisation",
    blockPublic,
    {
      identity: [everything],
      resource: [
        to("*", allow(get, photo, { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a" } })),
      ],
      with: { "aws:PrincipalOrgID": "o-a" },
      restrictPublic: true,
    },
    "public-access-blocked",
  ),
  row(
    "nor one for some addresses",
    blockPublic,
    {
      identity: [everything],
      resource: [to("*", allow(get, photo, { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }))],
      with: { "aws:SourceIp": "203.0.113.9" },
      restrictPublic: true,
    },
    "allowed-by-both",
  ),
  row(
    "half of all addresses are the internet",
    blockPublic,
    {
      identity: [everything],
      resource: [to("*", allow(get, photo, { IpAddress: { "aws:SourceIp": "128.0.0.0/1" } }))],
      with: { "aws:SourceIp": "203.0.113.9" },
      restrictPublic: true,
    },
    "public-access-blocked",
  ),
  row(
    "a name with an open end ties nobody down",
    blockPublic,
    {
      identity: [everything],
      resource: [
        to(
          "*",
          allow(get, photo, { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/partner" } }),
        ),
      ],
      restrictPublic: true,
    },
    "public-access-blocked",
  ),
  row(
    "a second statement may open what the first kept close",
    blockPublic,
    {
      identity: [everything],
      resource: [to(partner, reads), to("*", allow("s3:ListBucket"))],
      restrictPublic: true,
    },
    "public-access-blocked",
  ),
];
