import { Readable } from "node:stream";

import type { HttpRequest, HttpResponse } from "../../http.ts";
import { decodeCall, encodeFault, encodeOutput } from "../index.ts";
import type { Call, Fault, Undecoded } from "../index.ts";

export const credentials = {
  accessKeyId: "AKIATESTTESTTESTTEST",
  secretAccessKey: "test/secret+key",
};

type SdkRequest = {
  method: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
};

const escape = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body as AsyncIterable<Uint8Array | string>)
    parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
}

async function httpRequestOf(sdk: SdkRequest): Promise<HttpRequest> {
  const pairs = Object.entries(sdk.query ?? {}).flatMap(([name, value]) =>
    [value ?? ""].flat().map((one) => `${escape(name)}=${escape(one)}`),
  );
  const lower = Object.entries(sdk.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: sdk.method,
    url: pairs.length > 0 ? `${sdk.path}?${pairs.join("&")}` : sdk.path,
    headers: Object.fromEntries(lower) as Record<string, string>,
    body: await bytesOf(sdk.body),
  };
}

/**
 * What a real client of the AWS SDK is given in place of the network: its request is decoded, and
 * answered with an output or a fault; or with `always`, whatever was asked. `seen` keeps what came.
 */
export function loopback(
  answer: (call: Call) => { output: Record<string, unknown> } | { fault: Fault },
  always?: HttpResponse,
) {
  const seen: { requests: HttpRequest[]; calls: ({ call: Call } | Undecoded)[] } = {
    requests: [],
    calls: [],
  };
  const respond = (request: HttpRequest): HttpResponse => {
    const decoded = decodeCall(request);
    seen.requests.push(request);
    seen.calls.push(decoded);
    if (always) return always;
    const id = { requestId: "0a1b2c3d-0000-4000-8000-000000000001" };
    if ("fault" in decoded) return encodeFault(decoded, decoded.fault, id);
    const given = answer(decoded.call);
    return "fault" in given
      ? encodeFault(decoded.call, given.fault, id)
      : encodeOutput(decoded.call, given.output, id);
  };
  const handle = async (sdk: SdkRequest) => {
    const { status, headers, body } = respond(await httpRequestOf(sdk));
    return { response: { statusCode: status, headers, body: Readable.from([Buffer.from(body)]) } };
  };
  const requestHandler = { handle, metadata: { handlerProtocol: "http/1.1" } };
  const config = { region: "eu-west-1", credentials, maxAttempts: 1, requestHandler };
  return { seen, config: config as never };
}
