import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  pbkdf2,
  randomBytes,
  scrypt,
} from "node:crypto";
import { promisify } from "node:util";

import type { Json } from "@loopwright/core";

import { fieldsOf, type Fields } from "./fields.ts";

/**
 * The `crypto` service: { op, … } with bytes as base64, both ways. Bounded, so that no request takes much
 * longer than half a second on a slow machine; the slow ones leave the event loop free.
 *
 * | op       | takes                                           | gives         |
 * | hash     | algorithm, data                                 | data          |
 * | hmac     | algorithm, key, data                            | data          |
 * | pbkdf2   | algorithm, password, salt, iterations, length   | data          |
 * | scrypt   | password, salt, n, r, p, length                 | data          |
 * | seal     | key (16 or 32 bytes), nonce, data, aad?         | data, tag     |
 * | open     | key, nonce, data, tag, aad?                     | data, or error |
 * | random   | length                                          | data          |
 */
export async function cryptoService(request: Json): Promise<Json> {
  const fields = fieldsOf(request);
  const op = fields.text("op", 20);
  const found = Object.hasOwn(ops, op) ? ops[op] : undefined;
  if (!found) throw new TypeError("unknown op");
  return found(fields);
}

const dataMaxChars = 1_400_000;
const algorithms = new Set(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]);
const iterationsMax = 1_000_000;
const lengthRange = { min: 1, max: 1_024 };
/** 128 · n · r bytes are what scrypt needs. */
const scryptMaxBytes = 64 * 1024 * 1024;

const deriveByPbkdf2 = promisify(pbkdf2);
const deriveByScrypt = promisify<Buffer, Buffer, number, object, Buffer>(scrypt);

const bytes = (fields: Fields, name: string) =>
  Buffer.from(fields.text(name, dataMaxChars), "base64");

function algorithm(fields: Fields): string {
  const name = fields.text("algorithm", 20);
  if (!algorithms.has(name)) throw new TypeError("unknown algorithm");
  return name;
}

const given = (data: Buffer): Json => ({ data: data.toString("base64") });

const ops: Record<string, (fields: Fields) => Json | Promise<Json>> = {
  hash: (fields) => given(createHash(algorithm(fields)).update(bytes(fields, "data")).digest()),
  hmac: (fields) =>
    given(
      createHmac(algorithm(fields), bytes(fields, "key")).update(bytes(fields, "data")).digest(),
    ),
  pbkdf2: async (fields) => {
    const [password, salt] = [bytes(fields, "password"), bytes(fields, "salt")];
    const iterations = fields.number("iterations", { min: 1, max: iterationsMax });
    const length = fields.number("length", { min: 1, max: 64 });
    return given(await deriveByPbkdf2(password, salt, iterations, length, algorithm(fields)));
  },
  scrypt: async (fields) => {
    const [password, salt] = [bytes(fields, "password"), bytes(fields, "salt")];
    const N = fields.number("n", { min: 2, max: 65_536 });
    const r = fields.number("r", { min: 1, max: 16 });
    const p = fields.number("p", { min: 1, max: 16 });
    if (128 * N * r > scryptMaxBytes || N * r * p > 4_194_304) throw new RangeError("too costly");
    const settings = { N, r, p, maxmem: 2 * scryptMaxBytes };
    return given(
      await deriveByScrypt(password, salt, fields.number("length", lengthRange), settings),
    );
  },
  seal: (fields) => {
    const cipher = createCipheriv(gcm(fields), bytes(fields, "key"), nonce(fields));
    if (fields.has("aad")) cipher.setAAD(bytes(fields, "aad"));
    const data = Buffer.concat([cipher.update(bytes(fields, "data")), cipher.final()]);
    return { data: data.toString("base64"), tag: cipher.getAuthTag().toString("base64") };
  },
  open: (fields) => {
    const cipher = createDecipheriv(gcm(fields), bytes(fields, "key"), nonce(fields));
    if (fields.has("aad")) cipher.setAAD(bytes(fields, "aad"));
    const tag = bytes(fields, "tag");
    if (tag.length !== 16) return refused;
    cipher.setAuthTag(tag);
    try {
      return given(Buffer.concat([cipher.update(bytes(fields, "data")), cipher.final()]));
    } catch {
      return refused;
    }
  },
  random: (fields) => given(randomBytes(fields.number("length", { min: 0, max: 65_536 }))),
};

const refused: Json = { error: { message: "the tag does not fit" } };

function gcm(fields: Fields): "aes-128-gcm" | "aes-256-gcm" {
  const { length } = bytes(fields, "key");
  if (length !== 16 && length !== 32) throw new RangeError("a key has 16 or 32 bytes");
  return length === 16 ? "aes-128-gcm" : "aes-256-gcm";
}

function nonce(fields: Fields): Buffer {
  const found = bytes(fields, "nonce");
  if (found.length < 8 || found.length > 64) throw new RangeError("a nonce has 8 to 64 bytes");
  return found;
}
