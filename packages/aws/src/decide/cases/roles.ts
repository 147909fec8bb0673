import {
  allow,
  ana,
  everything,
  foreign,
  get,
  home,
  other,
  pages,
  photo,
  rowsOn,
  trusts,
  type Case,
} from "./case.ts";
import { sessionOf } from "../../policy/principal.ts";

const { assume, externalId, oidc, passRole } = pages;
const base = { who: foreign, does: get, to: photo, account: home };

const row = rowsOn(base);

const deploy = `arn:aws:iam::${home}:role/deploy`;
const assumes = rowsOn({ ...base, does: "sts:AssumeRole", to: deploy, who: ana });
const issuer = `arn:aws:iam::${home}:oidc-provider/ci.example.com`;
const web = { type: "federated", provider: issuer } as const;
const forRepo = { StringEquals: { "ci.example.com:sub": "repo:shop/web:ref:refs/heads/main" } };

export const cases: Case[] = [
  assumes("a trust policy names the user", assume, { trust: [trusts(ana)] }, "allowed-by-resource"),
  assumes(
    "it names the account, and the user may",
    assume,
    { trust: [trusts(home)], identity: [allow("sts:AssumeRole", deploy)] },
    "allowed-by-identity",
  ),
  assumes(
    "it names the account, and the user may not",
    assume,
    { trust: [trusts(home)] },
    "identity-silent",
  ),
  assumes(
    "it names nobody here, whatever the user may",
    assume,
    { trust: [trusts(other)], identity: [everything] },
    "resource-silent",
  ),
  assumes(
    "the root user of the account, and nobody else, is not let in by being root",
    pages.logic,
    { who: home, trust: [trusts(ana)] },
    "resource-silent",
  ),
  assumes(
    "a partner, and both allow",
    assume,
    { who: foreign, trust: [trusts(other)], identity: [allow("sts:AssumeRole", deploy)] },
    "allowed-by-both",
  ),
  assumes(
    "a partner whose own account is silent",
    assume,
    { who: foreign, trust: [trusts(other)] },
    "identity-silent",
  ),
  assumes(
    "with the external id",
    externalId,
    {
      who: foreign,
      identity: [everything],
      trust: [trusts(other, { StringEquals: { "sts:ExternalId": "a7" } })],
      with: { "sts:ExternalId": "a7" },
    },
    "allowed-by-both",
  ),
  assumes(
    "without it",
    externalId,
    {
      who: foreign,
      identity: [everything],
      trust: [trusts(other, { StringEquals: { "sts:ExternalId": "a7" } })],
    },
    "resource-silent",
  ),
  assumes(
    "with another customer's",
    externalId,
    {
      who: foreign,
      identity: [everything],
      trust: [trusts(other, { StringEquals: { "sts:ExternalId": "a7" } })],
      with: { "sts:ExternalId": "b8" },
    },
    "resource-silent",
  ),
  assumes(
    "a service",
    assume,
    { who: "lambda.amazonaws.com", trust: [trusts({ Service: "lambda.amazonaws.com" })] },
    "allowed-by-resource",
  ),
  assumes(
    "a build of the repository, by its token",
    oidc,
    {
      who: web,
      does: "sts:AssumeRoleWithWebIdentity",
      trust: [trusts({ Federated: issuer }, forRepo, "sts:AssumeRoleWithWebIdentity")],
      with: { "ci.example.com:sub": "repo:shop/web:ref:refs/heads/main" },
    },
    "allowed-by-resource",
  ),
  assumes(
    "a build of somebody else's",
    oidc,
    {
      who: web,
      does: "sts:AssumeRoleWithWebIdentity",
      trust: [trusts({ Federated: issuer }, forRepo, "sts:AssumeRoleWithWebIdentity")],
      with: { "ci.example.com:sub": "repo:stranger/x:ref:refs/heads/main" },
    },
    "resource-silent",
  ),
  assumes(
    "without a condition any build will do",
    oidc,
    {
      who: web,
      does: "sts:AssumeRoleWithWebIdentity",
      trust: [trusts({ Federated: issuer }, undefined, "sts:AssumeRoleWithWebIdentity")],
      with: { "ci.example.com:sub": "repo:stranger/x:ref:refs/heads/main" },
    },
    "allowed-by-resource",
  ),
  assumes(
    "a role may not simply assume itself",
    pages.logic,
    { who: sessionOf(deploy, "run"), identity: [everything], trust: [trusts(ana)] },
    "resource-silent",
  ),

  row(
    "PassRole to the service that is meant",
    passRole,
    {
      who: ana,
      does: "iam:PassRole",
      to: deploy,
      identity: [
        allow("iam:PassRole", deploy, {
          StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" },
        }),
      ],
      with: { "iam:PassedToService": "lambda.amazonaws.com" },
    },
    "allowed-by-identity",
  ),
  row(
    "PassRole to another service",
    passRole,
    {
      who: ana,
      does: "iam:PassRole",
      to: deploy,
      identity: [
        allow("iam:PassRole", deploy, {
          StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" },
        }),
      ],
      with: { "iam:PassedToService": "ec2.amazonaws.com" },
    },
    "identity-silent",
  ),
  row(
    "PassRole of another role",
    passRole,
    {
      who: ana,
      does: "iam:PassRole",
      to: `arn:aws:iam::${home}:role/admin`,
      identity: [allow("iam:PassRole", deploy)],
    },
    "identity-silent",
  ),
];
