import { constants, privateDecrypt, publicEncrypt, type KeyObject } from "node:crypto";

import type { World } from "../../../world/world.ts";
import { chanceBytes } from "./material.ts";
import { hashed, mask, xor } from "./numbers.ts";

const raw = { padding: constants.RSA_NO_PADDING } as const;
const sizeOf = (key: KeyObject): number => key.asymmetricKeyDetails!.modulusLength! / 8;

/** Bytes that OAEP can hold. */
export const oaepMost = (key: KeyObject, hash: string): number =>
  sizeOf(key) - 2 * hashed(hash).length - 2;

/** RSAES-OAEP of RFC 8017, 7.1.1, with a seed of the world's chance instead of the machine's. */
export function oaepEncrypt(
  world: World,
  key: KeyObject,
  given: { text: Uint8Array; hash: string },
) {
  const { text, hash } = given;
  const label = hashed(hash);
  const filling = Buffer.alloc(oaepMost(key, hash) - text.length);
  const data = Buffer.concat([label, filling, Buffer.from([1]), text]);
  const seed = chanceBytes(world, label.length);
  const maskedData = xor(data, mask(hash, seed, data.length));
  const maskedSeed = xor(seed, mask(hash, maskedData, seed.length));
  const whole = Buffer.concat([Buffer.from([0]), maskedSeed, maskedData]);
  return new Uint8Array(publicEncrypt({ key, ...raw }, whole));
}

/** Null where it was not made with this key and hash. */
export function oaepDecrypt(key: KeyObject, box: Uint8Array, hash: string): Buffer | null {
  try {
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash }, box);
  } catch {
    return null;
  }
}

/** EMSA-PSS of RFC 8017, 9.1.1: the salt is as long as the hash and of the world's chance. */
export function pssSign(world: World, key: KeyObject, given: { digest: Uint8Array; hash: string }) {
  const { digest, hash } = given;
  const salt = chanceBytes(world, digest.length);
  const inner = hashed(hash, Buffer.alloc(8), digest, salt);
  const length = sizeOf(key);
  const filling = Buffer.alloc(length - 2 * digest.length - 2);
  const data = Buffer.concat([filling, Buffer.from([1]), salt]);
  const masked = xor(data, mask(hash, inner, data.length));
  masked[0]! &= 0x7f;
  return new Uint8Array(
    privateDecrypt({ key, ...raw }, Buffer.concat([masked, inner, Buffer.from([0xbc])])),
  );
}

/** EMSA-PSS-VERIFY of RFC 8017, 9.1.2, over a digest. */
export function pssVerify(
  key: KeyObject,
  { digest, hash, signature }: { digest: Uint8Array; hash: string; signature: Uint8Array },
): boolean {
  if (signature.length !== sizeOf(key)) return false;
  const whole = opened(key, signature);
  if (whole?.at(-1) !== 0xbc) return false;
  const split = whole.length - digest.length - 1;
  const inner = whole.subarray(split, -1);
  const data = xor(whole.subarray(0, split), mask(hash, inner, split));
  data[0]! &= 0x7f;
  const salt = data.subarray(-digest.length);
  const filling = Buffer.concat([Buffer.alloc(split - digest.length - 1), Buffer.from([1])]);
  return (
    data.subarray(0, -digest.length).equals(filling) &&
    hashed(hash, Buffer.alloc(8), digest, salt).equals(inner)
  );
}

function opened(key: KeyObject, signature: Uint8Array): Buffer | null {
  try {
    return publicEncrypt({ key, ...raw }, signature);
  } catch {
    return null;
  }
}

/** The DER that stands before a digest in PKCS #1 v1.5: RFC 8017, 9.2, note 1. */
const digestInfo: Readonly<Record<string, string>> = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
};

/** Without a hash of its own: KMS may be handed a digest. */
const withInfo = (digest: Uint8Array, hash: string) =>
  Buffer.concat([Buffer.from(digestInfo[hash]!, "hex"), digest]);

function padded(key: KeyObject, given: { digest: Uint8Array; hash: string }): Buffer {
  const info = withInfo(given.digest, given.hash);
  const filling = Buffer.alloc(sizeOf(key) - info.length - 3, 0xff);
  return Buffer.concat([Buffer.from([0, 1]), filling, Buffer.from([0]), info]);
}

export const pkcs1Sign = (key: KeyObject, given: { digest: Uint8Array; hash: string }) =>
  new Uint8Array(privateDecrypt({ key, ...raw }, padded(key, given)));

export function pkcs1Verify(
  key: KeyObject,
  given: { digest: Uint8Array; hash: string; signature: Uint8Array },
): boolean {
  if (given.signature.length !== sizeOf(key)) return false;
  return opened(key, given.signature)?.equals(padded(key, given)) ?? false;
}
