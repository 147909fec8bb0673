import { call } from "lab/parts/host";
import { Buffer } from "node:buffer";

const notFound = 127;

/** `(args, options)`, either of which may be left out. */
export function optionsAmong([first, second]) {
  const [args, options] = Array.isArray(first) ? [first, second] : [[], first ?? second];
  return [args.map(checked), options ?? {}];
}

function checked(text) {
  if (typeof text !== "string") {
    const problem = `The "file" and "args" arguments must be of type string. Received ${typeof text}`;
    throw Object.assign(new TypeError(problem), { code: "ERR_INVALID_ARG_TYPE" });
  }
  if (!text.includes("\0")) return text;
  throw Object.assign(new TypeError("an argument must be a string without null bytes"), {
    code: "ERR_INVALID_ARG_VALUE",
  });
}

function ask(request, { env, cwd, input }) {
  const more = {
    ...(env && {
      env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, `${value}`])),
    }),
    ...(cwd && { cwd: String(cwd) }),
    ...(input !== undefined && { stdin: String(input) }),
  };
  const { exit, stdout, stderr } = call("shell", { ...request, ...more });
  return { pid: 2, status: exit, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr) };
}

/** A line, read as `sh -c` would. */
export const startLine = (line, options) => ask({ line: checked(line) }, options ?? {});

/** A program. With `shell: true` its arguments are joined to a line, unquoted, as Node joins them. */
export function start(file, args, options) {
  checked(file);
  if (options.shell) return startLine([file, ...args].join(" "), options);
  const result = ask({ argv: [file, ...args] }, options);
  const missing = result.status === notFound && result.stderr.includes("not found");
  if (!missing) return result;
  const error = new Error(`spawn ${file} ENOENT`);
  const about = {
    code: "ENOENT",
    errno: -2,
    syscall: `spawn ${file}`,
    path: file,
    spawnargs: args,
  };
  return { ...result, status: null, error: Object.assign(error, about) };
}

/** What is thrown for an exit other than 0. */
export function failed(command, { status, stdout, stderr }) {
  const error = new Error(`Command failed: ${command}\n${stderr.toString()}`);
  return Object.assign(error, { status, code: status, stdout, stderr, cmd: command });
}
