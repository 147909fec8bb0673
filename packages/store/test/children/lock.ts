import { lockFolder, type FolderLock } from "../../src/lock/folder-lock.ts";

/** Takes and releases locks as it is told. */
export type LockOrder = { take: string } | { announce: string } | { release: true };
export type LockAnswer = { won: boolean; message?: string };

let held: FolderLock | undefined;

process.on("message", (order: LockOrder) => void answer(order).then((one) => process.send?.(one)));
process.send?.({ won: false });

async function answer(order: LockOrder): Promise<LockAnswer> {
  try {
    if ("take" in order) held = await lockFolder(order.take);
    else if ("announce" in order) held?.announce(order.announce);
    else held?.release();
    return { won: true };
  } catch (error) {
    return { won: false, message: String(error) };
  }
}
