/** An account with much that is shared: with everybody, the organisation, one of its accounts, and strangers. */

type Statement = Record<string, unknown>;
const policy = (...Statement: Statement[]) => ({ Version: "2012-10-17", Statement });
const admin = policy({ Effect: "Allow", Action: "*", Resource: "*" });

/** An Allow, or with `more` anything else. */
export const lets = (
  principal: unknown,
  Action: string | string[],
  Resource: string | string[],
  more: Statement = {},
): Statement => ({
  Effect: "Allow",
  Principal: typeof principal === "string" && principal !== "*" ? { AWS: principal } : principal,
  Action,
  Resource,
  ...more,
});

const bucket = (name: string, statements: Statement[], more: object = {}) => ({
  name,
  region: "eu-west-1",
  publicAccessBlock: false,
  policy: policy(...statements),
  ...more,
});
const objects = (name: string) => `arn:aws:s3:::${name}/*`;
const read = (who: unknown, name: string, more: Statement = {}) =>
  lets(who, "s3:GetObject", objects(name), more);
const trust = (principal: unknown, more: Statement = {}) =>
  policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...more });

export const member = "222222222222";
export const stranger = "333333333333";
const outside = `arn:aws:iam::${stranger}:role/app`;
const keyId = (n: number) => `aaaaaaaa-1111-4111-8111-00000000000${n}`;
export const keyArn = (n: number) => `arn:aws:kms:eu-west-1:111111111111:key/${keyId(n)}`;

/** `org` is the organisation's id, which follows from the seed. */
export const shared = (org: string) => ({
  format: 1,
  now: "2026-05-04T09:00:00Z",
  organisation: {
    managementAccount: "999999999999",
    units: [{ name: "Workloads", accounts: ["111111111111", member] }],
    policies: [
      {
        name: "no-strangers-in-vaults",
        type: "rcp",
        document: policy({
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::vault", "arn:aws:s3:::vault/*"],
          Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": org } },
        }),
        targets: ["Workloads"],
      },
    ],
  },
  accounts: [
    {
      id: "999999999999",
      name: "Root",
      iam: { users: [{ name: "max", keys: 1, inline: { all: admin } }] },
    },
    { id: member, name: "Data" },
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all: admin } },
          {
            name: "eva",
            keys: 1,
            inline: {
              look: policy({ Effect: "Allow", Action: "access-analyzer:List*", Resource: "*" }),
            },
          },
        ],
        roles: [
          {
            name: "partner",
            trust: trust(
              { AWS: stranger },
              { Condition: { StringEquals: { "sts:ExternalId": "42" } } },
            ),
          },
          { name: "careless", trust: trust({ AWS: stranger }) },
          { name: "sibling", trust: trust({ AWS: `arn:aws:iam::${member}:root` }) },
          { name: "own", trust: trust({ AWS: "111111111111" }) },
          { name: "compute", trust: trust({ Service: "ec2.amazonaws.com" }) },
          {
            name: "deploy",
            trust: policy({
              Effect: "Allow",
              Principal: {
                Federated:
                  "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com",
              },
              Action: "sts:AssumeRoleWithWebIdentity",
              Condition: {
                StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/*" },
              },
            }),
          },
        ],
      },
      s3: {
        buckets: [
          bucket("open", [read("*", "open")]),
          bucket("blocked", [read("*", "blocked")], { publicAccessBlock: {} }),
          bucket("denied", [read("*", "denied"), read("*", "denied", { Effect: "Deny" })]),
          bucket("half-denied", [
            lets("*", ["s3:GetObject", "s3:PutObject"], objects("half-denied")),
            lets("*", "s3:PutObject", objects("half-denied"), { Effect: "Deny" }),
          ]),
          bucket("kept-in", [
            read("*", "kept-in"),
            read("*", "kept-in", {
              Effect: "Deny",
              Condition: { StringNotEquals: { "aws:PrincipalOrgID": org } },
            }),
          ]),
          bucket("in-org", [
            read("*", "in-org", { Condition: { StringEquals: { "aws:PrincipalOrgID": org } } }),
          ]),
          bucket("other-org", [
            read("*", "other-org", {
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-elsewhere1" } },
            }),
          ]),
          bucket("for-member", [read(member, "for-member")]),
          bucket("for-stranger", [read(stranger, "for-stranger")], { publicAccessBlock: {} }),
          bucket("for-role", [
            read(outside, "for-role", {
              Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
            }),
          ]),
          bucket("from-office", [
            read("*", "from-office", {
              Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
            }),
          ]),
          bucket("by-arn", [
            read("*", "by-arn", {
              Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111111111111:role/*" } },
            }),
          ]),
          bucket("tls", [
            read(stranger, "tls"),
            read("*", "tls", {
              Effect: "Deny",
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            }),
          ]),
          bucket("logs", [
            lets({ Service: "cloudtrail.amazonaws.com" }, "s3:PutObject", objects("logs")),
          ]),
          bucket("vault", [read(stranger, "vault")]),
          bucket("us-data", [read("*", "us-data")], { region: "us-east-1" }),
        ],
      },
      regions: {
        "eu-west-1": {
          kms: {
            keys: [
              {
                id: keyId(1),
                alias: "granted",
                grants: [
                  { grantee: outside, operations: ["Decrypt"], subset: { tenant: "north" } },
                ],
              },
              {
                id: keyId(2),
                alias: "by-account",
                policy: policy(
                  lets("111111111111", "kms:*", "*"),
                  lets("*", "kms:*", "*", {
                    Condition: { StringEquals: { "kms:CallerAccount": stranger } },
                  }),
                ),
              },
              {
                id: keyId(3),
                alias: "narrow",
                policy: policy(lets("arn:aws:iam::111111111111:user/ana", "kms:*", "*")),
              },
              {
                id: keyId(4),
                alias: "denied",
                grants: [{ grantee: outside, operations: ["Decrypt"] }],
                policy: policy(
                  lets("111111111111", "kms:*", "*"),
                  lets("*", "kms:Decrypt", "*", {
                    Effect: "Deny",
                    Condition: { StringNotEquals: { "aws:PrincipalAccount": "111111111111" } },
                  }),
                ),
              },
            ],
          },
          secretsmanager: {
            secrets: [
              {
                name: "shop/db",
                suffix: "AbCdEf",
                value: "pw",
                policy: policy(lets(outside, "secretsmanager:GetSecretValue", "*")),
              },
            ],
          },
          lambda: {
            functions: [
              {
                name: "hook",
                role: "compute",
                behaviour: "echo",
                policy: [
                  {
                    Effect: "Allow",
                    Principal: { AWS: stranger },
                    Action: "lambda:InvokeFunction",
                  },
                  {
                    Effect: "Allow",
                    Principal: { Service: "s3.amazonaws.com" },
                    Action: "lambda:InvokeFunction",
                  },
                ],
              },
            ],
          },
        },
      },
    },
  ],
});
