import { createCipheriv } from "node:crypto";

import type { World } from "../../world/world.ts";
import { chanceBytes } from "./crypto/material.ts";
import { seal } from "./crypto/symmetric.ts";

type EncryptionContext = Readonly<Record<string, string>>;

/** A ciphertext as KMS would give it under the key of this ARN, which need not be declared yet. */
export function sealedUnder(
  world: World,
  keyArn: string,
  given: { text: Uint8Array; bound: EncryptionContext },
): Uint8Array {
  const [, , , , account = "", name = ""] = keyArn.split(":");
  // Of a declared key: what its first material sealed, every later one opens.
  return seal(world, { id: name.slice("key/".length), account, rotated: [] }, given);
}

/**
 * What a program leaves behind that encrypts on its own side: JSON with the encryption context, the data key under the
 * KMS key, and the text under the data key (AES-256-GCM, the tag at its end), the bytes in Base64.
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-cryptography.html
 */
export function envelope(
  world: World,
  { key, context, text }: { key: string; context: EncryptionContext; text: string },
): string {
  const [dataKey, iv] = [chanceBytes(world, 32), chanceBytes(world, 12)];
  const cipher = createCipheriv("aes-256-gcm", dataKey, iv);
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  const sealed = sealedUnder(world, key, { text: dataKey, bound: context });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const written = { context, dataKey: base64(sealed), iv: base64(iv), data: base64(data) };
  return `${JSON.stringify(written, null, 2)}\n`;
}
