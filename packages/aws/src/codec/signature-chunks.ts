import { createHash, createHmac } from "node:crypto";

import type { HttpRequest } from "../http.ts";
import { readChunks } from "./chunked.ts";

/** The signature of the headers, from which those of the chunks follow one after the other. */
export type Seed = { key: string | Buffer; at: string; scope: string; signature: string };

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const nothing = sha256("");

/**
 * True where every chunk carries its signature, or none has to.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export function chunksHold(request: HttpRequest, seed: Seed): boolean {
  const kind = request.headers["x-amz-content-sha256"] ?? "";
  if (kind === "STREAMING-UNSIGNED-PAYLOAD-TRAILER") return true;
  if (!kind.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")) return false;
  const read = readChunks(request.body);
  if (!read) return false;
  const sign = (text: string) => createHmac("sha256", seed.key).update(text).digest("hex");
  let previous = seed.signature;
  for (const { bytes, signature } of read.chunks) {
    const head = `AWS4-HMAC-SHA256-PAYLOAD\n${seed.at}\n${seed.scope}\n${previous}`;
    previous = sign(`${head}\n${nothing}\n${sha256(bytes)}`);
    if (signature !== previous) return false;
  }
  if (!kind.endsWith("-TRAILER")) return true;
  const head = `AWS4-HMAC-SHA256-TRAILER\n${seed.at}\n${seed.scope}\n${previous}`;
  const trailer = new Map(read.trailers).get("x-amz-trailer-signature");
  return trailer === sign(`${head}\n${sha256(read.trailerText)}`);
}
