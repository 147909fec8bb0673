import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";

import { answerBytesMax, AppError, toAppError } from "@loopwright/core";

/** Every failure leaves as { error: { code, message, next, where? } }; details stay in the terminal. */
export function respondWithError(error: unknown, c: HonoContext): Response {
  const known = error instanceof HTTPException ? fromHono(error) : toAppError(error);
  if (known.code === "internal") console.error(known.cause ?? known);
  return c.json({ error: known.toBody() }, known.httpStatus);
}

function fromHono(error: HTTPException): AppError {
  if (error.status === 413) return tooLarge();
  return new AppError("invalid-input", {
    message: `The request could not be read: ${error.message || "it is malformed"}.`,
    next: "Send JSON of the documented shape.",
    cause: error,
  });
}

/** `bytes`: how much there may be. */
export const tooLarge = (bytes: number = answerBytesMax): AppError =>
  new AppError("too-large", {
    message: "That is more than Loopwright takes at once.",
    next: `Shorten it: there may be ${bytes / 1_000_000} MB. What was saved before is kept.`,
  });

export const notFound = (path: string): AppError =>
  new AppError("not-found", {
    message: "There is nothing at this address.",
    next: "Open / and go on from there.",
    where: path,
  });
