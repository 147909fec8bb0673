import type { World } from "../../world/world.ts";
import { oaepDecrypt, oaepEncrypt, oaepMost } from "./crypto/rsa.ts";
import { readSealed, seal, unseal, type Sealed } from "./crypto/symmetric.ts";
import { invalid } from "./needs.ts";
import { pairOf } from "./pairs.ts";
import type { KmsKey } from "./state.ts";

type Bound = Readonly<Record<string, string>>;

const oaepHashes: Readonly<Record<string, string>> = {
  RSAES_OAEP_SHA_1: "sha1",
  RSAES_OAEP_SHA_256: "sha256",
};

/** What a symmetric ciphertext tells about itself. */
export const sealedFor = (box: Uint8Array | null): Sealed | null => (box ? readSealed(box) : null);

export function locked(
  world: World,
  key: KmsKey,
  { text, algorithm, bound }: { text: Uint8Array; algorithm: string; bound: Bound },
): Uint8Array {
  const hash = oaepHashes[algorithm];
  if (hash === undefined) return seal(world, key, { text, bound });
  const { publicKey } = pairOf(world, key);
  if (text.length > oaepMost(publicKey, hash))
    throw invalid(`Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt so many bytes.`);
  return oaepEncrypt(world, publicKey, { text, hash });
}

/** Null where it does not open: another key, another encryption context, or changed bytes. */
export function opened(
  world: World,
  key: KmsKey,
  { box, algorithm, bound }: { box: Uint8Array; algorithm: string; bound: Bound },
): Uint8Array | null {
  const hash = oaepHashes[algorithm];
  const text =
    hash === undefined
      ? unseal(world, box, bound)
      : oaepDecrypt(pairOf(world, key).privateKey, box, hash);
  return text && new Uint8Array(text);
}
