import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import type { System } from "../confinement.ts";

/** A Java development kit of this machine. */
export type Jdk = {
  home: string;
  /** As its `release` file says it: 17.0.15. */
  version: string;
  /** Folders outside of it that its configuration links to; distributions keep it in /etc. */
  linked: readonly string[];
};

export type JdkSearch = { found: true; jdk: Jdk } | { found: false; why: string; next: string };

const javaMin = 17;

/**
 * Looks in the given home first, then behind the links in the system's tool folders. A run-time
 * environment without the compiler is not enough, and neither is a JDK older than 17.
 */
export function findJdk(system: System, javaHome?: string): JdkSearch {
  const homes = [javaHome, ...system.toolFolders.flatMap(homesBehind)].filter(
    (home): home is string => home !== undefined && existsSync(join(home, "bin", "java")),
  );
  const next = installStep[system.platform] ?? installStep.linux!;
  let why = "No Java is installed.";
  for (const home of new Set(homes)) {
    const version = versionOf(home);
    if (!existsSync(join(home, "bin", "javac"))) {
      why = `${home} runs Java ${version}, but has no compiler: it is a JRE, not a JDK.`;
    } else if (Number.parseInt(version, 10) < javaMin) {
      why = `${home} is Java ${version}; ${javaMin} or newer is needed.`;
    } else {
      return { found: true, jdk: { home, version, linked: linkedFolders(home) } };
    }
  }
  return { found: false, why, next };
}

const installStep: Partial<Record<NodeJS.Platform, string>> = {
  linux:
    "Debian and Ubuntu: sudo apt-get install openjdk-17-jdk-headless. Fedora: sudo dnf install java-17-openjdk-devel.",
  darwin: "macOS: brew install openjdk@17",
  win32: "Windows: winget install EclipseAdoptium.Temurin.17.JDK",
};

/** /usr/bin/java is a link to a link; the JDK may be elsewhere than the JRE that `java` leads to. */
function homesBehind(folder: string): string[] {
  return ["javac", "java"].flatMap((tool) => {
    try {
      return [dirname(dirname(realpathSync(join(folder, tool))))];
    } catch {
      return [];
    }
  });
}

function versionOf(home: string): string {
  try {
    const release = readFileSync(join(home, "release"), "utf8");
    return /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1]?.replace(/^1\.(?=\d)/, "") ?? "0";
  } catch {
    return "0";
  }
}

/** Where the links in `conf` and `lib` lead to, the outermost folder of each. */
function linkedFolders(home: string): string[] {
  const folders = new Set<string>();
  for (const part of ["conf", "lib"]) {
    const folder = join(home, part);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) continue;
      const target = resolve(entry.parentPath, readlinkSync(join(entry.parentPath, entry.name)));
      if (/^\/etc\/[^/]*(java|jdk)/.test(target)) folders.add(dirname(target));
    }
  }
  const all = [...folders].filter((one) => existsSync(one));
  return all.filter((one) => !all.some((other) => one.startsWith(`${other}/`)));
}
