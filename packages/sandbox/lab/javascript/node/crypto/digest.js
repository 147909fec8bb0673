import { Buffer } from "node:buffer";
import { hash, hmac } from "lab/parts/crypto";

const algorithms = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];

export const getHashes = () => [...algorithms];

const known = (name) => {
  const plain = String(name).toLowerCase().replace("-", "");
  if (algorithms.includes(plain)) return plain;
  throw Object.assign(new Error("Digest method not supported"), {
    code: "ERR_CRYPTO_INVALID_DIGEST",
  });
};

/** Gathers what it is given; the host computes when `digest` is called. */
class Digest {
  #chunks = [];
  #finish;

  constructor(finish) {
    this.#finish = finish;
  }

  update(data, encoding) {
    if (typeof data !== "string" && !ArrayBuffer.isView(data)) {
      const problem = 'The "data" argument must be of type string or an instance of Buffer.';
      throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_TYPE" });
    }
    if (this.#finish === null) throw new Error("Digest already called");
    this.#chunks.push(Buffer.from(data, encoding));
    return this;
  }

  digest(encoding) {
    if (this.#finish === null) throw new Error("Digest already called");
    const bytes = this.#finish(Buffer.concat(this.#chunks));
    this.#finish = null;
    return encoding === undefined || encoding === "buffer" ? bytes : bytes.toString(encoding);
  }
}

export function createHash(algorithm) {
  const name = known(algorithm);
  return new Digest((data) => hash(name, data));
}

export function createHmac(algorithm, key) {
  const name = known(algorithm);
  const secret = Buffer.from(key);
  return new Digest((data) => hmac(name, secret, data));
}
