import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { platform as systemPlatform } from "node:os";
import { join } from "node:path";

import { libraryFlags, namespaceFlags, type Tools } from "./bwrap.ts";

/** What keeps learner code in, found by trying; or why there is nothing, and what to do. */
export type Confinement =
  | { confined: true; tools: Tools }
  | {
      confined: false;
      lacks: "platform" | "off" | "bwrap" | "prlimit" | "denied";
      why: string;
      next: string;
    };

export type System = {
  platform: NodeJS.Platform;
  toolFolders: readonly string[];
  /** Whether whoever started Loopwright forbade it to run any code. */
  off?: boolean;
};

export const thisSystem: System = {
  platform: systemPlatform(),
  toolFolders: ["/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin"],
};

const installed = "Debian and Ubuntu: sudo apt-get install";

export async function findConfinement(system: System = thisSystem): Promise<Confinement> {
  if (system.platform !== "linux") {
    const why = "Python is confined by bubblewrap, which needs Linux.";
    const next = "The page runs it in this browser instead; on a command line, use Linux or WSL 2.";
    return { confined: false, lacks: "platform", why, next };
  }
  if (system.off) {
    const why = "Running code is turned off (LOOPWRIGHT_SANDBOX=off).";
    return { confined: false, lacks: "off", why, next: "Start without it to run repairs." };
  }
  const bwrap = find("bwrap", system.toolFolders);
  if (bwrap === null) {
    return {
      confined: false,
      lacks: "bwrap",
      why: "bubblewrap (bwrap) is not installed.",
      next: `${installed} bubblewrap. Fedora: sudo dnf install bubblewrap.`,
    };
  }
  const prlimit = find("prlimit", system.toolFolders);
  if (prlimit === null) {
    return {
      confined: false,
      lacks: "prlimit",
      why: "prlimit, of util-linux, is not installed.",
      next: `${installed} util-linux. Fedora: sudo dnf install util-linux-core.`,
    };
  }
  return tryTools({ bwrap, prlimit });
}

/** Being installed is not being allowed: some systems deny user namespaces to programs. */
async function tryTools(tools: Tools): Promise<Confinement> {
  const flags = [...namespaceFlags, ...libraryFlags(), "--ro-bind", tools.prlimit, "/prlimit"];
  const failure = await run(tools.bwrap, [...flags, "--dev", "/dev", "/prlimit", "--version"]);
  if (failure === null) return { confined: true, tools };
  return {
    confined: false,
    lacks: "denied",
    why: `bubblewrap is installed, but the system does not let it confine: ${failure}`,
    next:
      "Ubuntu 24 and newer: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0. " +
      "In a container: allow user namespaces (Docker: --security-opt seccomp=unconfined).",
  };
}

function find(tool: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    const path = join(folder, tool);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}

/** Null where the command succeeded, else the last line that it said. */
function run(command: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(command, args, { env: {}, timeout: 10_000 }, (error, _out, errors) => {
      if (error === null) return resolve(null);
      resolve(errors.trim().split("\n").at(-1) || error.message);
    });
  });
}
