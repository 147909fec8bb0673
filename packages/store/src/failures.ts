import { AppError } from "@loopwright/core";
import type { z } from "zod";

/**
 * What the engines throw, in our words. The message of a driver holds values of the learner, so it
 * stays in `cause`.
 */
export function toStoreError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = sqlState(error);
  if (code === "22021" || code === "22P05") return unstorable(error);
  if (code?.startsWith("XX00") || isAbort(error)) return broken("The database is damaged.", error);
  if (code?.startsWith("08") || code?.startsWith("57P") || isNetwork(error)) {
    return unreachable(error);
  }
  return new AppError("internal", {
    message: "The database refused a query that should have worked.",
    next: "Nothing saved is lost. Try again; if it repeats, the terminal shows the details to report.",
    cause: error,
  });
}

/** Runs a query; what goes wrong comes out as an AppError. */
export async function asking<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** The five characters of SQLSTATE, from whichever layer of the error has them. */
export function sqlState(error: unknown): string | undefined {
  for (let one = error; one instanceof Error || isRecord(one); one = one.cause) {
    const code = isRecord(one) ? one.code : undefined;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** A value from the database in core's shape, or `broken-database` naming the row. */
export function parseStored<S extends z.ZodType>(
  schema: S,
  value: unknown,
  { what, id }: { what: string; id: string },
): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("broken-database", {
    message: `The stored ${what} cannot be read: ${firstIssue(parsed.error)}.`,
    next: `Everything else still works. Restore the ${what} from a backup, or delete it.`,
    where: id,
    cause: parsed.error,
  });
}

/** Refuses to store what could not be read again. */
export function parseGiven<S extends z.ZodType>(
  schema: S,
  value: unknown,
  what: string,
): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid-input", {
    message: `This ${what} cannot be stored: ${firstIssue(parsed.error)}.`,
    next: "Correct the named field and save again.",
    where: parsed.error.issues[0]?.path.join(".") ?? "",
    cause: parsed.error,
  });
}

export const broken = (message: string, cause?: unknown): AppError =>
  new AppError("broken-database", {
    message,
    next: "Nothing was deleted. Restore a backup of the data folder, or move its folder “database” aside and start again.",
    where: "database",
    cause,
  });

const unstorable = (cause: unknown): AppError =>
  new AppError("invalid-input", {
    message: "This text holds a character that cannot be stored (U+0000).",
    next: "Remove the character and save again.",
    cause,
  });

const unreachable = (cause: unknown): AppError =>
  new AppError("broken-database", {
    message: "The PostgreSQL server does not answer.",
    next: "Start it or correct DATABASE_URL; without DATABASE_URL the built-in database is used.",
    where: "DATABASE_URL",
    cause,
  });

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (!issue) return "its shape is unknown";
  const path = issue.path.join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

// WebAssembly traps where PostgreSQL would end its process.
const isAbort = (error: unknown): boolean =>
  chain(error).some((one) => one.name === "RuntimeError" && one.message.startsWith("Aborted"));

const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "ENOENT"]);

const isNetwork = (error: unknown): boolean =>
  chain(error).some((one) => "code" in one && networkCodes.has(String(one.code)));

function chain(error: unknown): Error[] {
  const found: Error[] = [];
  for (let one = error; one instanceof Error; one = one.cause) found.push(one);
  return found;
}
