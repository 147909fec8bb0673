import { AppError, type Attempt } from "@loopwright/core";

import { sqlState } from "../failures.ts";

export const staleAttempt = (id: string): AppError =>
  new AppError("conflict", {
    message: "This attempt was changed from another window in the meantime.",
    next: "Load the attempt again and repeat the change.",
    where: id,
  });

export const noAttempt = (id: string): AppError =>
  new AppError("not-found", {
    message: "There is no such attempt.",
    next: "It may have been deleted. Choose one from the list of attempts.",
    where: id,
  });

/** What a key or reference that the database refused means for a new attempt. */
export function creationError(error: unknown, { id, drillHash }: Attempt): unknown {
  const state = sqlState(error);
  if (state === "23505") {
    return new AppError("conflict", {
      message: "There is already an attempt with this id.",
      next: "Start another attempt.",
      where: id,
      cause: error,
    });
  }
  if (state !== "23503") return error;
  return new AppError("not-found", {
    message: "The attempt names a drill version, learner or session that is not stored.",
    next: `Save the drill version ${drillHash.slice(0, 12)} first, then start the attempt.`,
    where: id,
    cause: error,
  });
}
