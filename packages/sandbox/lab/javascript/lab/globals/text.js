import { decodeUtf8, encodeUtf8 } from "node:buffer/utf8";

export class TextEncoder {
  encoding = "utf-8";

  encode(text = "") {
    return encodeUtf8(String(text));
  }
}

/** UTF-8 only. */
export class TextDecoder {
  encoding = "utf-8";

  constructor(label = "utf-8", { fatal = false } = {}) {
    if (!/^utf-?8$/i.test(label)) throw new RangeError(`The "${label}" encoding is not supported`);
    this.fatal = fatal;
  }

  decode(bytes = new Uint8Array()) {
    const view = ArrayBuffer.isView(bytes)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes);
    const broken = () => {
      if (this.fatal) throw new TypeError("The encoded data was not valid for encoding utf-8");
      return "\ufffd";
    };
    return decodeUtf8(view, broken).replace(/^\ufeff/, "");
  }
}
