import { AppError } from "@loopwright/core";
import { buildWorld, type World } from "@loopwright/aws/world";
import { parse } from "yaml";

import type { Run } from "../command.ts";
import { bytesOf, inFile } from "../model/files.ts";
import { openDoor } from "./door.ts";

/** Serves a world until the process is interrupted. */
export async function serveWorld(run: Run): Promise<number> {
  const { options, positionals, say, note } = run;
  const world = await worldAt(positionals, options);
  const { start } = world;
  const door = await openDoor(world, portOf(options["port"]));
  const endpoint = `http://127.0.0.1:${door.port}`;
  const shown = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: start!.accessKeyId,
    AWS_SECRET_ACCESS_KEY: start!.secretAccessKey,
    ...(start!.session ? { AWS_SESSION_TOKEN: start!.session.token } : {}),
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_REGION: "us-east-1",
  };
  if (options["json"] === true) say(JSON.stringify(shown));
  else for (const [name, value] of Object.entries(shown)) say(`export ${name}=${value}`);
  note(`Serving ${world.accounts.size} accounts at ${endpoint}. Ctrl+C ends it.`);
  await interrupted();
  await door.close();
  return 0;
}

async function worldAt(paths: readonly string[], options: Run["options"]): Promise<World> {
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) {
    throw new AppError("invalid-input", {
      message: path === undefined ? "The world's file is missing." : "One world at a time.",
      next: "Name one YAML file that declares a world.",
    });
  }
  const text = (await bytesOf(path)).toString("utf8");
  try {
    const declared = { ...(parse(text) as object), ...startOf(options["as"]) };
    const world = buildWorld(declared, String(options["seed"] ?? "practice"));
    if (world.start) return world;
  } catch (error) {
    throw error instanceof AppError ? inFile(error, path) : noYaml(error, path);
  }
  throw new AppError("invalid-input", {
    message: "The world does not say who begins.",
    next: "Name a user or a role of it with --as ARN.",
    where: path,
  });
}

const startOf = (as: string | boolean | undefined) => (typeof as === "string" ? { start: as } : {});

const noYaml = (cause: unknown, where: string): AppError =>
  new AppError("invalid-input", {
    message: `That is no YAML: ${cause instanceof Error ? cause.message : String(cause)}`,
    next: "Mend it there.",
    where,
    cause,
  });

function portOf(given: string | boolean | undefined): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new AppError("invalid-input", {
    message: `${String(given)} is no port.`,
    next: "Use a number from 0 to 65535, or leave it out.",
  });
}

const interrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
