import { timingSafeEqual } from "node:crypto";

import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { ecdsaSign } from "./crypto/elliptic.ts";
import { hashed } from "./crypto/numbers.ts";
import { pkcs1Sign, pkcs1Verify, pssSign, pssVerify } from "./crypto/rsa.ts";
import { hashOf, keyFor } from "./algorithm.ts";
import { named, usable, type Ctx } from "./find.ts";
import { invalid, keyNeed, stopDryRun } from "./needs.ts";
import { pairOf, purposeOf } from "./pairs.ts";
import { algorithmsOf } from "./specs.ts";
import type { KmsKey, KmsState } from "./state.ts";

const signs = (context: Ctx) => [
  keyNeed(context, named(context), {
    "kms:SigningAlgorithm": context.input.text("SigningAlgorithm"),
    "kms:MessageType": context.input.optional("MessageType") ?? "RAW",
  }),
];

export const signOperations = defineOperations<KmsState>()({
  Sign: {
    readOnly: true,
    needs: signs,
    run: (context) => {
      const { key, algorithm } = signer(context);
      const Signature = signature(context.world, key, { algorithm, digest: digestOf(context) });
      stopDryRun(context);
      return { KeyId: key.arn, Signature, SigningAlgorithm: algorithm };
    },
  },
  Verify: {
    readOnly: true,
    needs: signs,
    run: (context) => {
      const { key, algorithm } = signer(context);
      const sent = context.input.bytes("Signature") ?? new Uint8Array();
      if (!isSignature(context, { key, algorithm, sent }))
        throw refusal("KMSInvalidSignatureException", "");
      stopDryRun(context);
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
    },
  },
  GetPublicKey: {
    readOnly: true,
    needs: (context) => [keyNeed(context, named(context))],
    run: ({ world, ...context }) => {
      const { key } = named({ world, ...context });
      usable(key);
      if (!/^(RSA|ECC)_/.test(key.spec))
        throw refusal("UnsupportedOperationException", `${key.arn} has no public key.`);
      const { MacAlgorithms: _, ...algorithms } = algorithmsOf(key);
      return {
        KeyId: key.arn,
        PublicKey: new Uint8Array(
          pairOf(world, key).publicKey.export({ format: "der", type: "spki" }),
        ),
        CustomerMasterKeySpec: key.spec,
        KeySpec: key.spec,
        KeyUsage: key.usage,
        ...algorithms,
      };
    },
  },
});

const signer = (context: Ctx) => keyFor(context, "SigningAlgorithm");

function digestOf({ input }: Ctx): Uint8Array {
  const message = input.bytes("Message") ?? new Uint8Array();
  const hash = hashOf(input.text("SigningAlgorithm"));
  if (message.length > 4096) throw invalid("A message has at most 4096 bytes: send its digest.");
  if (input.optional("MessageType") !== "DIGEST") return hashed(hash, message);
  if (message.length !== hashed(hash).length)
    throw invalid("Digest is invalid length for algorithm.");
  return message;
}

function signature(
  world: World,
  key: KmsKey,
  { algorithm, digest }: { algorithm: string; digest: Uint8Array },
): Uint8Array {
  const hash = hashOf(algorithm);
  if (algorithm.startsWith("ECDSA"))
    return ecdsaSign(world, { spec: key.spec, purpose: purposeOf(key), digest });
  const { privateKey } = pairOf(world, key);
  return algorithm.includes("PSS")
    ? pssSign(world, privateKey, { digest, hash })
    : pkcs1Sign(privateKey, { digest, hash });
}

type Sent = { key: KmsKey; algorithm: string; sent: Uint8Array };

function isSignature(context: Ctx, { key, algorithm, sent }: Sent): boolean {
  const { publicKey } = pairOf(context.world, key);
  const digest = digestOf(context);
  const given = { digest, hash: hashOf(algorithm), signature: sent };
  if (algorithm.includes("PSS")) return pssVerify(publicKey, given);
  if (algorithm.includes("PKCS1")) return pkcs1Verify(publicKey, given);
  return ecdsaVerify(context, { key, algorithm, sent }, digest);
}

/** A nonce of its own for each digest makes one signature the only one: signing once more tells. */
function ecdsaVerify({ world }: Ctx, { key, algorithm, sent }: Sent, digest: Uint8Array): boolean {
  const again = signature(world, key, { algorithm, digest });
  return again.length === sent.length && timingSafeEqual(again, sent);
}
