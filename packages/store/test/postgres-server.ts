import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import pg from "pg";

/** A real PostgreSQL server of its own, reached through a socket in a folder that is deleted after. */
export type PostgresServer = { url: (database: string) => string; stop: () => Promise<void> };

type Owner = { uid: number; gid: number } | undefined;

const user = "loopwright";
const program = process.platform === "win32" ? ".exe" : "";

export async function startPostgres(): Promise<PostgresServer> {
  const bin = findBinaries();
  const owner = findOwner();
  // Not the system's temporary folder where that has a long name: a socket's path has at most 103 bytes.
  const folder = mkdtempSync(join(tmpdir().length > 50 ? "/tmp" : tmpdir(), "loopwright-pg-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  refuseFailure(
    spawnSync(join(bin, `initdb${program}`), init, { ...owner, cwd: folder, encoding: "utf8" }),
  );
  const settings = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${folder}`];
  const server = spawn(join(bin, `postgres${program}`), ["-D", data, ...settings], {
    ...owner,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const url = (database: string) =>
    `postgresql://${user}@/${database}?host=${encodeURIComponent(folder)}`;
  await untilReady(url("postgres"), () => (server.exitCode === null ? null : log));
  return { url, stop: () => stop(server, folder) };
}

/** Makes an empty database of that name, in place of one that is there. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace("/postgres?", `/${name}?`);
}

function findBinaries(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => +b - +a) : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
  const has = (folder: string) =>
    ["initdb", "postgres"].every((name) => existsSync(join(folder, name + program)));
  const found = folders.find((folder) => folder !== "" && has(folder));
  if (found) return found;
  throw new Error(
    "The store's tests need PostgreSQL (initdb and postgres).\n" +
      "Install it: “apt-get install postgresql” on Debian and Ubuntu, “brew install postgresql” on macOS.",
  );
}

/** PostgreSQL refuses to run as root, and wants an owner with a name. */
function findOwner(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const users = lines.map((line) => line.split(":"));
  const found =
    users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!found) throw new Error("PostgreSQL does not run as root: add a user named “postgres”.");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function refuseFailure({ status, stderr, error }: SpawnSyncReturns<string>): void {
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`, { cause: error });
}

async function untilReady(url: string, died: () => string | null): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      const log = died();
      if (log !== null) throw new Error(`The PostgreSQL server ended: ${log}`, { cause: error });
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  // SIGINT is PostgreSQL's fast shutdown.
  server.kill("SIGINT");
  if (server.exitCode === null) await ended;
  rmSync(folder, { recursive: true, force: true });
}
