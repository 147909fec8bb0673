import { execFile, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { promisify } from "node:util";

import { AppError } from "@loopwright/core";

import type { Tools } from "../bwrap.ts";
import { frameKinds, frameReader } from "../frames.ts";
import type { Jdk } from "./jdk.ts";
import { archiveOut, javaCommand, type JavaCommand, type Parts } from "./launch.ts";
import { javaSources } from "./places.ts";

const execute = promisify(execFile);

export type Built = { tools: Tools; jdk: Jdk; cacheFolder: string | null };

/**
 * Compiles the lab, the driver and the runner, once for their content and the JDK, into a jar of the cache
 * folder, and beside it an archive of loaded classes, which halves the start of a virtual machine. These
 * are our own sources: nothing of a learner's is there. Throws `sandbox-failed`.
 */
export async function buildParts({ tools, jdk, cacheFolder }: Built): Promise<Parts> {
  const sources = await readSources();
  const key = hashOf([jdk.home, jdk.version, ...sources.flatMap(({ path, text }) => [path, text])]);
  const folder = cacheFolder ?? (await mkdtemp(join(tmpdir(), "loopwright-java-")));
  const target = join(folder, `java-lab-${key}`);
  const jar = join(target, "lab.jar");
  if (!(await exists(jar))) await build({ jdk, folder, target, key });
  const parts: Parts = { tools, jdk, jar, archive: null };
  const archive = join(target, "lab.jsa");
  if (!(await exists(archive))) await writeArchive(parts, target);
  return { ...parts, archive: (await exists(archive)) ? archive : null };
}

type Source = { path: string; text: string };

async function readSources(): Promise<Source[]> {
  const found: Source[] = [];
  for (const folder of javaSources) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((one) => one.endsWith(".java")).toSorted()) {
      const path = join(folder, name);
      found.push({ path, text: await readFile(path, "utf8") });
    }
  }
  return found;
}

type Building = { jdk: Jdk; folder: string; target: string; key: string };

async function build({ jdk, folder, target, key }: Building) {
  const unfinished = join(folder, `java-lab-${randomUUID()}.part`);
  const classes = join(unfinished, "classes");
  const list = join(unfinished, "sources.txt");
  try {
    await mkdir(classes, { recursive: true });
    const sources = await readSources();
    // In a file of arguments, quoted, a path may hold spaces; a backslash would begin an escape.
    const quoted = sources.map(({ path }) => `"${path.split(sep).join("/")}"`);
    await writeFile(list, quoted.join("\n"));
    const options = ["-proc:none", "-nowarn", "-encoding", "UTF-8", "-g", "-parameters"];
    await execute(join(jdk.home, "bin", "javac"), [...options, "-d", classes, `@${list}`]);
    const jar = join(unfinished, "lab.jar");
    await execute(join(jdk.home, "bin", "jar"), ["--create", "--file", jar, "-C", classes, "."]);
    await rm(classes, { recursive: true });
    await rename(unfinished, target).catch(async (error: unknown) => {
      // Another process was first.
      if (!(await exists(join(target, "lab.jar")))) throw error;
    });
    await removeOlder(folder, key);
  } catch (cause) {
    throw new AppError("sandbox-failed", {
      message: "The Java lab could not be compiled.",
      next: "`npx loopwright doctor` shows which JDK was found. Install Loopwright again if it is complete.",
      cause,
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Starts one confined child, which rehearses and writes what it loaded. Without it all works, slower. */
async function writeArchive(parts: Parts, target: string) {
  const made = join(target, randomUUID());
  await mkdir(made, { mode: 0o777 });
  const flags = [
    `-XX:ArchiveClassesAtExit=${archiveOut}`,
    "-Xlog:cds=off",
    "-Xlog:cds+dynamic=off",
  ];
  const launch = {
    main: "runner.Run",
    memoryMb: 700,
    heapMb: 128,
    flags,
    outFolder: made,
  } as const;
  await rehearse(javaCommand(parts, launch));
  await rename(join(made, "lab.jsa"), join(target, "lab.jsa")).catch(() => {});
  await rm(made, { recursive: true, force: true });
}

/** Ends by itself once its input is closed, and writes the archive then; a kill would leave none. */
function rehearse({ command, args }: JavaCommand): Promise<void> {
  const child = spawn(command, args, { env: {}, cwd: "/", stdio: ["pipe", "pipe", "ignore"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), 40_000);
  const read = frameReader(1_000_000, ({ kind }) => {
    if (kind === frameKinds.ready) child.stdin.end();
  });
  child.stdin.on("error", () => {});
  child.stdout.on("data", read);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once("error", done);
    child.once("close", done);
  });
}

async function removeOlder(folder: string, key: string) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!/^java-lab-[0-9a-f]+$/.test(name) || name.endsWith(key)) continue;
    // One that is in use stays: another checkout may share the folder.
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > 86_400_000) await rm(path, { recursive: true, force: true });
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const hashOf = (texts: string[]) =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
