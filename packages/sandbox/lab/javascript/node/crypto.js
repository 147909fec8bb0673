export { createCipheriv, createDecipheriv } from "./crypto/cipher.js";
export { createHash, createHmac, getHashes } from "./crypto/digest.js";
export { pbkdf2, pbkdf2Sync, scrypt, scryptSync } from "./crypto/derive.js";
export { getRandomValues, randomBytes, randomInt, randomUUID } from "./crypto/random.js";
export { timingSafeEqual } from "./crypto/equal.js";

import { createCipheriv, createDecipheriv } from "./crypto/cipher.js";
import { pbkdf2, pbkdf2Sync, scrypt, scryptSync } from "./crypto/derive.js";
import { createHash, createHmac, getHashes } from "./crypto/digest.js";
import { timingSafeEqual } from "./crypto/equal.js";
import { getRandomValues, randomBytes, randomInt, randomUUID } from "./crypto/random.js";

/** The part of the Web's own `crypto` that there is. */
export const webcrypto = { getRandomValues, randomUUID };

export default {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  getHashes,
  getRandomValues,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  timingSafeEqual,
  webcrypto,
};
