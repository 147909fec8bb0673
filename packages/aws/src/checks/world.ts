import { toAppError } from "@loopwright/core";

import { buildWorld } from "../world/build.ts";

/** What is wrong with a world's declaration; null where it builds. */
export function problemOfWorld(declared: unknown): { where: string; message: string } | null {
  try {
    buildWorld(declared, "check");
    return null;
  } catch (error) {
    const { where = "", message } = toAppError(error);
    return { where, message };
  }
}

/** Whether the user or role of this ARN could begin in the world. */
export function credentialOfStart(declared: object, as: string): boolean {
  return problemOfWorld({ ...declared, start: as }) === null;
}
