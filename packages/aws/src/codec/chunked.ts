import type { HttpRequest } from "../http.ts";

/** One piece of a body in chunks, with the signature that stands in its head. */
export type Chunk = { bytes: Uint8Array; signature: string | null };
export type Chunks = { chunks: Chunk[]; trailers: [string, string][]; trailerText: string };

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
export const isChunked = ({ headers }: HttpRequest): boolean =>
  (headers["x-amz-content-sha256"] ?? "").startsWith("STREAMING-");

const head = /^([\da-f]{1,8})(?:;chunk-signature=([\da-f]{64}))?$/i;
const longestLine = 4096;

/** Takes an `aws-chunked` body apart; null where it is broken. */
export function readChunks(body: Uint8Array): Chunks | null {
  const chunks: Chunk[] = [];
  let at = 0;
  for (;;) {
    const line = lineAt(body, at);
    const found = line && head.exec(line.text);
    if (!found) return null;
    const size = parseInt(found[1] ?? "", 16);
    const end = line.next + size;
    chunks.push({ bytes: body.subarray(line.next, end), signature: found[2] ?? null });
    if (size === 0) return trailersOf(body, line.next, chunks);
    if (end + 2 > body.length || body[end] !== 13 || body[end + 1] !== 10) return null;
    at = end + 2;
  }
}

function trailersOf(body: Uint8Array, from: number, chunks: Chunk[]): Chunks | null {
  const trailers: [string, string][] = [];
  let at = from;
  while (at < body.length) {
    const line = lineAt(body, at);
    if (!line || trailers.length > 20) return null;
    if (line.text === "") break;
    const cut = line.text.indexOf(":");
    if (cut < 1) return null;
    trailers.push([line.text.slice(0, cut).toLowerCase(), line.text.slice(cut + 1).trim()]);
    at = line.next;
  }
  const trailerText = trailers
    .filter(([name]) => name !== "x-amz-trailer-signature")
    .map(([name, value]) => `${name}:${value}\n`)
    .join("");
  return { chunks, trailers, trailerText };
}

function lineAt(body: Uint8Array, at: number) {
  const end = body.subarray(at, at + longestLine).indexOf(13);
  if (end < 0 || body[at + end + 1] !== 10) return null;
  return {
    text: new TextDecoder("latin1").decode(body.subarray(at, at + end)),
    next: at + end + 2,
  };
}

/** The request with its true body, its trailers as headers, and without the word "aws-chunked"; or null. */
export function unchunked(request: HttpRequest): HttpRequest | null {
  const read = readChunks(request.body);
  if (!read) return null;
  const body = new Uint8Array(read.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of read.chunks) {
    body.set(bytes, at);
    at += bytes.length;
  }
  const { "content-encoding": encoding = "", ...headers } = request.headers;
  const declared = headers["x-amz-decoded-content-length"];
  if (declared !== undefined && Number(declared) !== body.length) return null;
  const rest = encoding
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "aws-chunked");
  const encoded: Record<string, string> =
    rest.length > 0 ? { "content-encoding": rest.join(",") } : {};
  const trailing = Object.fromEntries(read.trailers);
  const length = { "content-length": String(body.length) };
  return { ...request, body, headers: { ...headers, ...length, ...encoded, ...trailing } };
}
