import { allow, ana, deny, everything, get, pages, photo, type Case } from "./case.ts";

const { sets, condition, keys } = pages;

type Row = [
  operator: string,
  wanted: readonly string[],
  found: readonly string[] | null,
  holds: boolean,
];

const rows: Row[] = [
  ["ForAllValues:StringEquals", ["team", "cost"], ["team"], true],
  ["ForAllValues:StringEquals", ["team", "cost"], ["team", "cost"], true],
  ["ForAllValues:StringEquals", ["team", "cost"], ["team", "owner"], false],
  ["ForAllValues:StringEquals", ["team"], null, true],
  ["ForAllValues:StringEquals", ["team"], [], true],
  ["ForAllValues:StringEquals", ["team"], [""], true],
  ["ForAllValues:StringLike", ["te*"], ["team", "tempo"], true],
  ["ForAllValues:StringNotEquals", ["owner"], ["team", "cost"], true],
  ["ForAllValues:StringNotEquals", ["owner"], ["team", "owner"], false],
  ["ForAllValues:StringNotEquals", ["owner"], null, true],
  ["ForAllValues:StringEqualsIfExists", ["team"], ["owner"], false],
  ["ForAnyValue:StringEquals", ["team", "cost"], ["owner", "cost"], true],
  ["ForAnyValue:StringEquals", ["team", "cost"], ["owner"], false],
  ["ForAnyValue:StringEquals", ["team"], null, false],
  ["ForAnyValue:StringEquals", ["team"], [], false],
  ["ForAnyValue:StringEqualsIfExists", ["team"], null, true],
  ["ForAnyValue:StringNotEquals", ["owner"], ["owner", "team"], true],
  ["ForAnyValue:StringNotEquals", ["owner"], ["owner"], false],
  ["ForAnyValue:StringLike", ["te*"], ["owner", "team"], true],
  ["ForAnyValue:StringNotEquals", ["owner"], null, false],
];

const base = { who: ana, does: get, to: photo };

export const cases: Case[] = [
  ...rows.map(([operator, wanted, found, holds]): Case => [
    `${operator} ${wanted.join(", ")} with ${found === null ? "no such key" : `[${found.join(", ")}]`}`,
    sets,
    {
      ...base,
      identity: [allow(get, photo, { [operator]: { "aws:TagKeys": wanted } })],
      ...(found !== null && { with: { "aws:TagKeys": found } }),
    },
    holds ? "allowed-by-identity" : "identity-silent",
  ]),
  [
    "ForAllValues in a deny reaches who sent no tags at all",
    sets,
    {
      ...base,
      identity: [
        everything,
        deny(get, "*", { "ForAllValues:StringEquals": { "aws:TagKeys": ["x"] } }),
      ],
    },
    "explicit-deny",
  ],
  [
    "with Null beside it, it does not",
    sets,
    {
      ...base,
      identity: [
        everything,
        deny(get, "*", {
          Null: { "aws:TagKeys": "false" },
          "ForAllValues:StringEquals": { "aws:TagKeys": ["x"] },
        }),
      ],
    },
    "allowed-by-identity",
  ],
  [
    "two operators both have to hold",
    condition,
    {
      ...base,
      identity: [
        allow(get, photo, {
          StringEquals: { "aws:PrincipalOrgID": "o-a" },
          Bool: { "aws:SecureTransport": "true" },
        }),
      ],
      with: { "aws:PrincipalOrgID": "o-a", "aws:SecureTransport": "false" },
    },
    "identity-silent",
  ],
  [
    "two keys of one operator both have to hold",
    condition,
    {
      ...base,
      identity: [
        allow(get, photo, {
          StringEquals: { "aws:PrincipalOrgID": "o-a", "aws:RequestedRegion": "eu-west-1" },
        }),
      ],
      with: { "aws:PrincipalOrgID": "o-a", "aws:RequestedRegion": "us-east-1" },
    },
    "identity-silent",
  ],
  [
    "of two values one is enough",
    condition,
    {
      ...base,
      identity: [
        allow(get, photo, { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } }),
      ],
      with: { "aws:RequestedRegion": "us-east-1" },
    },
    "allowed-by-identity",
  ],
  [
    "a deny without MFA by Bool does not reach keys that have no such key",
    keys,
    {
      ...base,
      identity: [everything, deny("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "false" } })],
    },
    "allowed-by-identity",
  ],
  [
    "by BoolIfExists it does",
    keys,
    {
      ...base,
      identity: [
        everything,
        deny("*", "*", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }),
      ],
    },
    "explicit-deny",
  ],
  [
    "the caller's own ARN is there without being sent",
    keys,
    { ...base, identity: [allow(get, "*", { ArnEquals: { "aws:PrincipalArn": ana } })] },
    "allowed-by-identity",
  ],
  [
    "a user is no service",
    keys,
    {
      ...base,
      identity: [everything, deny(get, "*", { Bool: { "aws:PrincipalIsAWSService": "false" } })],
    },
    "explicit-deny",
  ],
];
