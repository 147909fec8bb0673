import { describe, expect, test } from "vitest";

import type { PolicyKind } from "./document.ts";
import { readPolicy } from "./read.ts";

const told = (text: string, kind: PolicyKind = "identity") =>
  readPolicy(text, kind).problems?.map(
    ({ line, column, where, message }) => `${line}:${column} ${where}: ${message}`,
  );
const version = '"Version": "2012-10-17"';
const statement = (fields: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*", ...fields }],
  });

describe("a policy that IAM refuses is refused with its place", () => {
  test.each<[string, string, PolicyKind, RegExp]>([
    ["nothing", "", "identity", /^1:1 : Syntax errors in policy/],
    ["no JSON", "Version: 2012", "identity", /^1:1 : Syntax errors in policy/],
    [
      "a comma left out",
      `{\n  ${version}\n  "Statement": []\n}`,
      "identity",
      /^3:3 : .*a comma is expected/,
    ],
    ["a comma too many", `{${version}, "Statement": [],}`, "identity", /Syntax errors in policy/],
    ["a comment", `{ // mine\n ${version}, "Statement": [] }`, "identity", /JSON has no comments/],
    ["something after its end", `{${version}} {}`, "identity", /nothing may follow/],
    ["a list", "[]", "identity", /an object is expected/],
    [
      "a version that never was",
      '{"Version":"2020-01-01","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
      "identity",
      /^1:12 Version: .*2012-10-17 or 2008-10-17/,
    ],
    ["no statement", `{${version}}`, "identity", /Missing required field Statement/],
    [
      "an empty list of statements",
      `{${version}, "Statement": []}`,
      "identity",
      /Missing required field Statement/,
    ],
    [
      "an unknown element",
      `{${version}, "Statements": [], "Statement": {"Effect":"Allow","Action":"s3:*","Resource":"*"}}`,
      "identity",
      /Statements: Has prohibited field Statements/,
    ],
    [
      "an element twice",
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
      "identity",
      /Statement\[0\]\.Effect: .*stands twice/,
    ],
    [
      "no effect",
      statement({ Effect: undefined }),
      "identity",
      /Statement\[0\]: Missing required field Effect/,
    ],
    [
      "an effect in small letters",
      statement({ Effect: "allow" }),
      "identity",
      /Effect must be Allow or Deny/,
    ],
    ["no action", statement({ Action: undefined }), "identity", /must contain actions/],
    ["no actions in the list", statement({ Action: [] }), "identity", /must contain actions/],
    ["Action and NotAction", statement({ NotAction: "iam:*" }), "identity", /not both/],
    [
      "an action without a service",
      statement({ Action: ["s3:*", "GetObject"] }),
      "identity",
      /Action\[1\]: Actions must be prefaced by a vendor/,
    ],
    [
      "an action with a space",
      statement({ Action: "s3: GetObject" }),
      "identity",
      /Invalid action/,
    ],
    ["no resource", statement({ Resource: undefined }), "identity", /must contain resources/],
    [
      "a resource that is no ARN",
      statement({ Resource: "photos/*" }),
      "identity",
      /must be in ARN format or "\*"/,
    ],
    [
      "an ARN that is too short",
      statement({ Resource: "arn:aws:s3" }),
      "identity",
      /fewer than six parts/,
    ],
    [
      "a variable for the account",
      statement({ Resource: "arn:aws:iam::${aws:PrincipalAccount}:user/x" }),
      "identity",
      /before its fifth colon/,
    ],
    ["a Sid with a space", statement({ Sid: "read photos" }), "identity", /must be alpha-numeric/],
    [
      "a Sid twice",
      JSON.stringify({
        Statement: [1, 2].map(() => ({ Sid: "A", Effect: "Allow", Action: "s3:*", Resource: "*" })),
      }),
      "identity",
      /must be unique/,
    ],
    [
      "a Sid with a space in a trust policy",
      statement({ Sid: "a b", Principal: "*", Action: "sts:AssumeRole", Resource: undefined }),
      "trust",
      /must be alpha-numeric/,
    ],
    [
      "an unknown operator",
      statement({ Condition: { StringLikes: { "aws:x": "y" } } }),
      "identity",
      /Invalid Condition type : StringLikes/,
    ],
    [
      "Null with IfExists",
      statement({ Condition: { NullIfExists: { "aws:x": "true" } } }),
      "identity",
      /Invalid Condition type/,
    ],
    [
      "a key without a service",
      statement({ Condition: { StringLike: { prefix: "y" } } }),
      "identity",
      /prefaced by a vendor/,
    ],
    [
      "a condition without values",
      statement({ Condition: { StringLike: { "s3:prefix": [] } } }),
      "identity",
      /at least one value/,
    ],
    [
      "a condition on an object",
      statement({ Condition: { StringLike: { "s3:prefix": {} } } }),
      "identity",
      /a text, number or boolean/,
    ],
    [
      "a principal in an identity policy",
      statement({ Principal: "*" }),
      "identity",
      /should not specify a principal/,
    ],
    [
      "a principal in an SCP",
      statement({ Principal: "*" }),
      "scp",
      /should not specify a principal/,
    ],
    ["no principal at a resource", statement({}), "resource", /Missing required field Principal/],
    [
      "a part of a name left open",
      statement({ Principal: { AWS: "arn:aws:iam::111122223333:user/*" } }),
      "resource",
      /Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user\/\*"/,
    ],
    [
      "a group as principal",
      statement({ Principal: { AWS: "arn:aws:iam::111122223333:group/devs" } }),
      "resource",
      /Invalid principal/,
    ],
    [
      "an unknown type of principal",
      statement({ Principal: { User: "ana" } }),
      "resource",
      /Has prohibited field User/,
    ],
    [
      "a service that is none",
      statement({ Principal: { Service: "lambda" } }),
      "resource",
      /Invalid principal/,
    ],
    [
      "a resource in a trust policy",
      statement({ Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" }),
      "trust",
      /Has prohibited field Resource/,
    ],
    [
      "another action in a trust policy",
      statement({ Principal: { AWS: "111122223333" }, Action: "s3:*", Resource: undefined }),
      "trust",
      /may only specify STS AssumeRole actions/,
    ],
    ["an allow in an RCP", statement({ Principal: "*" }), "rcp", /takes Deny alone/],
    [
      "one account in an RCP",
      statement({ Effect: "Deny", Principal: { AWS: "111122223333" } }),
      "rcp",
      /takes the principal "\*" alone/,
    ],
  ])("%s", (_name, text, kind, expected) => expect(told(text, kind)?.join("\n")).toMatch(expected));

  test("everything that is wrong is told at once, each with its place", () => {
    const text = `{\n  ${version},\n  "Statement": [\n    { "Effect": "allow", "Action": "GetObject",\n      "Resource": "x" }\n  ]\n}`;
    expect(told(text)?.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
      "4:17 Statement[0].Effect:",
      "4:36 Statement[0].Action:",
      "5:19 Statement[0].Resource:",
    ]);
  });
});

describe("a text that means harm is refused, not followed", () => {
  test.each<[string, () => string, RegExp]>([
    [
      "10 MB",
      () => `{${version}, "Id": "${"x".repeat(10_000_000)}"}`,
      /10000035 characters; 1000000 are read/,
    ],
    ["lists a hundred thousand deep", () => "[".repeat(100_000), /nested too deeply|Syntax errors/],
    [
      "objects a hundred thousand deep",
      () => '{"a":'.repeat(100_000),
      /nested too deeply|Syntax errors/,
    ],
    [
      "__proto__",
      () => `{${version}, "__proto__": {"Statement": []}}`,
      /Has prohibited field __proto__|Missing required field/,
    ],
    [
      "a lone surrogate in a key",
      () => statement({ Condition: { StringLike: { "\ud800": "x" } } }),
      /prefaced by a vendor/,
    ],
  ])("%s", (_name, text, expected) => expect(told(text())?.join("\n")).toMatch(expected));
});

test.each<[string, PolicyKind, object]>([
  ["a statement alone", "identity", { Action: "s3:*" }],
  [
    "an SCP with a condition on an allow",
    "scp",
    { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } },
  ],
  ["a Sid with a space at a bucket", "resource", { Sid: "read photos", Principal: "*" }],
  ["a deleted user's id", "resource", { Principal: { AWS: "AIDAJQABLZS4A3QDU576Q" } }],
  [
    "a canonical user",
    "resource",
    { Principal: { CanonicalUser: "79a59df900b949e55d96a1e698fbace" } },
  ],
  [
    "numbers and truth values",
    "identity",
    {
      Condition: { NumericLessThan: { "s3:max-keys": 10 }, Bool: { "aws:SecureTransport": true } },
    },
  ],
  ["RCPFullAWSAccess", "rcp", { Action: "*", Principal: "*" }],
])("%s is read", (_name, kind, fields) => expect(told(statement(fields), kind)).toBeUndefined());
