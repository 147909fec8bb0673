import { release } from "node:os";

import { countsPerNamespace, libraryFlags, namespaceFlags, type Tools } from "../bwrap.ts";
import type { Jdk } from "./jdk.ts";

/** How a Java virtual machine is started: to compile, to run, or to write the archive of classes. */
export type JavaLaunch = {
  main: "runner.Compiler" | "runner.Run";
  /** Of the whole process. */
  memoryMb: number;
  heapMb: number;
  /** Extra flags of the virtual machine. */
  flags?: readonly string[];
  /** Mounted so that it can be written; only for making the archive, without learner code. */
  outFolder?: string;
};

/** A command that speaks frames over its standard input and output. */
export type JavaCommand = { command: string; args: string[]; pipes: readonly [number, number] };

export type Parts = { tools: Tools; jdk: Jdk; jar: string; archive: string | null };

const inside = {
  prlimit: "/sandbox/prlimit",
  jdk: "/sandbox/jdk",
  jar: "/sandbox/lab.jar",
  archive: "/sandbox/lab.jsa",
  out: "/sandbox/out",
} as const;

/** The written file inside, for whoever makes the archive. */
export const archiveOut = `${inside.out}/lab.jsa`;

const fileSystemFlags = "--dev /dev --remount-ro /dev --dir /app --chdir /app".split(" ");

/** Room for files of a program. They are memory, outside of the process's own limit. */
const filesMaxBytes = 32 * 1024 * 1024;
const fileMaxBytes = 8 * 1024 * 1024;

/**
 * The confined launcher. As for Python (src/bwrap.ts), but the root is a small writable file system of the
 * process's own, so that a test can lay out any path; /sandbox, the libraries and /dev stay read-only.
 * There is no /proc: neither the virtual machine nor a program needs it.
 */
export function javaCommand({ tools, jdk, jar, archive }: Parts, launch: JavaLaunch): JavaCommand {
  const binds = [
    [tools.prlimit, inside.prlimit],
    [jdk.home, inside.jdk],
    [jar, inside.jar],
    ...(archive === null ? [] : [[archive, inside.archive]]),
    ...jdk.linked.map((folder) => [folder, folder]),
  ];
  const out = launch.outFolder === undefined ? [] : ["--bind", launch.outFolder, inside.out];
  return {
    command: tools.bwrap,
    args: [
      "--size",
      String(filesMaxBytes),
      "--tmpfs",
      "/",
      ...namespaceFlags,
      // The launcher of the JDK finds its own library through /proc, or here.
      "--setenv",
      "LD_LIBRARY_PATH",
      `${inside.jdk}/lib`,
      ...libraryFlags(),
      ...binds.flatMap(([from, to]) => ["--ro-bind", from!, to!]),
      ...out,
      ...fileSystemFlags,
      "--",
      inside.prlimit,
      ...limitFlags(launch),
      "--",
      `${inside.jdk}/bin/java`,
      ...machineFlags(launch, archive),
      "-cp",
      inside.jar,
      launch.main,
    ],
    pipes: [0, 1],
  };
}

function limitFlags({ memoryMb, outFolder }: JavaLaunch): string[] {
  const flags = [
    `--data=${memoryMb * 1024 * 1024}`,
    `--fsize=${outFolder === undefined ? fileMaxBytes : 256 * 1024 * 1024}`,
    "--nofile=64",
    "--core=0",
  ];
  return countsPerNamespace(release()) ? [...flags, "--nproc=64"] : flags;
}

function machineFlags({ main, heapMb, flags = [] }: JavaLaunch, archive: string | null): string[] {
  const opened = ["java.lang", "java.util", "java.io"].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  return [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    `-Xmx${heapMb}m`,
    "-Xss512k",
    "-XX:MaxMetaspaceSize=64m",
    "-XX:CompressedClassSpaceSize=32m",
    "-XX:ReservedCodeCacheSize=24m",
    "-XX:MaxDirectMemorySize=16m",
    // Frames leave on standard output; what the machine itself says goes elsewhere.
    "-XX:+DisplayVMOutputToStderr",
    "-Xlog:disable",
    "-Xlog:all=warning:stderr",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    "-XX:-UseContainerSupport",
    "-XX:+DisableAttachMechanism",
    // Else it tells of a fatal error on standard output, whatever was said above.
    "-XX:+SuppressFatalErrorMessage",
    "-Dfile.encoding=UTF-8",
    "-Duser.name=learner",
    "-Duser.home=/home/learner",
    "-Djava.awt.headless=true",
    ...(main === "runner.Run" ? opened : []),
    ...(archive === null ? [] : [`-XX:SharedArchiveFile=${inside.archive}`, "-Xshare:auto"]),
    ...flags,
  ];
}
