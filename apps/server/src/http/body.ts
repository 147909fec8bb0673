import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import type { z } from "zod";

import { AppError, answerBytesMax, documentBytesMax, isShallow } from "@loopwright/core";
import { reportMaxBytes } from "@loopwright/sandbox";

import { tooLarge } from "./errors.ts";

/** Room for what is sent and the few fields around it. */
const limitTo = (bytes: number) =>
  bodyLimit({
    maxSize: bytes + 10_000,
    onError: () => {
      throw tooLarge(bytes);
    },
  });

/** What an answer may have, and most requests never need. */
export const limitBody = limitTo(answerBytesMax);
/** What a learner keeps may grow larger than an answer. */
export const limitDocument = limitTo(documentBytesMax);

/** What a run in a browser may send: its report, or one of its calls. */
export const limitRun = limitTo(reportMaxBytes);

/** Reads a JSON body of the given shape. Only application/json is read: no form can send it unasked. */
export const body = <S extends z.ZodType>(schema: S) =>
  validator("json", (value, c): z.infer<S> => {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/json\b/i.test(type))
      throw invalid("The body must be application/json.", "");
    if (!isShallow(value)) throw invalid("The body is nested too deeply.", "");
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw invalid(
      `The request does not fit: ${issue?.message ?? ""}.`,
      issue?.path.join(".") ?? "",
    );
  });

const invalid = (message: string, where: string): AppError =>
  new AppError("invalid-input", {
    message,
    next: "Load the page again; if it repeats, report it.",
    ...(where !== "" && { where }),
  });
