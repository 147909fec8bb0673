import { AppError } from "@loopwright/core";

import type { Run } from "./command.ts";

/** A positional argument that must be there. */
export function need({ positionals }: Run, index: number, what: string): string {
  const value = positionals[index];
  if (value !== undefined && value !== "") return value;
  throw new AppError("invalid-input", {
    message: `${what} is missing.`,
    next: "Add --help to see what the verb takes.",
  });
}

export function text({ options }: Run, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** A TCP port, or 0 for any free one. */
export function portFrom(given: string | undefined): number {
  if (given === undefined) return 4600;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AppError("invalid-input", {
    message: `“${given}” is no port.`,
    next: "Use a whole number from 1 to 65535, or 0 for any free one.",
    where: "--port",
  });
}
