import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

import { isAlive, isFresh, lockHolder, thisProcess, type LockHolder } from "./holder.ts";

/** What stands in a lock file. `unreadable`: it is being written at this moment, or was torn by a crash. */
type Content = { state: "free" } | { state: "held"; holder: LockHolder } | Unreadable;
type Unreadable = { state: "unreadable"; token: string };

export type Claim = { won: true; mine: LockHolder } | { won: false; holder: LockHolder | null };

/** Writing a lock file takes less than this. */
const writingMs = 5_000;
const pollMs = 20;

/**
 * Takes a lock file, exactly one process at a time, also when several find a dead holder's file at
 * once. A stale file is only replaced by the one who holds a second lock, named after the token of the
 * stale file; as a token never comes back, nobody can replace what a faster process has put there.
 */
export async function claim(file: string): Promise<Claim> {
  const mine = thisProcess(randomUUID());
  for (;;) {
    if (createWhole(file, mine)) return { won: true, mine };
    const content = readLockFile(file);
    if (content.state === "free") continue;
    if (content.state === "held" && isAlive(content.holder, file)) {
      return { won: false, holder: content.holder };
    }
    if (content.state === "unreadable" && isFresh(file, writingMs)) await pause();
    else if (await replace(file, content, mine)) return { won: true, mine };
  }
}

async function replace(
  file: string,
  stale: Exclude<Content, { state: "free" }>,
  mine: LockHolder,
): Promise<boolean> {
  const token = tokenOf(stale);
  const guard = `${file}.${token}`;
  const right = await claim(guard);
  if (!right.won) {
    await pause();
    return false;
  }
  try {
    if (tokenOf(readLockFile(file)) !== token) return false;
    overwrite(file, mine);
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

export function readLockFile(file: string): Content {
  let text: string;
  let token: string;
  try {
    text = readFileSync(file, "utf8");
    const { ino, mtimeMs } = statSync(file, { bigint: true });
    token = `${ino.toString(16)}-${mtimeMs.toString(16)}`;
  } catch {
    return { state: "free" };
  }
  const parsed = lockHolder.safeParse(parseJson(text));
  return parsed.success ? { state: "held", holder: parsed.data } : { state: "unreadable", token };
}

/** Replaces the content in one step: a reader sees the old or the new. Only for who holds the lock. */
export function overwrite(file: string, holder: LockHolder): void {
  const draft = `${file}.${holder.token}.new`;
  writeFileSync(draft, JSON.stringify(holder, null, 2));
  renameSync(draft, file);
}

/** Makes the file with its content, or says that it exists. A link is whole from its first moment. */
function createWhole(file: string, holder: LockHolder): boolean {
  const draft = `${file}.${holder.token}.new`;
  const text = JSON.stringify(holder, null, 2);
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!noLinks.has(code ?? "")) throw error;
    return createInPlace(file, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

// What file systems without hard links answer (exFAT, some network shares).
const noLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR", "EINVAL"]);

function createInPlace(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const tokenOf = (content: Content): string | null =>
  content.state === "free" ? null : content.state === "held" ? content.holder.token : content.token;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pollMs));
