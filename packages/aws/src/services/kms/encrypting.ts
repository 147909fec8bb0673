import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { materialId } from "./crypto/material.ts";
import { findKey, named, usable, type Ctx, type Found } from "./find.ts";
import { boundKeys, invalid, keyNeed, stopDryRun } from "./needs.ts";
import { locked, opened, sealedFor } from "./boxes.ts";
import type { KmsKey, KmsState } from "./state.ts";

/**
 * The keys of one side of an operation: how the input calls them. ReEncrypt has two sides.
 */
type Side = { key: string; bound: string; algorithm: string };
const plain: Side = { key: "KeyId", bound: "EncryptionContext", algorithm: "EncryptionAlgorithm" };
const source: Side = {
  key: "SourceKeyId",
  bound: "SourceEncryptionContext",
  algorithm: "SourceEncryptionAlgorithm",
};
const destination: Side = {
  key: "DestinationKeyId",
  bound: "DestinationEncryptionContext",
  algorithm: "DestinationEncryptionAlgorithm",
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/kms-cryptography.html */
export const encryptOperations = defineOperations<KmsState>()({
  Encrypt: {
    readOnly: true,
    needs: (context) => [need(context, { ...named(context), side: plain })],
    run: (context) => {
      const { key } = named(context);
      ready(key, context);
      const text = context.input.bytes("Plaintext") ?? new Uint8Array();
      if (text.length === 0 || text.length > 4096)
        throw invalid("Value at 'plaintext' must have a length from 1 to 4096.");
      const algorithm = algorithmOf(context, key, plain);
      const box = locked(context.world, key, { text, algorithm, bound: bound(context, plain) });
      stopDryRun(context);
      return { CiphertextBlob: box, KeyId: key.arn, EncryptionAlgorithm: algorithm };
    },
  },
  Decrypt: {
    readOnly: true,
    needs: (context) => [need(context, { ...opener(context, plain), side: plain })],
    run: (context) => {
      const { key } = opener(context, plain);
      const text = open(context, key, plain);
      stopDryRun(context);
      return {
        KeyId: key.arn,
        Plaintext: text,
        EncryptionAlgorithm: algorithmOf(context, key, plain),
        KeyMaterialId: currentMaterial(context, key),
      };
    },
  },
  ReEncrypt: {
    readOnly: true,
    needs: (context) => {
      const [from, to] = [opener(context, source), named(context, destination.key)];
      const more = { "kms:ReEncryptOnSameKey": String(from.key === to.key) };
      return [
        { ...need(context, { ...from, side: source, more }), action: "kms:ReEncryptFrom" },
        { ...need(context, { ...to, side: destination, more }), action: "kms:ReEncryptTo" },
      ];
    },
    run: (context) => {
      const [from, to] = [opener(context, source).key, named(context, destination.key).key];
      const text = open(context, from, source);
      ready(to, context);
      const algorithm = algorithmOf(context, to, destination);
      stopDryRun(context);
      return {
        CiphertextBlob: locked(context.world, to, {
          text,
          algorithm,
          bound: bound(context, destination),
        }),
        SourceKeyId: from.arn,
        KeyId: to.arn,
        SourceEncryptionAlgorithm: algorithmOf(context, from, source),
        DestinationEncryptionAlgorithm: algorithm,
        SourceKeyMaterialId: currentMaterial(context, from),
        DestinationKeyMaterialId: currentMaterial(context, to),
      };
    },
  },
});

const bound = ({ input }: Ctx, side: Side): Record<string, string> => input.map(side.bound);

type Asked = Found & { side: Side; more?: Record<string, string> };

function need(context: Ctx, { side, more, ...found }: Asked) {
  return keyNeed(context, found, {
    "kms:EncryptionAlgorithm": context.input.optional(side.algorithm) ?? "SYMMETRIC_DEFAULT",
    ...boundKeys(bound(context, side)),
    ...more,
  });
}

/** The key that opens a ciphertext: a symmetric one tells it itself, and must be the named one where one is named. */
function opener(context: Ctx, side: Side): Found {
  const { world, account, region, input } = context;
  const where = { world, account: account.id, region };
  const sealed = sealedFor(input.bytes("CiphertextBlob"));
  const given = input.optional(side.key);
  if (given !== null) {
    const found = findKey(given, where);
    const other = sealed && (sealed.keyId !== found.key.id || sealed.account !== found.key.account);
    if (found.key.spec === "SYMMETRIC_DEFAULT" && other)
      throw refusal(
        "IncorrectKeyException",
        "The key ID in the request does not identify a key that can perform this operation.",
      );
    return found;
  }
  if (!sealed) throw refusal("InvalidCiphertextException", "");
  try {
    return findKey(`arn:aws:kms:${region}:${sealed.account}:key/${sealed.keyId}`, where);
  } catch {
    throw refusal(
      "AccessDeniedException",
      "The ciphertext refers to a key that does not exist, does not exist in this Region, or may not be used by this caller.",
    );
  }
}

function open(context: Ctx, key: KmsKey, side: Side): Uint8Array {
  ready(key, context);
  const box = context.input.bytes("CiphertextBlob") ?? new Uint8Array();
  const algorithm = algorithmOf(context, key, side);
  const text = opened(context.world, key, { box, algorithm, bound: bound(context, side) });
  if (text === null) throw refusal("InvalidCiphertextException", "");
  return text;
}

/** Refuses a key that is off, or that is not for encryption. */
function ready(key: KmsKey, { call }: Ctx): void {
  usable(key);
  if (key.usage !== "ENCRYPT_DECRYPT")
    throw refusal(
      "InvalidKeyUsageException",
      `${key.arn} key usage is ${key.usage} which is not valid for ${call.operation}.`,
    );
}

function algorithmOf({ input }: Ctx, { arn, spec }: KmsKey, side: Side): string {
  const algorithm = input.optional(side.algorithm) ?? "SYMMETRIC_DEFAULT";
  if ((algorithm === "SYMMETRIC_DEFAULT") !== (spec === "SYMMETRIC_DEFAULT"))
    throw refusal(
      "InvalidKeyUsageException",
      `Algorithm ${algorithm} is incompatible with key spec ${spec} of ${arn}.`,
    );
  return algorithm;
}

const currentMaterial = ({ world }: Ctx, key: KmsKey): string | undefined =>
  key.spec === "SYMMETRIC_DEFAULT" ? materialId(world, key) : undefined;
