import { defineOperations } from "../../world/define.ts";
import { secretText } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { chanceBytes, materialId } from "./crypto/material.ts";
import { seal } from "./crypto/symmetric.ts";
import { named, usable, type Ctx } from "./find.ts";
import { boundKeys, invalid, keyNeed, stopDryRun } from "./needs.ts";
import { pairFrom } from "./pairs.ts";
import { isSpec } from "./specs.ts";
import type { KmsKey, KmsState } from "./state.ts";

/** https://docs.aws.amazon.com/kms/latest/developerguide/data-keys.html */
export const dataKeyOperations = defineOperations<KmsState>()({
  GenerateDataKey: {
    readOnly: true,
    needs: (context) => needs(context),
    run: (context) => dataKey(context),
  },
  GenerateDataKeyWithoutPlaintext: {
    readOnly: true,
    needs: (context) => needs(context),
    run: (context) => {
      const { Plaintext: _, ...rest } = dataKey(context);
      return rest;
    },
  },
  GenerateDataKeyPair: {
    readOnly: true,
    needs: (context) => needs(context),
    run: (context) => dataKeyPair(context),
  },
  GenerateDataKeyPairWithoutPlaintext: {
    readOnly: true,
    needs: (context) => needs(context),
    run: (context) => {
      const { PrivateKeyPlaintext: _, ...rest } = dataKeyPair(context);
      return rest;
    },
  },
  GenerateRandom: {
    readOnly: true,
    run: ({ world, input }) => {
      const length = input.number("NumberOfBytes") ?? 0;
      if (length < 1 || length > 1024) throw invalid("NumberOfBytes must be from 1 to 1024.");
      return { Plaintext: chanceBytes(world, length) };
    },
  },
});

function needs(context: Ctx) {
  const spec = context.input.optional("KeyPairSpec");
  const keys = {
    "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
    ...(spec === null ? {} : { "kms:DataKeyPairSpec": spec }),
    ...boundKeys(context.input.map("EncryptionContext")),
  };
  return [keyNeed(context, named(context), keys)];
}

function wrapping(context: Ctx): KmsKey {
  const { key } = named(context);
  usable(key);
  if (key.spec !== "SYMMETRIC_DEFAULT")
    throw refusal(
      "InvalidKeyUsageException",
      `${key.arn} key spec ${key.spec} is not valid for ${context.call.operation}.`,
    );
  return key;
}

function dataKey(context: Ctx) {
  const { world, input } = context;
  const key = wrapping(context);
  const spec = input.optional("KeySpec");
  const count = input.number("NumberOfBytes");
  if ((spec === null) === (count === null))
    throw invalid("Please specify either number of bytes or key spec.");
  const length = count ?? (spec === "AES_128" ? 16 : 32);
  if (length < 1 || length > 1024) throw invalid("NumberOfBytes must be from 1 to 1024.");
  stopDryRun(context);
  const text = chanceBytes(world, length);
  return {
    CiphertextBlob: seal(world, key, { text, bound: input.map("EncryptionContext") }),
    Plaintext: text,
    KeyId: key.arn,
    KeyMaterialId: materialId(world, key),
  };
}

function dataKeyPair(context: Ctx) {
  const { world, input } = context;
  const key = wrapping(context);
  const spec = input.text("KeyPairSpec");
  if (!isSpec(spec) || !/^(RSA|ECC)_/.test(spec))
    throw refusal("UnsupportedOperationException", `KeyPairSpec ${spec} is not emulated.`);
  stopDryRun(context);
  const pair = pairFrom(world, spec, `kms data pair ${secretText(world, 32)}`);
  const text = new Uint8Array(pair.privateKey.export({ format: "der", type: "pkcs8" }));
  return {
    PrivateKeyCiphertextBlob: seal(world, key, { text, bound: input.map("EncryptionContext") }),
    PrivateKeyPlaintext: text,
    PublicKey: new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" })),
    KeyId: key.arn,
    KeyPairSpec: spec,
    KeyMaterialId: materialId(world, key),
  };
}
