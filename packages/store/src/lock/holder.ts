import { readFileSync, readlinkSync, statSync } from "node:fs";
import { hostname } from "node:os";

import { z } from "zod";

/** What a lock file says about the process that holds the data folder. */
export const lockHolder = z.object({
  /** Differs for every taking of the lock. */
  token: z.string().regex(/^[0-9a-f-]{1,64}$/),
  pid: z.int().positive(),
  host: z.string(),
  /** Process ids can be compared within one of these. */
  kernel: z.string(),
  /** When the process was started, as its kernel counts; null where it does not say. */
  processStart: z.string().nullable(),
  since: z.iso.datetime(),
  /** Where the holder serves, once it does. */
  url: z.string().nullable(),
});
export type LockHolder = z.infer<typeof lockHolder>;

/** The holder touches its file this often. */
export const heartbeatMs = 5_000;

/** A file that was not touched for this long is abandoned, where nothing surer can be asked. */
export const abandonedMs = 60_000;

export function thisProcess(token: string): LockHolder {
  return {
    token,
    pid: process.pid,
    host: hostname(),
    kernel: kernelId(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
    url: null,
  };
}

/**
 * Whether the process that wrote a lock file still lives. On Linux the kernel knows; elsewhere, and for
 * a holder in another container or machine, a fresh heartbeat counts as life.
 */
export function isAlive(holder: LockHolder, file: string): boolean {
  if (holder.kernel !== kernelId()) return isFresh(file);
  if (!pidExists(holder.pid)) return false;
  const start = processStart(holder.pid);
  if (holder.processStart === null) return holder.pid === process.pid || isFresh(file);
  return start === holder.processStart;
}

/** Whether a file was touched lately. A file that is gone was not. */
export function isFresh(file: string, withinMs: number = abandonedMs): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < withinMs;
  } catch {
    return false;
  }
}

/** Boot and process namespace on Linux; elsewhere the host's name has to do. */
function kernelId(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** Field 22 of /proc/<pid>/stat, in clock ticks since boot. Null for a dead process and off Linux. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name, which may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    // A zombie has an entry, but holds nothing any more.
    return state === "Z" || state === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
