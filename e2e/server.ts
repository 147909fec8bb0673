import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export type RunningServer = { url: string; output: () => string; stop: () => Promise<void> };

type Options = {
  dataFolder: string;
  env?: Record<string, string>;
  port?: number;
  /** As on a machine without bubblewrap: where it stands, there is a file that cannot be run. */
  hideBubblewrap?: boolean;
};

/** A mount of its own for the server, made by what it hides. */
const hidden = words("--dev-bind / / --bind /dev/null /usr/bin/bwrap --die-with-parent");

function words(text: string): string[] {
  return text.split(" ");
}

/** Starts Loopwright as a user does, on a free port, and waits until it prints its address. */
export async function startServer({
  dataFolder,
  env = {},
  port = 0,
  hideBubblewrap = false,
}: Options): Promise<RunningServer> {
  const command = hideBubblewrap ? "bwrap" : process.execPath;
  const args = [
    ...(hideBubblewrap ? [...hidden, process.execPath] : []),
    join(root, "apps/cli/bin/loopwright.js"),
    "start",
    "--port",
    String(port),
  ];
  const child = spawn(command, args, {
    env: { ...process.env, ...env, LOOPWRIGHT_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (part) => (output += String(part)));
  child.stderr.on("data", (part) => (output += String(part)));
  const url = await address(child, () => output);
  return { url, output: () => output, stop: () => stop(child) };
}

function address(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
      if (found) resolve(found[0]);
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => reject(new Error(`ended with ${code}:\n${output()}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
