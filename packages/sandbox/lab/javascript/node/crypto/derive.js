import { Buffer } from "node:buffer";
import { pbkdf2 as derivePbkdf2, scrypt as deriveScrypt } from "lab/parts/crypto";

// The parameters are Node's own.
// oxlint-disable max-params

export function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  const given = { password: Buffer.from(password), salt: Buffer.from(salt), iterations };
  return derivePbkdf2({
    ...given,
    length: keylen,
    algorithm: digest.toLowerCase().replace("-", ""),
  });
}

export function scryptSync(password, salt, keylen, options = {}) {
  const n = options.N ?? options.cost ?? 16_384;
  const [r, p] = [options.r ?? options.blockSize ?? 8, options.p ?? options.parallelization ?? 1];
  const given = { password: Buffer.from(password), salt: Buffer.from(salt), n, r, p };
  return deriveScrypt({ ...given, length: keylen });
}

/** Calls back in its own turn, with what the function returns or throws. */
function later(work, callback) {
  queueMicrotask(() => {
    let result;
    try {
      result = work();
    } catch (error) {
      return callback(error);
    }
    callback(null, result);
  });
}

export function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  later(() => pbkdf2Sync(password, salt, iterations, keylen, digest), callback);
}

export function scrypt(password, salt, keylen, options, callback = options) {
  const given = typeof options === "function" ? {} : options;
  later(() => scryptSync(password, salt, keylen, given), callback);
}
