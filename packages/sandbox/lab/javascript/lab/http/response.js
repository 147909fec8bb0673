import { Buffer } from "node:buffer";

import { reasonOf } from "../web/errors.js";
import { Headers } from "./headers.js";

/** An answer of the network, or one that a program makes. */
export class Response {
  #body;

  constructor(body = "", { status = 200, statusText = reasonOf(status), headers = {} } = {}) {
    this.#body = Buffer.from(body ?? "");
    this.status = status;
    this.statusText = statusText;
    this.headers = new Headers(headers);
    this.url = "";
    this.redirected = false;
    this.bodyUsed = false;
  }

  static json(value, init = {}) {
    const headers = { "content-type": "application/json", ...init.headers };
    return new Response(JSON.stringify(value), { ...init, headers });
  }

  get ok() {
    return this.status >= 200 && this.status <= 299;
  }

  async bytes() {
    if (this.bodyUsed) throw new TypeError("Body is unusable: Body has already been read");
    this.bodyUsed = true;
    return this.#body;
  }

  async text() {
    return (await this.bytes()).toString();
  }

  async json() {
    return JSON.parse(await this.text());
  }

  async arrayBuffer() {
    return Uint8Array.from(await this.bytes()).buffer;
  }
}
