import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { AppError, exitCodes, toAppError } from "@loopwright/core";

import type { Command } from "./command.ts";
import { readEnv } from "./env.ts";
import { paintWith, printable } from "./paint.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../commands");
const verbs = readdirSync(folder)
  .filter((name) => /^[a-z-]+\.ts$/.test(name))
  .map((name) => name.slice(0, -".ts".length))
  .toSorted();

/** Runs one verb and sets the exit code. */
export async function main(args: string[]): Promise<void> {
  // Whoever reads only the beginning (`| head`) closes the pipe: that ends the output, not in an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const env = readEnv();
  const paint = paintWith(env.colour);
  try {
    process.exitCode = await dispatch(args, env, paint);
  } catch (error) {
    const known = toAppError(error);
    if (known.code === "internal") console.error(known.cause);
    const note = (text: string) => console.error(printable(text, env.colour));
    note(`${paint.red("Error:")} ${known.message}`);
    if (known.where !== undefined) note(`Where: ${known.where}`);
    note(`Next: ${known.next}`);
    process.exitCode = known.exitCode;
  }
}

async function dispatch(
  args: string[],
  env: ReturnType<typeof readEnv>,
  paint: ReturnType<typeof paintWith>,
) {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === "help" || verb === "--help" || verb === "-h") {
    console.log(await overview());
    return 0;
  }
  if (!verbs.includes(verb)) throw unknownVerb(verb);
  const command = await load(verb);
  const { values, positionals } = parse(command, verb, rest);
  if (values["help"] === true) {
    console.log(help(verb, command));
    return 0;
  }
  const code = await command.run({
    positionals,
    options: values,
    env,
    paint,
    say: (text) => console.log(printable(text, env.colour)),
    note: (text) => console.error(printable(text, env.colour)),
  });
  return code ?? 0;
}

function parse(command: Command, verb: string, args: string[]) {
  try {
    const help = { type: "boolean", short: "h" } as const;
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, help },
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (cause) {
    throw new AppError("invalid-input", {
      message: cause instanceof Error ? cause.message : String(cause),
      next: `\`npx loopwright ${verb} --help\` lists what it takes.`,
      cause,
    });
  }
}

const load = async (verb: string): Promise<Command> =>
  ((await import(pathToFileURL(join(folder, `${verb}.ts`)).href)) as { command: Command }).command;

async function overview(): Promise<string> {
  const rows = await Promise.all(
    verbs.map(async (verb) => `  ${verb.padEnd(12)}${(await load(verb)).summary}`),
  );
  const codes = exitCodes();
  const byExit = [...new Set(codes.map(({ exit }) => exit))].toSorted((a, b) => a - b);
  const exits = byExit.map(
    (exit) =>
      `  ${String(exit).padEnd(4)}${codes
        .filter((one) => one.exit === exit)
        .map(({ code }) => code)
        .join(", ")}`,
  );
  return [
    "Usage: npx loopwright <verb> [options]",
    "",
    ...rows,
    "",
    "`npx loopwright <verb> --help` says more. Exit codes:",
    "  0   done, or the graded work passes",
    "  1   the graded work does not pass, a proof failed, or a model has findings that count",
    ...exits,
  ].join("\n");
}

function help(verb: string, command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { type }]) => `  --${name}${type === "string" ? " <value>" : ""}`,
  );
  return [
    `Usage: npx loopwright ${verb} ${command.usage}`.trimEnd(),
    "",
    command.summary,
    ...(command.details === undefined ? [] : ["", command.details]),
    ...(options.length > 0 ? ["", "Options:", ...options] : []),
  ].join("\n");
}

const unknownVerb = (verb: string): AppError =>
  new AppError("invalid-input", {
    message: `There is no verb “${verb}”.`,
    next: `Use one of: ${verbs.join(", ")}.`,
  });
