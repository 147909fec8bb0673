import { spawnSync } from "node:child_process";

/** Runs a command with its output shown; ends this process with its exit code where it fails. */
export function run(command, args, { cwd, env } = {}) {
  const { status, error } = attempt(command, args, { cwd, env, stdio: "inherit" });
  if (status === 0) return;
  console.error(error ? `${command}: ${error.message}` : `${command} ended with ${status}.`);
  process.exit(status ?? 1);
}

/** Runs a command and gives its status and output. npm is a script on Windows, which needs a shell. */
export function attempt(command, args, { cwd, env, stdio = "pipe" } = {}) {
  const shell = process.platform === "win32" && command === "npm";
  return spawnSync(command, args, { cwd, env: env ?? process.env, stdio, shell, encoding: "utf8" });
}
