import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { answerHttp, type World } from "@loopwright/aws/world";

/** A body of ten megabytes, and what a client puts around it. */
const bodyMaxBytes = 11 * 1024 * 1024;

export type Door = { port: number; close: () => Promise<void> };

/**
 * Answers AWS clients on loopback, one request after the other, as a world has one history. On node:http, since a
 * signature covers the address as it was sent, and a URL object would tidy it up.
 */
export async function openDoor(world: World, port: number): Promise<Door> {
  const server = createServer((request, response) => {
    void answer(world, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  try {
    const { method = "GET", url = "/" } = request;
    const asked = { method, url, headers: headersOf(request), body };
    const { status, headers, body: bytes } = answerHttp(world, asked, { nowMs: Date.now() });
    response.writeHead(status, { ...headers, "content-length": bytes.length });
    response.end(method === "HEAD" ? undefined : bytes);
  } catch (error) {
    // A fault of ours: the reason is for whoever sits at this terminal, and the next request is served.
    console.error(error);
    response.writeHead(500).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > bodyMaxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(",") : value] as const],
  );
  return Object.fromEntries(entries);
}
