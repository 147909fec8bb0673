import type { Server } from "node:http";
import { serve } from "@hono/node-server";

import { AppError } from "@loopwright/core";

type Listening = { port: number; close: () => Promise<void> };

/** Listens on loopback only. Port 0 takes any free one. Throws `port-taken`. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, (info) => {
      resolve({ port: info.port, close: () => close(server as Server) });
    });
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? taken(port, cause) : cause);
    });
  });
}

/** Finds out early: opening the data folder takes seconds, and a taken port would waste them. */
export async function refuseTakenPort(port: number): Promise<void> {
  const probe = await listen(() => new Response(), port);
  await probe.close();
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const taken = (port: number, cause: unknown): AppError =>
  new AppError("port-taken", {
    message: `Port ${port} is taken by another program.`,
    next: `Choose another: npm start -- --port ${port + 1}`,
    cause,
  });
