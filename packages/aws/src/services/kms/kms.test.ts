import { createPublicKey, verify } from "node:crypto";

import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";
import type { World } from "../../world/world.ts";
import { fitting } from "../test/fitting.ts";

const allow = (Action: string | string[], more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*", ...more }],
});
const id = (digit: string) => `${digit.repeat(8)}-1111-4111-8111-111111111111`;
const arn = (digit: string) => `arn:aws:kms:eu-west-1:111111111111:key/${id(digit)}`;
const [orders, closed, shared, rsa, ec, mac, off] = ["a", "b", "c", "d", "e", "f", "0"].map(
  arn,
) as [string, ...string[]] as [string, string, string, string, string, string, string];

const user = (name: string, inline: object = {}) => ({ name, keys: 1, inline });
const named = (AWS: string | string[], Action: string | string[], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS },
  Action,
  Resource: "*",
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          user("ana", { all: allow("*") }),
          user("bo", {
            context: allow("kms:*", {
              Condition: { StringEquals: { "kms:EncryptionContext:tenant": "north" } },
            }),
          }),
          user("cy"),
          user("di", {
            alias: allow("kms:Encrypt", {
              Condition: { StringEquals: { "kms:RequestAlias": "alias/orders" } },
            }),
          }),
        ],
      },
      regions: {
        "eu-west-1": {
          kms: {
            keys: [
              {
                id: id("a"),
                alias: "orders",
                tags: { team: "orders" },
                grants: [
                  {
                    grantee: "arn:aws:iam::111111111111:user/cy",
                    operations: ["Decrypt", "DescribeKey", "CreateGrant"],
                    subset: { tenant: "north" },
                    retiring: "arn:aws:iam::111111111111:user/bo",
                  },
                ],
              },
              // Without the account in it, identity policies do not count.
              { id: id("b"), policy: policy(named("arn:aws:iam::111111111111:user/cy", "kms:*")) },
              {
                id: id("c"),
                policy: policy(
                  named("111111111111", "kms:*"),
                  named("222222222222", ["kms:Encrypt", "kms:Decrypt"]),
                ),
              },
              { id: id("d"), spec: "RSA_2048", usage: "SIGN_VERIFY" },
              { id: id("e"), spec: "ECC_NIST_P256" },
              { id: id("f"), spec: "HMAC_256" },
              { id: id("0"), enabled: false },
              { id: id("1"), origin: "EXTERNAL" },
            ],
          },
        },
      },
    },
    {
      id: "222222222222",
      name: "Partner",
      iam: { users: [user("eve", { all: allow("*") }), user("fay")] },
    },
  ],
};

const text = (value: string) => new TextEncoder().encode(value);
const begin = () => buildWorld(declared, "s");
const as = (world: World, user: string) => fitting(world, "kms", { user });

describe("who may use a key", () => {
  const north = { EncryptionContext: { tenant: "north" } };
  it.each([
    ["ana", "Encrypt", { KeyId: orders, Plaintext: text("x") }, null],
    ["ana", "Encrypt", { KeyId: "alias/orders", Plaintext: text("x") }, null],
    ["ana", "Encrypt", { KeyId: "alias/none", Plaintext: text("x") }, "NotFoundException"],
    ["ana", "Encrypt", { KeyId: id("9"), Plaintext: text("x") }, "NotFoundException"],
    [
      "ana",
      "Encrypt",
      { KeyId: orders.replace("eu-west-1", "us-east-1"), Plaintext: text("x") },
      "NotFoundException",
    ],
    ["ana", "Encrypt", { KeyId: off, Plaintext: text("x") }, "DisabledException"],
    ["ana", "Encrypt", { KeyId: mac, Plaintext: text("x") }, "InvalidKeyUsageException"],
    ["ana", "Encrypt", { KeyId: orders, Plaintext: new Uint8Array(4097) }, "ValidationException"],
    [
      "ana",
      "Encrypt",
      { KeyId: orders, Plaintext: text("x"), DryRun: true },
      "DryRunOperationException",
    ],
    ["bo", "Encrypt", { KeyId: orders, Plaintext: text("x"), ...north }, null],
    ["bo", "Encrypt", { KeyId: orders, Plaintext: text("x") }, "AccessDeniedException"],
    ["di", "Encrypt", { KeyId: "alias/orders", Plaintext: text("x") }, null],
    ["di", "Encrypt", { KeyId: orders, Plaintext: text("x") }, "AccessDeniedException"],
    ["ana", "Encrypt", { KeyId: closed, Plaintext: text("x") }, "AccessDeniedException"],
    ["cy", "Encrypt", { KeyId: closed, Plaintext: text("x") }, null],
    ["cy", "DescribeKey", { KeyId: orders }, null],
    ["cy", "GetKeyPolicy", { KeyId: orders }, "AccessDeniedException"],
    ["eve", "Encrypt", { KeyId: shared, Plaintext: text("x") }, null],
    ["eve", "Encrypt", { KeyId: orders, Plaintext: text("x") }, "AccessDeniedException"],
    ["eve", "DescribeKey", { KeyId: shared }, "AccessDeniedException"],
    ["fay", "Encrypt", { KeyId: shared, Plaintext: text("x") }, "AccessDeniedException"],
    ["ana", "GetKeyPolicy", { KeyId: "alias/orders" }, "NotFoundException"],
    ["ana", "GenerateDataKey", { KeyId: orders }, "ValidationException"],
    ["ana", "GenerateDataKey", { KeyId: orders, KeySpec: "AES_256" }, null],
    ["ana", "GetPublicKey", { KeyId: orders }, "UnsupportedOperationException"],
    ["ana", "CreateKey", { KeySpec: "HMAC_256" }, "ValidationException"],
    ["ana", "CreateKey", { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }, null],
    ["cy", "CreateKey", {}, "AccessDeniedException"],
  ])("%s calls %s (case %#)", (name, operation, input, code) => {
    expect(as(begin(), name)(operation, input).fault?.code ?? null).toBe(code);
  });
});

describe("encryption", () => {
  it("binds the encryption context, and the ciphertext names its key", () => {
    const ana = as(begin(), "ana");
    const bound = { tenant: "north", order: "17" };
    const { CiphertextBlob } = ana("Encrypt", {
      KeyId: orders,
      Plaintext: text("secret"),
      EncryptionContext: bound,
    }).output!;
    const open = (input: object) => ana("Decrypt", { CiphertextBlob, ...input });
    const same = { EncryptionContext: { order: "17", tenant: "north" } };
    expect(open(same).output).toMatchObject({ KeyId: orders, Plaintext: text("secret") });
    expect(open({}).fault?.code).toBe("InvalidCiphertextException");
    const wrong = { EncryptionContext: { ...bound, tenant: "south" } };
    expect(open(wrong).fault?.code).toBe("InvalidCiphertextException");
    expect(open({ ...same, KeyId: shared }).fault?.code).toBe("IncorrectKeyException");
    const bent = Uint8Array.from(CiphertextBlob as Uint8Array, (byte, at) =>
      at === 70 ? byte ^ 1 : byte,
    );
    expect(open({ ...same, CiphertextBlob: bent }).fault?.code).toBe("InvalidCiphertextException");
    expect(open({ CiphertextBlob: text("no") }).fault?.code).toBe("InvalidCiphertextException");
  });

  it("is the same again in the same world, opens after a rotation, and goes to another key", () => {
    const [one, two] = [begin(), begin()].map((world) => {
      const ana = as(world, "ana");
      return { world, ana, box: ana("Encrypt", { KeyId: orders, Plaintext: text("x") }).output! };
    }) as [
      { world: World; ana: ReturnType<typeof as>; box: Record<string, unknown> },
      { box: unknown },
    ];
    expect(one.box).toEqual(two.box);
    one.ana("RotateKeyOnDemand", { KeyId: orders });
    const { CiphertextBlob } = one.box;
    expect(one.ana("Decrypt", { CiphertextBlob }).output).toMatchObject({ Plaintext: text("x") });
    const moved = one.ana("ReEncrypt", { CiphertextBlob, DestinationKeyId: shared }).output!;
    expect(moved).toMatchObject({ SourceKeyId: orders, KeyId: shared });
    const there = { CiphertextBlob: moved["CiphertextBlob"] };
    expect(as(one.world, "eve")("Decrypt", there).output).toMatchObject({ Plaintext: text("x") });
  });

  it("signs so that others can verify it", () => {
    const ana = as(begin(), "ana");
    for (const [KeyId, SigningAlgorithm] of [
      [rsa, "RSASSA_PKCS1_V1_5_SHA_256"],
      [rsa, "RSASSA_PSS_SHA_512"],
      [ec, "ECDSA_SHA_256"],
    ]) {
      const given = { KeyId, SigningAlgorithm, Message: text("order 17") };
      const { Signature } = ana("Sign", given).output!;
      const again = { ...given, Signature };
      expect(ana("Verify", again).output).toMatchObject({ SignatureValid: true });
      expect(ana("Verify", { ...again, Message: text("order 18") }).fault?.code).toBe(
        "KMSInvalidSignatureException",
      );
    }
    const { PublicKey } = ana("GetPublicKey", { KeyId: ec }).output!;
    const key = createPublicKey({
      key: Buffer.from(PublicKey as Uint8Array),
      format: "der",
      type: "spki",
    });
    const given = { KeyId: ec, SigningAlgorithm: "ECDSA_SHA_256", Message: text("m") };
    const { Signature } = ana("Sign", given).output as { Signature: Uint8Array };
    expect(verify("sha256", text("m"), key, Signature)).toBe(true);
  });

  it("makes codes that nobody can make without the key", () => {
    const ana = as(begin(), "ana");
    const given = { KeyId: mac, MacAlgorithm: "HMAC_SHA_256", Message: text("m") };
    const { Mac } = ana("GenerateMac", given).output!;
    expect(ana("VerifyMac", { ...given, Mac }).output).toMatchObject({ MacValid: true });
    const other = { ...given, Mac, Message: text("n") };
    expect(ana("VerifyMac", other).fault?.code).toBe("KMSInvalidMacException");
  });
});

describe("grants", () => {
  const boxed = (world: World, tenant: string) =>
    as(world, "ana")("Encrypt", {
      KeyId: orders,
      Plaintext: text("x"),
      EncryptionContext: { tenant },
    }).output!["CiphertextBlob"];

  it.each([
    ["north", null],
    ["south", "AccessDeniedException"],
  ])("let their grantee decrypt within their constraint: %s", (tenant, code) => {
    const world = begin();
    const box = { CiphertextBlob: boxed(world, tenant), EncryptionContext: { tenant } };
    expect(as(world, "cy")("Decrypt", box).fault?.code ?? null).toBe(code);
  });

  it.each([
    ["the same", ["Decrypt"], { EncryptionContextSubset: { tenant: "north" } }, null],
    ["narrower", ["Decrypt"], { EncryptionContextEquals: { tenant: "north" } }, null],
    [
      "another operation",
      ["Encrypt"],
      { EncryptionContextSubset: { tenant: "north" } },
      "AccessDeniedException",
    ],
    ["no constraint", ["Decrypt"], undefined, "AccessDeniedException"],
  ])("are passed on as far as one's own reaches: %s", (_what, Operations, Constraints, code) => {
    const GranteePrincipal = "arn:aws:iam::111111111111:user/di";
    const input = { KeyId: orders, GranteePrincipal, Operations, Constraints };
    expect(as(begin(), "cy")("CreateGrant", input).fault?.code ?? null).toBe(code);
  });

  it("end when they are retired or revoked", () => {
    const world = begin();
    const [ana, bo, cy] = [as(world, "ana"), as(world, "bo"), as(world, "cy")];
    const list = () =>
      ana("ListGrants", { KeyId: orders }).output!["Grants"] as { GrantId: string }[];
    const GrantId = list()[0]!.GrantId;
    expect(cy("RetireGrant", { KeyId: orders, GrantId }).fault?.code).toBe("AccessDeniedException");
    expect(bo("RetireGrant", { KeyId: orders, GrantId }).fault).toBeUndefined();
    expect(cy("DescribeKey", { KeyId: orders }).fault?.code).toBe("AccessDeniedException");
    const made = ana("CreateGrant", {
      KeyId: orders,
      GranteePrincipal: "arn:aws:iam::222222222222:user/eve",
      Operations: ["DescribeKey"],
    }).output!;
    const eve = as(world, "eve");
    expect(eve("DescribeKey", { KeyId: orders }).output).toBeDefined();
    ana("RevokeGrant", { KeyId: orders, GrantId: made["GrantId"] });
    expect(eve("DescribeKey", { KeyId: orders }).fault?.code).toBe("AccessDeniedException");
  });

  it("refuse grantees that are not there and operations that the key has not", () => {
    const ana = as(begin(), "ana");
    const give = (who: string, Operations: string[]) =>
      ana("CreateGrant", { KeyId: orders, GranteePrincipal: who, Operations }).fault?.code;
    expect(give("arn:aws:iam::111111111111:user/nobody", ["Decrypt"])).toBe("InvalidArnException");
    expect(give("arn:aws:iam::111111111111:user/bo", ["Sign"])).toBe("ValidationException");
  });
});

describe("a key's life", () => {
  it.each([
    [
      "leaves the caller out",
      policy(named("arn:aws:iam::111111111111:user/cy", "kms:*")),
      false,
      "MalformedPolicyDocumentException",
    ],
    [
      "leaves the caller out, as meant",
      policy(named("arn:aws:iam::111111111111:user/cy", "kms:*")),
      true,
      null,
    ],
    [
      "names nobody that is there",
      policy(named("111111111111", "kms:*"), named("arn:aws:iam::111111111111:role/x", "kms:*")),
      true,
      "MalformedPolicyDocumentException",
    ],
    ["opens it for the account", policy(named("111111111111", "kms:*")), false, null],
    ["is no policy", { Version: "1" }, true, "MalformedPolicyDocumentException"],
  ])("a policy that %s", (_what, Policy, BypassPolicyLockoutSafetyCheck, code) => {
    const input = { KeyId: orders, Policy: JSON.stringify(Policy), BypassPolicyLockoutSafetyCheck };
    expect(as(begin(), "ana")("PutKeyPolicy", input).fault?.code ?? null).toBe(code);
  });

  it("ends after its waiting time and not before", () => {
    const world = begin();
    const ana = as(world, "ana");
    const { CiphertextBlob } = ana("Encrypt", { KeyId: orders, Plaintext: text("x") }).output!;
    const schedule = (days: number) =>
      ana("ScheduleKeyDeletion", { KeyId: orders, PendingWindowInDays: days }).fault?.code ?? null;
    expect(schedule(6)).toBe("ValidationException");
    expect(schedule(7)).toBe(null);
    expect(ana("Decrypt", { CiphertextBlob }).fault?.code).toBe("KMSInvalidStateException");
    ana("CancelKeyDeletion", { KeyId: orders });
    expect(ana("Decrypt", { CiphertextBlob }).fault?.code).toBe("DisabledException");
    ana("EnableKey", { KeyId: orders });
    expect(ana("Decrypt", { CiphertextBlob }).output).toBeDefined();
    expect(schedule(7)).toBe(null);
    world.nowMs += 7 * 86_400_000;
    expect(ana("Decrypt", { CiphertextBlob }).fault?.code).toBe("AccessDeniedException");
    expect(ana("ListAliases").output).toMatchObject({ Aliases: [] });
  });

  it("rotates by itself when the year is over", () => {
    const world = begin();
    const ana = as(world, "ana");
    ana("EnableKeyRotation", { KeyId: orders });
    world.nowMs += 366 * 86_400_000;
    const { Rotations } = ana("ListKeyRotations", { KeyId: orders }).output as {
      Rotations: object[];
    };
    expect(Rotations).toMatchObject([{ RotationType: "AUTOMATIC" }]);
    expect(ana("EnableKeyRotation", { KeyId: rsa }).fault?.code).toBe(
      "UnsupportedOperationException",
    );
  });

  it("does not rotate imported material by itself, and says where material is from", () => {
    const ana = as(begin(), "ana");
    const KeyId = id("1");
    expect(ana("DescribeKey", { KeyId }).output).toMatchObject({
      KeyMetadata: { Origin: "EXTERNAL", ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
    });
    expect(ana("GetKeyRotationStatus", { KeyId }).output).toMatchObject({
      KeyRotationEnabled: false,
    });
    expect(ana("EnableKeyRotation", { KeyId }).fault?.code).toBe("UnsupportedOperationException");
  });

  it("shares its rotation with its replicas, and has it set at the primary alone", () => {
    const world = begin();
    const [ana, there] = [callingAs(world, "user/ana"), { region: "us-east-1" }];
    const { KeyMetadata } = ana("kms", "CreateKey", { MultiRegion: true }).output as {
      KeyMetadata: { KeyId: string };
    };
    const { KeyId } = KeyMetadata;
    ana("kms", "ReplicateKey", { KeyId, ReplicaRegion: there.region });
    const replica = callingAs(world, "user/ana", there);
    const isOn = () =>
      (replica("kms", "GetKeyRotationStatus", { KeyId }).output as { KeyRotationEnabled: boolean })
        .KeyRotationEnabled;
    expect(replica("kms", "EnableKeyRotation", { KeyId }).fault?.code).toBe(
      "UnsupportedOperationException",
    );
    expect(isOn()).toBe(false);
    ana("kms", "EnableKeyRotation", { KeyId });
    expect(isOn()).toBe(true);
    ana("kms", "DisableKeyRotation", { KeyId });
    expect(isOn()).toBe(false);
  });

  it("has replicas that open what the primary sealed", () => {
    const world = begin();
    const ana = as(world, "ana");
    const { KeyMetadata } = ana("CreateKey", { MultiRegion: true }).output as {
      KeyMetadata: { Arn: string; KeyId: string };
    };
    const { Arn: KeyId } = KeyMetadata;
    const { CiphertextBlob } = ana("Encrypt", { KeyId, Plaintext: text("x") }).output!;
    const there = callingAs(world, "user/ana", { region: "us-east-1" });
    expect(there("kms", "Decrypt", { CiphertextBlob }).fault?.code).toBe("AccessDeniedException");
    ana("ReplicateKey", { KeyId, ReplicaRegion: "us-east-1" });
    expect(there("kms", "Decrypt", { CiphertextBlob }).output).toMatchObject({
      Plaintext: text("x"),
    });
    expect(ana("DescribeKey", { KeyId }).output).toMatchObject({
      KeyMetadata: {
        MultiRegionConfiguration: {
          MultiRegionKeyType: "PRIMARY",
          ReplicaKeys: [{ Region: "us-east-1" }],
        },
      },
    });
  });

  it("lists what there is, with tags and aliases", () => {
    const ana = as(begin(), "ana");
    expect(ana("ListKeys", { Limit: 3 }).output).toMatchObject({ Truncated: true });
    ana("CreateAlias", { AliasName: "alias/more", TargetKeyId: orders });
    const again = ana("CreateAlias", { AliasName: "alias/more", TargetKeyId: orders });
    expect(again.fault?.code).toBe("AlreadyExistsException");
    ana("UpdateAlias", { AliasName: "alias/more", TargetKeyId: shared });
    expect(ana("ListAliases", { KeyId: shared }).output).toMatchObject({
      Aliases: [{ AliasName: "alias/more" }],
    });
    ana("DeleteAlias", { AliasName: "alias/more" });
    ana("TagResource", { KeyId: orders, Tags: [{ TagKey: "a", TagValue: "b" }] });
    ana("UntagResource", { KeyId: orders, TagKeys: ["team"] });
    expect(ana("ListResourceTags", { KeyId: orders }).output).toEqual({
      Tags: [{ TagKey: "a", TagValue: "b" }],
      Truncated: false,
      NextMarker: undefined,
    });
  });
});
