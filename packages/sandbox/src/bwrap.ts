import { lstatSync, readlinkSync } from "node:fs";
import { release } from "node:os";

import type { Launch, LaunchSpec } from "./launch.ts";

export type Tools = { bwrap: string; prlimit: string };

const inside = {
  node: "/sandbox/node",
  prlimit: "/sandbox/prlimit",
  runner: "/sandbox/runner",
  pyodide: "/sandbox/pyodide",
  snapshot: "/sandbox/snapshot",
} as const;

/**
 * The confined launcher: own namespaces for users, processes, network, host name and IPC; a file
 * system that holds the libraries of Node, Node, the runner and the interpreter, all read-only, and
 * no /proc; no capability, an empty environment, a session of its own.
 */
export function confinedLaunch(tools: Tools): Launch {
  return (spec) => ({
    command: tools.bwrap,
    args: [
      ...namespaceFlags,
      ...libraryFlags(),
      ...bindFlags(spec, tools),
      ...fileSystemFlags,
      "--",
      inside.prlimit,
      ...limitFlags(spec.memoryMb),
      "--",
      inside.node,
      ...nodeFlags(spec),
      `${inside.runner}/main.js`,
    ],
    paths: { pyodide: inside.pyodide, snapshot: spec.snapshot === null ? null : inside.snapshot },
    harden: true,
  });
}

const words = (text: string) => text.trim().split(/\s+/);

export const namespaceFlags = words(`
  --unshare-all --die-with-parent --new-session --cap-drop ALL --clearenv --setenv UV_THREADPOOL_SIZE 1
  --uid 65534 --gid 65534 --hostname sandbox
`);

/** Nothing can be written, not even in the file system that holds the rest. */
const fileSystemFlags = words("--dev /dev --remount-ro /dev --remount-ro / --chdir /");

/** The folders that a dynamic linker looks in, in the layout of this system. */
export function libraryFlags(): string[] {
  const shared = ["/usr/lib", "/usr/lib64"].flatMap((folder) => ["--ro-bind-try", folder, folder]);
  const top = ["/lib", "/lib64"].flatMap((folder) => {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (!found) return [];
    if (found.isSymbolicLink()) return ["--symlink", readlinkSync(folder), folder];
    return ["--ro-bind", folder, folder];
  });
  return [...shared, ...top];
}

function bindFlags(spec: LaunchSpec, tools: Tools): string[] {
  const binds: [string, string][] = [
    [spec.node, inside.node],
    [tools.prlimit, inside.prlimit],
    [spec.runner, inside.runner],
    [spec.pyodide, inside.pyodide],
  ];
  if (spec.snapshot !== null) binds.push([spec.snapshot, inside.snapshot]);
  return binds.flatMap(([from, to]) => ["--ro-bind", from, to]);
}

/** Deeply nested data must end in Python's own RecursionError, which needs more stack than is usual. */
const stackMb = 32;

/** An address-space limit breaks WebAssembly, which reserves far more than it uses; --data does not. */
function limitFlags(memoryMb: number): string[] {
  const flags = [
    `--data=${memoryMb * 1024 * 1024}`,
    "--fsize=0",
    "--nofile=64",
    "--core=0",
    `--stack=${stackMb * 1024 * 1024}`,
  ];
  return countsPerNamespace(release()) ? [...flags, "--nproc=48"] : flags;
}

/** Before Linux 5.14 the limit counted every process of the user on the host, and nothing would start. */
export function countsPerNamespace(kernel: string): boolean {
  const [major = 0, minor = 0] = kernel.split(/[.-]/).map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}

/** Inside the walls, Node itself refuses files, processes, workers, add-ons and code made of strings. */
function nodeFlags(spec: LaunchSpec): string[] {
  const readable = [
    inside.runner,
    inside.pyodide,
    ...(spec.snapshot === null ? [] : [inside.snapshot]),
  ];
  return [
    "--no-warnings",
    process.allowedNodeEnvironmentFlags.has("--permission")
      ? "--permission"
      : "--experimental-permission",
    ...readable.map((path) => `--allow-fs-read=${path}${path === inside.snapshot ? "" : "/"}`),
    "--disallow-code-generation-from-strings",
    "--max-old-space-size=128",
    `--stack-size=${(stackMb - 2) * 1000}`,
    // Every thread reserves a whole stack, which counts as memory: as few as will do.
    "--v8-pool-size=1",
  ];
}
