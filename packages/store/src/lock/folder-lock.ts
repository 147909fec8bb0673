import { mkdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";

import { AppError } from "@loopwright/core";

import { heartbeatMs, isAlive, type LockHolder } from "./holder.ts";
import { claim, overwrite, readLockFile } from "./lock-file.ts";

export type FolderLock = {
  /** Writes into the lock file where this process serves, so that others can talk to it. */
  announce: (url: string) => void;
  release: () => void;
};

const fileOf = (dataFolder: string) => join(dataFolder, "loopwright.lock");

/** Takes the data folder for this process, or throws `folder-locked` naming who has it. */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  const file = fileOf(dataFolder);
  const taken = await takeFile(dataFolder, file);
  if (!taken.won) throw locked(taken.holder);
  let { mine } = taken;
  const beat = setInterval(() => touch(file), heartbeatMs);
  beat.unref();
  return {
    announce: (url) => {
      mine = { ...mine, url };
      overwrite(file, mine);
    },
    release: () => {
      clearInterval(beat);
      const content = readLockFile(file);
      const ours = content.state === "held" && content.holder.token === mine.token;
      if (ours) rmSync(file, { force: true });
    },
  };
}

/** Who holds the data folder at this moment; null if nobody alive does. Takes and changes nothing. */
export function readLock(dataFolder: string): LockHolder | null {
  const file = fileOf(dataFolder);
  const content = readLockFile(file);
  return content.state === "held" && isAlive(content.holder, file) ? content.holder : null;
}

async function takeFile(dataFolder: string, file: string) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    return await claim(file);
  } catch (cause) {
    throw new AppError("invalid-input", {
      message: "The data folder cannot be written.",
      next: "Make the folder writable, or choose another one with LOOPWRIGHT_DATA.",
      where: "LOOPWRIGHT_DATA",
      cause,
    });
  }
}

function locked(holder: LockHolder | null): AppError {
  const who = holder ? `process ${holder.pid}, since ${holder.since}` : "another process";
  const next = holder?.url
    ? `Use the one that is running at ${holder.url}, or stop it (Ctrl+C in its terminal) and start again.`
    : "Stop the other process (Ctrl+C in its terminal) and start again, or use another data folder.";
  const where = holder === null ? undefined : `pid ${holder.pid} on ${holder.host}`;
  return new AppError("folder-locked", {
    message: `The data folder is in use by another Loopwright (${who}).`,
    next,
    ...(where === undefined ? {} : { where }),
  });
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The file or its disk is gone; the next opener will find no lock.
  }
}
