import { Buffer } from "node:buffer";

import { call } from "./host.js";

/** What the host computes, since there is no cryptography in this interpreter: bytes in, bytes out. */

const base64 = (data) => Buffer.from(data).toString("base64");
const ask = (op, request) => Buffer.from(call("crypto", { op, ...request }).data, "base64");

export const hash = (algorithm, data) => ask("hash", { algorithm, data: base64(data) });

export const hmac = (algorithm, key, data) =>
  ask("hmac", { algorithm, key: base64(key), data: base64(data) });

export const pbkdf2 = ({ password, salt, iterations, length, algorithm }) =>
  ask("pbkdf2", {
    password: base64(password),
    salt: base64(salt),
    iterations,
    length,
    algorithm,
  });

export const scrypt = ({ password, salt, length, n, r, p }) =>
  ask("scrypt", { password: base64(password), salt: base64(salt), length, n, r, p });

/** AES-GCM: { data, tag } */
export function seal({ key, nonce, data, aad }) {
  const given = { key: base64(key), nonce: base64(nonce), data: base64(data), aad: base64(aad) };
  const sealed = call("crypto", { op: "seal", ...given });
  return { data: Buffer.from(sealed.data, "base64"), tag: Buffer.from(sealed.tag, "base64") };
}

/** The text, or null where the tag does not fit. */
export function open({ key, nonce, data, aad, tag }) {
  const given = { key: base64(key), nonce: base64(nonce), data: base64(data), aad: base64(aad) };
  const opened = call("crypto", { op: "open", ...given, tag: base64(tag) });
  return opened.error ? null : Buffer.from(opened.data, "base64");
}
