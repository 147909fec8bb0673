import { createCipheriv, createDecipheriv } from "node:crypto";

import type { World } from "../../../world/world.ts";
import { chanceBytes, materialOf } from "./material.ts";

/** What a ciphertext of KMS tells about itself without being opened. */
export type Sealed = { account: string; keyId: string; material: number; box: Buffer };

type Key = { id: string; account: string; rotated: readonly unknown[] };
type EncryptionContext = Readonly<Record<string, string>>;

// 4 bytes of format, the account, the material's number, the key's id with its length, then IV, text and tag.
const format = Buffer.from([1, 2, 2, 0]);
const [ivBytes, tagBytes, accountDigits] = [12, 16, 12];

/** AES-256-GCM; the encryption context is bound as additional data. https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html */
export function seal(
  world: World,
  key: Key,
  given: { text: Uint8Array; bound: EncryptionContext },
) {
  const material = key.rotated.length;
  const head = Buffer.concat([
    format,
    Buffer.from(key.account),
    Buffer.from([material, key.id.length]),
    Buffer.from(key.id),
  ]);
  const iv = chanceBytes(world, ivBytes);
  const cipher = createCipheriv(
    "aes-256-gcm",
    materialOf(world, { id: key.id, number: material, length: 32 }),
    iv,
  );
  cipher.setAAD(additional(head, given.bound));
  const text = Buffer.concat([cipher.update(given.text), cipher.final()]);
  return new Uint8Array(Buffer.concat([head, iv, text, cipher.getAuthTag()]));
}

/** Null for what KMS never made. */
export function readSealed(blob: Uint8Array): Sealed | null {
  const bytes = Buffer.from(blob);
  const start = format.length + accountDigits;
  if (bytes.length < start + 2 || !bytes.subarray(0, format.length).equals(format)) return null;
  const end = start + 2 + bytes[start + 1]!;
  if (bytes.length < end + ivBytes + tagBytes) return null;
  return {
    account: bytes.toString("latin1", format.length, start),
    keyId: bytes.toString("latin1", start + 2, end),
    material: bytes[start]!,
    box: bytes.subarray(end),
  };
}

/** Null where the ciphertext or its encryption context is another than was sealed. */
export function unseal(world: World, blob: Uint8Array, bound: EncryptionContext): Buffer | null {
  const sealed = readSealed(blob);
  if (!sealed) return null;
  const { box, keyId, material } = sealed;
  const head = Buffer.from(blob).subarray(0, blob.length - box.length);
  const key = materialOf(world, { id: keyId, number: material, length: 32 });
  const cipher = createDecipheriv("aes-256-gcm", key, box.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  cipher.setAAD(additional(head, bound));
  cipher.setAuthTag(box.subarray(-tagBytes));
  try {
    return Buffer.concat([cipher.update(box.subarray(ivBytes, -tagBytes)), cipher.final()]);
  } catch {
    return null;
  }
}

/** The order of the pairs does not matter, their case does. */
function additional(head: Buffer, bound: EncryptionContext): Buffer {
  const pairs = Object.entries(bound).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([head, Buffer.from(JSON.stringify(pairs))]);
}
