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
import { sessionOf } from "../../policy/principal.ts";

const { scp, scpLevels, rcp, rcpKms } = pages;
const base = { who: ana, does: get, to: photo, account: home, managementAccount: manager };
const linked = sessionOf(
  `arn:aws:iam::${home}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
  "s",
);
const noS3 = [everything, deny("s3:*")];
const outside = {
  StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a" },
  BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
};
const perimeter = [to("*", deny("s3:*", "*", outside))];
const reads = allow(get, photo);

const row = rowsOn(base);

export const cases: Case[] = [
  row(
    "every level allows",
    scpLevels,
    { identity: [reads], scp: [[everything], [everything], [everything]] },
    "allowed-by-identity",
  ),
  row("an SCP grants nothing", scp, { scp: [[everything]] }, "identity-silent"),
  row(
    "one level is silent",
    scpLevels,
    { identity: [reads], scp: [[everything], [allow("ec2:*")], [everything]] },
    "scp-silent",
  ),
  row(
    "the account's own level is silent",
    scpLevels,
    { identity: [reads], scp: [[everything], [everything], [allow("ec2:*")]] },
    "scp-silent",
  ),
  row(
    "a deny at the root",
    scpLevels,
    { identity: [reads], scp: [noS3, [everything], [everything]] },
    "explicit-deny",
  ),
  row(
    "it outweighs what the resource grants",
    scp,
    { resource: [to(ana, reads)], scp: [noS3] },
    "explicit-deny",
  ),
  row(
    "silence outweighs it, too",
    scp,
    { resource: [to(ana, reads)], scp: [[allow("ec2:*")]] },
    "scp-silent",
  ),
  row(
    "the root user of a member account is bound",
    scp,
    { who: home, scp: [noS3] },
    "explicit-deny",
  ),
  row(
    "the management account is not",
    scp,
    {
      who: `arn:aws:iam::${manager}:user/op`,
      account: manager,
      identity: [everything],
      scp: [noS3],
    },
    "allowed-by-identity",
  ),
  row(
    "a service-linked role is not",
    scp,
    { who: linked, identity: [everything], scp: [noS3] },
    "allowed-by-identity",
  ),
  row(
    "a service is not: it belongs to no account",
    scp,
    {
      who: "cloudtrail.amazonaws.com",
      does: "s3:PutObject",
      resource: [to({ Service: "cloudtrail.amazonaws.com" }, allow("s3:PutObject"))],
      scp: [noS3],
    },
    "allowed-by-resource",
  ),
  row(
    "a Region that is closed",
    scp,
    {
      identity: [everything],
      scp: [
        [everything, deny("*", "*", { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1"] } })],
      ],
      with: { "aws:RequestedRegion": "us-east-1" },
    },
    "explicit-deny",
  ),
  row(
    "with an exception for one role",
    scp,
    {
      identity: [everything],
      scp: [
        [
          everything,
          deny("s3:*", "*", { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:user/ana` } }),
        ],
      ],
    },
    "allowed-by-identity",
  ),
  row(
    "an allow list leaves out what it does not name",
    scp,
    {
      identity: [everything],
      does: "dynamodb:GetItem",
      to: `arn:aws:dynamodb:eu-west-1:${home}:table/t`,
      scp: [[allow(["s3:*", "ec2:*"])]],
    },
    "scp-silent",
  ),

  row(
    "a stranger at a bucket inside the perimeter",
    rcp,
    {
      who: foreign,
      identity: [everything],
      resource: [to("*", reads)],
      rcp: [perimeter],
      with: { "aws:PrincipalOrgID": "o-b" },
    },
    "explicit-deny",
  ),
  row(
    "anonymous there",
    rcp,
    { who: "anonymous", resource: [to("*", reads)], rcp: [perimeter] },
    "explicit-deny",
  ),
  row(
    "somebody of the organisation",
    rcp,
    {
      who: foreign,
      identity: [everything],
      resource: [to("*", reads)],
      rcp: [perimeter],
      with: { "aws:PrincipalOrgID": "o-a" },
    },
    "allowed-by-both",
  ),
  row(
    "an AWS service",
    rcp,
    {
      who: "cloudtrail.amazonaws.com",
      does: "s3:PutObject",
      resource: [to({ Service: "cloudtrail.amazonaws.com" }, allow("s3:PutObject"))],
      rcp: [perimeter],
    },
    "allowed-by-resource",
  ),
  row("an RCP grants nothing", rcp, { rcp: [[to("*", everything)]] }, "identity-silent"),
  row(
    "a bucket of the management account is not bound",
    rcp,
    {
      who: foreign,
      account: manager,
      identity: [everything],
      resource: [to("*", reads)],
      rcp: [perimeter],
      with: { "aws:PrincipalOrgID": "o-b" },
    },
    "allowed-by-both",
  ),
  row(
    "a caller of the management account is, at a member's bucket",
    rcp,
    {
      who: `arn:aws:iam::${manager}:user/op`,
      identity: [everything],
      resource: [to("*", reads)],
      rcp: [[to("*", deny("s3:*"))]],
    },
    "explicit-deny",
  ),
  row(
    "a service-linked role is not",
    rcp,
    { who: linked, identity: [everything], rcp: [[to("*", deny("s3:*"))]] },
    "allowed-by-identity",
  ),
  row(
    "a service that knows no RCP is not bound",
    rcp,
    {
      does: "ec2:StopInstances",
      to: `arn:aws:ec2:eu-west-1:${home}:instance/i-1`,
      identity: [everything],
      rcp: [[to("*", deny("ec2:*"))]],
    },
    "allowed-by-identity",
  ),
  row(
    "a table is bound, as those of sixty other services are by now",
    rcp,
    {
      does: "dynamodb:GetItem",
      to: `arn:aws:dynamodb:eu-west-1:${home}:table/orders`,
      identity: [everything],
      rcp: [[to("*", deny("dynamodb:*"))]],
    },
    "explicit-deny",
  ),
  row(
    "the own account is bound by its RCP",
    rcp,
    {
      identity: [everything],
      rcp: [[to("*", deny("s3:*", "*", { Bool: { "aws:SecureTransport": "false" } }))]],
      with: { "aws:SecureTransport": "false" },
    },
    "explicit-deny",
  ),
  row(
    "a grant may be retired against an RCP",
    rcpKms,
    {
      does: "kms:RetireGrant",
      to: `arn:aws:kms:eu-west-1:${home}:key/k`,
      key: [to(home, allow("kms:*"))],
      identity: [everything],
      rcp: [[to("*", deny("kms:*"))]],
    },
    "allowed-by-identity",
  ),
  row(
    "roles can be assumed from inside alone",
    rcp,
    {
      who: foreign,
      does: "sts:AssumeRole",
      to: `arn:aws:iam::${home}:role/deploy`,
      identity: [everything],
      resource: [to(other, allow("sts:AssumeRole"))],
      rcp: [[to("*", deny("sts:AssumeRole", "*", outside))]],
      with: { "aws:PrincipalOrgID": "o-b" },
    },
    "explicit-deny",
  ),
];
