import { describe, expect, test } from "vitest";

import { explain } from "./explain.ts";
import { readRequestFile } from "./file.ts";

const home = "111122223333";
const policyOf = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const all = { Effect: "Allow", Action: "*", Resource: "*" };
const asked = {
  principal: `arn:aws:iam::${home}:user/ana`,
  action: "s3:GetObject",
  resource: "arn:aws:s3:::photos/a.jpg",
};
const key = `arn:aws:kms:eu-west-1:${home}:key/k`;
const session = { role: `arn:aws:iam::${home}:role/path/reader`, session: "monday" };

const outcome = (more: object) => {
  const { request, policies } = readRequestFile({ ...asked, ...more });
  return explain(request, policies);
};

describe("every field of the file has its say", () => {
  test.each<[string, object, string]>([
    ["identity, a document", { identity: policyOf(allow) }, "allowed-by-identity"],
    [
      "identity, a named list",
      { identity: [{ name: "r", document: policyOf(allow) }] },
      "allowed-by-identity",
    ],
    [
      "context",
      {
        identity: policyOf({ ...allow, Condition: { StringEquals: { "aws:x": "y" } } }),
        context: { "aws:x": "y" },
      },
      "allowed-by-identity",
    ],
    [
      "boundary",
      { identity: policyOf(all), boundary: policyOf({ ...allow, Action: "ec2:*" }) },
      "boundary-silent",
    ],
    [
      "session",
      {
        principal: session,
        identity: policyOf(all),
        session: policyOf({ ...allow, Action: "ec2:*" }),
      },
      "session-silent",
    ],
    [
      "a role with its path",
      {
        principal: session,
        resourcePolicy: policyOf({ ...allow, Principal: { AWS: session.role } }),
      },
      "allowed-by-resource",
    ],
    [
      "resourceAccount",
      { identity: policyOf(all), resourceAccount: "444455556666" },
      "resource-silent",
    ],
    [
      "trustPolicy",
      {
        action: "sts:AssumeRole",
        resource: `arn:aws:iam::${home}:role/x`,
        trustPolicy: policyOf({
          Effect: "Allow",
          Principal: { AWS: asked.principal },
          Action: "sts:AssumeRole",
        }),
      },
      "allowed-by-resource",
    ],
    [
      "keyPolicy",
      {
        action: "kms:Decrypt",
        resource: key,
        identity: policyOf(all),
        keyPolicy: policyOf({ ...all, Principal: { AWS: "444455556666" } }),
      },
      "resource-silent",
    ],
    [
      "grants",
      {
        action: "kms:Decrypt",
        resource: key,
        grants: [{ id: "g", grantee: asked.principal, operations: ["Decrypt"] }],
      },
      "allowed-by-grant",
    ],
    [
      "endpoint",
      { identity: policyOf(all), endpoint: policyOf({ ...all, Action: "ec2:*", Principal: "*" }) },
      "endpoint-silent",
    ],
    [
      "serviceControl",
      {
        identity: policyOf(all),
        serviceControl: [{ level: "Root", policies: policyOf({ ...all, Action: "ec2:*" }) }],
      },
      "scp-silent",
    ],
    [
      "managementAccount",
      {
        identity: policyOf(all),
        managementAccount: home,
        serviceControl: [{ level: "Root", policies: policyOf({ ...all, Action: "ec2:*" }) }],
      },
      "allowed-by-identity",
    ],
    [
      "resourceControl",
      {
        identity: policyOf(all),
        resourceControl: [
          { level: "Root", policies: policyOf({ ...all, Effect: "Deny", Principal: "*" }) },
        ],
      },
      "explicit-deny",
    ],
    [
      "restrictPublicBuckets",
      {
        principal: "anonymous",
        resourceAccount: home,
        resourcePolicy: policyOf({ ...allow, Principal: "*" }),
        restrictPublicBuckets: true,
      },
      "public-access-blocked",
    ],
    ["an account as principal", { principal: home }, "allowed-to-root"],
    [
      "a federated user",
      {
        principal: {
          federatedUser: `arn:aws:sts::${home}:federated-user/x`,
          user: asked.principal,
        },
        identity: policyOf(all),
      },
      "allowed-by-identity",
    ],
  ])("%s", (_name, more, expected) => expect(outcome(more).decision.reason).toBe(expected));
});

describe("whose a bucket is need not be told", () => {
  const open = policyOf({ ...allow, Principal: "*" });
  test.each<[string, object, string]>([
    [
      "anonymous, restricted",
      { resourcePolicy: open, restrictPublicBuckets: true },
      "public-access-blocked",
    ],
    ["anonymous", { resourcePolicy: open }, "allowed-by-resource"],
    ["anonymous, and nobody is let in", {}, "resource-silent"],
    [
      "Cognito's identities",
      {
        principal: "cognito-identity.amazonaws.com",
        action: "sts:AssumeRoleWithWebIdentity",
        resource: `arn:aws:iam::${home}:role/app`,
        trustPolicy: policyOf({
          Effect: "Allow",
          Principal: { Federated: "cognito-identity.amazonaws.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
        }),
      },
      "allowed-by-resource",
    ],
  ])("%s", (_name, more, expected) =>
    expect(outcome({ principal: "anonymous", ...more }).decision.reason).toBe(expected),
  );
});

describe("a file that is no request says where", () => {
  test.each<[string, unknown, RegExp]>([
    ["nothing", null, /^: /],
    ["no action", { ...asked, action: undefined }, /^action: /],
    ["an action that is none", { ...asked, action: "GetObject" }, /^action: such as s3:GetObject/],
    ["a principal that is nobody", { ...asked, principal: "bob" }, /^principal: "bob" is no ARN/],
    [
      "a role that is no role",
      { ...asked, principal: { role: "reader", session: "x" } },
      /^principal: /,
    ],
    ["an unknown field", { ...asked, identities: [] }, /identities/],
    [
      "a policy with a fault",
      { ...asked, identity: [policyOf(all), policyOf({ ...all, Action: "x" })] },
      /^identity\.1: Statement\[0\]\.Action: /,
    ],
    [
      "a level with a fault",
      {
        ...asked,
        serviceControl: [{ level: "Root", policies: policyOf({ ...all, Principal: "*" }) }],
      },
      /^serviceControl\.0\.policies: Statement\[0\]\.Principal: /,
    ],
    [
      "two policies at one resource",
      {
        ...asked,
        resourcePolicy: policyOf({ ...all, Principal: "*" }),
        keyPolicy: policyOf({ ...all, Principal: "*" }),
      },
      /^keyPolicy: /,
    ],
    ["an account of eleven digits", { ...asked, resourceAccount: "11112222333" }, /twelve digits/],
  ])("%s", (_name, value, expected) => {
    const refused = () => {
      try {
        readRequestFile(value);
        return "read";
      } catch (error) {
        const { where, message } = error as { where: string; message: string };
        return `${where}: ${message}`;
      }
    };
    expect(refused()).toMatch(expected);
  });
});

test("the trace shows both sides of what did not fit", () => {
  const condition = { StringEquals: { "aws:PrincipalOrgID": "o-a" } };
  const { summary, gates } = outcome({
    identity: [
      {
        name: "reader",
        document: policyOf(
          { Sid: "Read", ...allow, Condition: condition },
          { ...allow, Action: ["s3:PutObject", "s3:ListBucket"] },
        ),
      },
      {
        name: "writer",
        document: policyOf(
          { ...allow, Resource: "arn:aws:s3:::logs/*" },
          { Effect: "Deny", NotAction: "s3:*", Resource: "*" },
        ),
      },
    ],
    context: { "aws:PrincipalOrgID": "o-b" },
  });
  expect(summary).toBe(
    "Denied: nothing allows it: no identity-based policy does, and what stands at the resource grants nothing by itself.",
  );
  expect(gates).toMatchObject([{ gate: "identity", level: null, verdict: "is silent" }]);
  expect(gates[0]!.policies.flatMap((one) => one.statements.map(({ because }) => because))).toEqual(
    [
      "Statement 1 (Read) does not apply: StringEquals aws:PrincipalOrgID = o-a, and the request has o-b.",
      "Statement 2 does not apply: s3:GetObject is none of s3:PutObject, s3:ListBucket.",
      "Statement 1 does not apply: arn:aws:s3:::photos/a.jpg is not arn:aws:s3:::logs/*.",
      "Statement 2 does not apply: s3:GetObject is among what is left out (s3:*).",
    ],
  );
});
