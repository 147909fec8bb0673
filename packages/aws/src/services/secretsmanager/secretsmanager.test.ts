import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import type { World } from "../../world/world.ts";
import { fitting } from "../test/fitting.ts";

const statement = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (...given: Parameters<typeof statement>) => policy(statement(...given));
const user = (name: string, inline: object = {}) => ({ name, keys: 1, inline });
const to = (AWS: string, Action: string) => ({ ...statement(Action), Principal: { AWS } });
const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:111111111111:secret:${name}`;
const keyId = "aaaaaaaa-1111-4111-8111-111111111111";
const partner = "arn:aws:iam::222222222222:user/eve";

const declared = {
  format: 1,
  now: "2026-05-04T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          user("ana", { all: allow("*") }),
          user("app", {
            get: allow("secretsmanager:GetSecretValue", arn("shop/*"), {
              Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } },
            }),
          }),
          user("ops", {
            get: allow("secretsmanager:*", "*", {
              Condition: { StringEquals: { "aws:ResourceTag/team": "ops" } },
            }),
          }),
          user("careful", {
            all: policy(
              statement("secretsmanager:*"),
              {
                Effect: "Deny",
                Action: "secretsmanager:DeleteSecret",
                Resource: "*",
                Condition: { NumericLessThan: { "secretsmanager:RecoveryWindowInDays": "14" } },
              },
              {
                Effect: "Deny",
                Action: "secretsmanager:DeleteSecret",
                Resource: "*",
                Condition: { Bool: { "secretsmanager:ForceDeleteWithoutRecovery": "true" } },
              },
            ),
          }),
        ],
      },
      regions: {
        "eu-west-1": {
          kms: {
            keys: [
              {
                id: keyId,
                alias: "secrets",
                policy: policy(to("111111111111", "kms:*"), {
                  ...to(partner, "kms:Decrypt"),
                  Condition: {
                    StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
                  },
                }),
              },
            ],
          },
          secretsmanager: {
            secrets: [
              {
                name: "shop/db",
                suffix: "AbCdEf",
                value: { user: "shop", password: "new" },
                previous: "old",
              },
              { name: "shop/own", suffix: "AbCdEf", kms: "secrets", value: "s" },
              { name: "ops/pager", tags: { team: "ops" }, value: "p" },
              {
                name: "shared/managed",
                suffix: "AbCdEf",
                policy: policy(to(partner, "secretsmanager:GetSecretValue")),
                value: "m",
              },
              {
                name: "shared/own",
                suffix: "AbCdEf",
                kms: "alias/secrets",
                policy: policy(to(partner, "secretsmanager:GetSecretValue")),
                value: "o",
              },
              { name: "leaving", value: "l", deletedInDays: 3 },
            ],
          },
        },
      },
    },
    {
      id: "222222222222",
      name: "Partner",
      iam: { users: [user("eve", { all: allow("*") })] },
    },
  ],
};

const begin = () => buildWorld(declared, "s");
const as = (world: World, user: string) => fitting(world, "secretsmanager", { user });

describe("who may read a secret", () => {
  it.each([
    ["ana", "GetSecretValue", { SecretId: "shop/db" }, null],
    ["ana", "GetSecretValue", { SecretId: arn("shop/db-AbCdEf") }, null],
    ["ana", "GetSecretValue", { SecretId: arn("shop/db") }, null],
    ["ana", "GetSecretValue", { SecretId: arn("shop/db-xxxxxx") }, "ResourceNotFoundException"],
    ["ana", "GetSecretValue", { SecretId: "none" }, "ResourceNotFoundException"],
    ["ana", "GetSecretValue", { SecretId: "leaving" }, "InvalidRequestException"],
    [
      "ana",
      "GetSecretValue",
      { SecretId: "shop/own", VersionStage: "AWSPREVIOUS" },
      "ResourceNotFoundException",
    ],
    ["app", "GetSecretValue", { SecretId: "shop/db", VersionStage: "AWSCURRENT" }, null],
    // A condition on a parameter that was not sent does not hold.
    ["app", "GetSecretValue", { SecretId: "shop/db" }, "AccessDeniedException"],
    [
      "app",
      "GetSecretValue",
      { SecretId: "shop/db", VersionStage: "AWSPREVIOUS" },
      "AccessDeniedException",
    ],
    // The secret is open, its key is not.
    [
      "app",
      "GetSecretValue",
      { SecretId: "shop/own", VersionStage: "AWSCURRENT" },
      "AccessDeniedException",
    ],
    ["app", "GetSecretValue", { SecretId: "ops/pager" }, "AccessDeniedException"],
    ["app", "GetSecretValue", { SecretId: "none" }, "AccessDeniedException"],
    ["ops", "GetSecretValue", { SecretId: "ops/pager" }, null],
    ["ops", "GetSecretValue", { SecretId: "shop/db" }, "AccessDeniedException"],
    ["eve", "GetSecretValue", { SecretId: arn("shared/own-AbCdEf") }, null],
    // The managed key serves its own account alone.
    ["eve", "GetSecretValue", { SecretId: arn("shared/managed-AbCdEf") }, "AccessDeniedException"],
    ["eve", "GetSecretValue", { SecretId: arn("shop/db-AbCdEf") }, "AccessDeniedException"],
    ["eve", "DescribeSecret", { SecretId: arn("shared/own-AbCdEf") }, "AccessDeniedException"],
    [
      "careful",
      "DeleteSecret",
      { SecretId: "shop/db", RecoveryWindowInDays: 7 },
      "AccessDeniedException",
    ],
    [
      "careful",
      "DeleteSecret",
      { SecretId: "shop/db", ForceDeleteWithoutRecovery: true },
      "AccessDeniedException",
    ],
    ["careful", "DeleteSecret", { SecretId: "shop/db" }, null],
    [
      "ana",
      "DeleteSecret",
      { SecretId: "shop/db", RecoveryWindowInDays: 31 },
      "InvalidParameterException",
    ],
    ["ana", "CreateSecret", { Name: "shop/db", SecretString: "x" }, "ResourceExistsException"],
    ["ana", "CreateSecret", { Name: "leaving", SecretString: "x" }, "InvalidRequestException"],
    ["ana", "CreateSecret", { Name: "a b", SecretString: "x" }, "InvalidParameterException"],
    [
      "ana",
      "CreateSecret",
      { Name: "new", SecretString: "x", KmsKeyId: "alias/none" },
      "ResourceNotFoundException",
    ],
    ["ana", "CreateSecret", { Name: "new", SecretString: "x", KmsKeyId: "alias/secrets" }, null],
    ["app", "CreateSecret", { Name: "shop/new" }, "AccessDeniedException"],
    ["ana", "RotateSecret", { SecretId: "shop/db" }, "InvalidRequestException"],
  ])("%s calls %s with %j: %s", (name, operation, input, code) => {
    expect(as(begin(), name)(operation, input).fault?.code ?? null).toBe(code);
  });

  it("is written down by KMS, too", () => {
    const world = begin();
    as(world, "ana")("GetSecretValue", { SecretId: "shop/own" });
    expect(world.accounts.get("111111111111")!.trail).toContainEqual(
      expect.objectContaining({
        eventName: "Decrypt",
        requestParameters: {
          encryptionContext: expect.objectContaining({ SecretARN: arn("shop/own-AbCdEf") }),
        },
      }),
    );
  });
});

describe("a secret", () => {
  it("has a current and a previous value", () => {
    const ana = as(begin(), "ana");
    const it_ = { SecretId: "shop/db" };
    const at = (VersionStage: string) =>
      ana("GetSecretValue", { ...it_, VersionStage }).output?.["SecretString"];
    const ClientRequestToken = "12345678-1111-4111-8111-111111111111";
    const put = (SecretString: string) =>
      ana("PutSecretValue", { ...it_, ClientRequestToken, SecretString }).fault?.code ?? null;
    expect([put("newer"), put("newer"), put("other")]).toEqual([
      null,
      null,
      "ResourceExistsException",
    ]);
    expect([at("AWSCURRENT"), at("AWSPREVIOUS")]).toEqual([
      "newer",
      '{"user":"shop","password":"new"}',
    ]);
    const { Versions } = ana("ListSecretVersionIds", { ...it_, IncludeDeprecated: true })
      .output as { Versions: object[] };
    expect(Versions).toHaveLength(3);
    ana("PutSecretValue", { ...it_, SecretString: "tried", VersionStages: ["AWSPENDING"] });
    expect([at("AWSCURRENT"), at("AWSPENDING")]).toEqual(["newer", "tried"]);
    const holder = (stage: string) =>
      ana("GetSecretValue", { ...it_, VersionStage: stage }).output!["VersionId"];
    const moved = {
      MoveToVersionId: holder("AWSPENDING"),
      RemoveFromVersionId: holder("AWSCURRENT"),
    };
    ana("UpdateSecretVersionStage", { ...it_, VersionStage: "AWSCURRENT", ...moved });
    expect([at("AWSCURRENT"), at("AWSPREVIOUS")]).toEqual(["tried", "newer"]);
  });

  it("can be brought back while its recovery window lasts", () => {
    const world = begin();
    const ana = as(world, "ana");
    const it_ = { SecretId: "shop/db" };
    ana("DeleteSecret", { ...it_, RecoveryWindowInDays: 7 });
    expect(ana("GetSecretValue", it_).fault?.code).toBe("InvalidRequestException");
    ana("RestoreSecret", it_);
    expect(ana("GetSecretValue", it_).output).toBeDefined();
    ana("DeleteSecret", { ...it_, RecoveryWindowInDays: 7 });
    world.nowMs += 8 * 86_400_000;
    expect(ana("RestoreSecret", it_).fault?.code).toBe("ResourceNotFoundException");
    const again = ana("CreateSecret", { Name: "shop/db", SecretString: "x" }).output!;
    expect(again["ARN"]).not.toBe(arn("shop/db-AbCdEf"));
  });

  it.each([
    [
      "public, blocked",
      policy(to("*", "secretsmanager:GetSecretValue")),
      true,
      "PublicPolicyException",
    ],
    ["public, not blocked", policy(to("*", "secretsmanager:GetSecretValue")), false, null],
    ["of a partner", policy(to(partner, "secretsmanager:GetSecretValue")), true, null],
    [
      "of nobody that is there",
      policy(to(`${partner}s`, "secretsmanager:GetSecretValue")),
      true,
      "MalformedPolicyDocumentException",
    ],
    ["that is none", {}, true, "MalformedPolicyDocumentException"],
  ])("takes a policy %s or not", (_what, Policy, BlockPublicPolicy, code) => {
    const input = {
      SecretId: "shop/db",
      ResourcePolicy: JSON.stringify(Policy),
      BlockPublicPolicy,
    };
    expect(as(begin(), "ana")("PutResourcePolicy", input).fault?.code ?? null).toBe(code);
  });

  it("is listed, described, found by filters and read with others", () => {
    const world = begin();
    const ana = as(world, "ana");
    const names = (input: object) =>
      (
        ana("ListSecrets", { ...input }).output as { SecretList: { Name: string }[] }
      ).SecretList.map(({ Name }) => Name);
    expect(names({ SortBy: "name", SortOrder: "asc" })).toEqual([
      "ops/pager",
      "shared/managed",
      "shared/own",
      "shop/db",
      "shop/own",
    ]);
    expect(names({ Filters: [{ Key: "tag-key", Values: ["team"] }] })).toEqual(["ops/pager"]);
    expect(names({ IncludePlannedDeletion: true })).toContain("leaving");
    ana("RotateSecret", {
      SecretId: "shop/db",
      RotationLambdaARN: "arn:aws:lambda:eu-west-1:111111111111:function:r",
    });
    expect(ana("DescribeSecret", { SecretId: "shop/db" }).output).toMatchObject({
      RotationEnabled: true,
    });
    expect(ana("BatchGetSecretValue", { SecretIdList: ["shop/db", "none"] }).output).toMatchObject({
      SecretValues: [{ Name: "shop/db" }],
      Errors: [{ SecretId: "none", ErrorCode: "ResourceNotFoundException" }],
    });
    expect(as(world, "app")("BatchGetSecretValue", { SecretIdList: ["shop/db"] }).fault?.code).toBe(
      "AccessDeniedException",
    );
  });

  it("may be a password with something of every kind", () => {
    const ana = as(begin(), "ana");
    const made = (input: object) =>
      ana("GetRandomPassword", { ...input }).output?.["RandomPassword"];
    expect(made({ PasswordLength: 4 })).toMatch(
      /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{4}$/,
    );
    expect(made({ ExcludePunctuation: true, ExcludeCharacters: "abc0" })).toMatch(
      /^[A-Zd-z1-9]{32}$/,
    );
    expect(ana("GetRandomPassword", { PasswordLength: 3 }).fault?.code).toBe(
      "InvalidParameterException",
    );
  });
});
