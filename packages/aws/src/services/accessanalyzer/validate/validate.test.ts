import { describe, expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { fitting } from "../../test/fitting.ts";

const all = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
const world = buildWorld(
  {
    format: 1,
    now: "2026-05-04T09:00:00Z",
    accounts: [
      {
        id: "111111111111",
        name: "A",
        iam: { users: [{ name: "ana", keys: 1, inline: { all } }] },
      },
    ],
  },
  "s",
);
const call = fitting(world, "accessanalyzer", { user: "ana" });

type Found = {
  findingType: string;
  issueCode: string;
  learnMoreLink: string;
  locations: [{ path: object[]; span: { start: object; end: object } }];
};
const validated = (policyDocument: string, policyType: string, type?: string) =>
  call("ValidatePolicy", {
    policyDocument,
    policyType,
    ...(type === undefined ? {} : { validatePolicyResourceType: type }),
  });
const found = (...given: Parameters<typeof validated>) =>
  validated(...given).output!.findings as Found[];
const one = (fields: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...fields }],
  });
const identity = "IDENTITY_POLICY";
const resource = "RESOURCE_POLICY";
const trust = "AWS::IAM::AssumeRolePolicyDocument";
const role = "arn:aws:iam::111111111111:role/app";

describe("ValidatePolicy", () => {
  it.each<[object | string, string, string[]]>([
    [{}, identity, []],
    ["{", identity, ["ERROR JSON_SYNTAX_ERROR"]],
    ['{"Version":"2012-10-17"}', identity, ["ERROR MISSING_STATEMENT"]],
    ['{"Statement":[]}', identity, ["ERROR MISSING_STATEMENT"]],
    [
      '{"Version":"2020-01-01","Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"}}',
      identity,
      ["ERROR INVALID_VERSION"],
    ],
    [
      '{"Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"}}',
      identity,
      ["WARNING MISSING_VERSION"],
    ],
    [{ Effect: undefined }, identity, ["ERROR MISSING_EFFECT"]],
    [{ Effect: "allow" }, identity, ["ERROR INVALID_EFFECT"]],
    [{ Action: undefined }, identity, ["ERROR MISSING_ACTION"]],
    [{ Action: [] }, identity, ["SUGGESTION EMPTY_ARRAY_ACTION"]],
    [{ Action: "GetObject" }, identity, ["ERROR INVALID_ACTION"]],
    [{ Action: 7 }, identity, ["ERROR DATA_TYPE_MISMATCH"]],
    [{ NotAction: "s3:*" }, identity, ["ERROR UNSUPPORTED_ELEMENT_COMBINATION"]],
    [{ Resource: undefined }, identity, ["ERROR MISSING_RESOURCE"]],
    [{ Resource: [] }, identity, ["SUGGESTION EMPTY_ARRAY_RESOURCE"]],
    [{ Resource: "photos" }, identity, ["ERROR INVALID_ARN_PREFIX"]],
    [{ Resource: "arn:aws:s3" }, identity, ["ERROR MISSING_ARN_FIELD"]],
    [{ Resource: "arn:aws:s3::111111111111:photos" }, identity, ["ERROR ARN_ACCOUNT_NOT_ALLOWED"]],
    [
      { Resource: "arn:aws:iam:eu-west-1:111111111111:user/a" },
      identity,
      ["ERROR ARN_REGION_NOT_ALLOWED"],
    ],
    [{ Resource: "arn:aws:sqs:eu-west-1:1111:a" }, identity, ["ERROR INVALID_ARN_ACCOUNT"]],
    [{ Principal: "*" }, identity, ["ERROR UNSUPPORTED_PRINCIPAL"]],
    [{ Principal: "*" }, "SERVICE_CONTROL_POLICY", ["ERROR SCP_SYNTAX_ERROR_PRINCIPAL"]],
    [{ Effects: "Allow" }, identity, ["ERROR INVALID_POLICY_ELEMENT"]],
    [{ Sid: "a b" }, identity, ["ERROR UNSUPPORTED_SID"]],
    [{ Sid: "" }, identity, ["SUGGESTION EMPTY_SID_VALUE"]],
    [
      { Condition: { StringLikes: { "aws:x": "y" } } },
      identity,
      ["ERROR INVALID_CONDITION_OPERATOR"],
    ],
    [{ Condition: { NullIfExists: { "aws:x": "true" } } }, identity, ["ERROR NULL_WITH_IF_EXISTS"]],
    [{ Condition: { StringLike: { x: "y" } } }, identity, ["ERROR INVALID_CONDITION_KEY_FORMAT"]],
    [
      { Condition: { StringLike: { "aws:x": [] } } },
      identity,
      ["SUGGESTION EMPTY_ARRAY_CONDITION"],
    ],
    [
      { Condition: { StringEquals: { "aws:x": "y*" } } },
      identity,
      ["WARNING WILDCARD_WITHOUT_LIKE_OPERATOR"],
    ],
    [
      { Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-1" } } },
      identity,
      ["SECURITY_WARNING FORALLVALUES_WITH_SINGLE_VALUED_KEY"],
    ],
    [
      { Condition: { DateLessThan: { "aws:CurrentTime": "1760000000" } } },
      identity,
      ["WARNING INVALID_DATE_VALUE"],
    ],
    [{ Action: ["s3:Get*", "s3:GetObject"] }, identity, ["SUGGESTION REDUNDANT_ACTION"]],
    [{ Resource: ["*", role] }, identity, ["SUGGESTION REDUNDANT_RESOURCE"]],
    [
      { Action: "*" },
      identity,
      [
        "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
        "WARNING CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
      ],
    ],
    [{ Action: "iam:PassRole" }, identity, ["SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE"]],
    [{ Action: "iam:PassRole", Resource: role }, identity, []],
    [{ Action: "iam:PassRole", Effect: "Deny" }, identity, []],
    [
      {
        Action: "iam:PassRole",
        Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
      },
      identity,
      [],
    ],
    [
      { Action: "iam:PassRole", Resource: undefined, NotResource: role },
      identity,
      ["SECURITY_WARNING PASS_ROLE_WITH_NOT_RESOURCE"],
    ],
    [{}, resource, ["ERROR MISSING_PRINCIPAL"]],
    [{ Principal: { Aws: "*" } }, resource, ["ERROR INVALID_PRINCIPAL_KEY"]],
    [{ Principal: "everyone" }, resource, ["ERROR INVALID_PRINCIPAL_FORMAT"]],
    [
      { Principal: { AWS: "arn:aws:iam::111111111111:user/*" } },
      resource,
      ["ERROR UNSUPPORTED_WILDCARD_IN_PRINCIPAL"],
    ],
    [{ NotPrincipal: { AWS: role } }, resource, ["SECURITY_WARNING ALLOW_WITH_NOT_PRINCIPAL"]],
    [{ Principal: { AWS: "AROAABCDEFGHIJKLMNOPQ" } }, resource, ["WARNING INVALID_ROLE_REFERENCE"]],
  ])("%j as %s: %j", (fields, type, codes) => {
    const text = typeof fields === "string" ? fields : one(fields);
    expect(found(text, type).map((f) => `${f.findingType} ${f.issueCode}`)).toEqual(codes);
  });

  it("knows what a role's trust may say", () => {
    const text = one({ Principal: { AWS: role }, Resource: undefined });
    expect(found(text, resource, trust).map((f) => f.issueCode)).toEqual([
      "UNSUPPORTED_ACTION_IN_POLICY",
    ]);
  });

  it("says where, in lines from 1 and columns from 0, and where to read on", () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": [{"Effect": "Allow", "Action": ["s3:*", "Get"], "Resource": "*"}]\n}';
    const offset = text.indexOf('"Get"');
    const column = offset - text.lastIndexOf("\n", offset) - 1;
    expect(found(text, identity)).toMatchObject([
      {
        learnMoreLink: expect.stringMatching(
          /#access-analyzer-reference-policy-checks-error-invalid-action$/,
        ),
        locations: [
          {
            path: [{ value: "Statement" }, { index: 0 }, { value: "Action" }, { index: 1 }],
            span: {
              start: { line: 3, column, offset },
              end: { line: 3, column: column + 5, offset: offset + 5 },
            },
          },
        ],
      },
    ]);
  });

  it("says of resource control policies that it has no checks for them", () => {
    expect(validated(one({}), "RESOURCE_CONTROL_POLICY").fault?.code).toBe(
      "UnknownOperationException",
    );
  });
});
