/** The names that a Node program finds without importing. Timers and console are the driver's. */
import { Buffer, atob, btoa } from "node:buffer";
import { webcrypto } from "node:crypto";
import process from "node:process";
import { URL, URLSearchParams } from "node:url";

import { AbortController, AbortSignal } from "./abort.js";
import { structuredClone } from "./clone.js";
import { TextDecoder, TextEncoder } from "./text.js";
import { fetch } from "../http/fetch.js";
import { Headers } from "../http/headers.js";
import { Response } from "../http/response.js";
import { now } from "../clock.js";

const names = {
  AbortController,
  AbortSignal,
  Buffer,
  Headers,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  crypto: webcrypto,
  fetch,
  global: globalThis,
  performance: { now },
  process,
  structuredClone,
};

for (const [name, value] of Object.entries(names)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

// V8 has it, and programs call it in their own errors.
if (!("captureStackTrace" in Error)) Error.captureStackTrace = () => {};
