import { Buffer } from "node:buffer";
import { open, seal } from "lab/parts/crypto";

const none = Buffer.alloc(0);

/** AES-256-GCM with Node's methods. Text comes out of `final`, where Node may give it at `update`. */
class Aes {
  #chunks = [];
  #aad = none;
  #tag = null;

  constructor(key, nonce) {
    this.key = Buffer.from(key);
    this.nonce = Buffer.from(nonce);
    if (this.key.length !== 32) {
      throw Object.assign(new RangeError("Invalid key length"), {
        code: "ERR_CRYPTO_INVALID_KEYLEN",
      });
    }
    if (this.nonce.length === 0) {
      throw Object.assign(new TypeError("Invalid initialization vector"), {
        code: "ERR_CRYPTO_INVALID_IV",
      });
    }
  }

  setAAD(aad) {
    this.#aad = Buffer.from(aad);
    return this;
  }

  setAuthTag(tag) {
    this.#tag = Buffer.from(tag);
    return this;
  }

  getAuthTag() {
    if (this.#tag === null) throw new Error("getAuthTag is there after final");
    return this.#tag;
  }

  update(data, inputEncoding, outputEncoding) {
    this.#chunks.push(Buffer.from(data, inputEncoding));
    return outputEncoding ? "" : none;
  }

  finish(work, encoding) {
    const given = { key: this.key, nonce: this.nonce, aad: this.#aad };
    const bytes = work(given, Buffer.concat(this.#chunks));
    return encoding ? bytes.toString(encoding) : bytes;
  }
}

class Cipher extends Aes {
  final(encoding) {
    return this.finish((given, text) => {
      const { data, tag } = seal({ ...given, data: text });
      this.setAuthTag(tag);
      return data;
    }, encoding);
  }
}

class Decipher extends Aes {
  final(encoding) {
    return this.finish((given, data) => {
      const text = open({ ...given, data, tag: this.getAuthTag() });
      if (text !== null) return text;
      throw new Error("Unsupported state or unable to authenticate data");
    }, encoding);
  }
}

function checked(algorithm) {
  if (String(algorithm).toLowerCase() === "aes-256-gcm") return;
  throw Object.assign(new Error(`${algorithm} is not here: use aes-256-gcm`), {
    code: "ERR_CRYPTO_UNKNOWN_CIPHER",
  });
}

export function createCipheriv(algorithm, key, nonce) {
  checked(algorithm);
  return new Cipher(key, nonce);
}

export function createDecipheriv(algorithm, key, nonce) {
  checked(algorithm);
  return new Decipher(key, nonce);
}
