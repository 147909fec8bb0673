import { open } from "node:fs/promises";

import { AppError, answerBytesMax, answerFile, isShallow, type AnswerFile } from "@loopwright/core";

/** Reads an answer file, or standard input for "-". Throws `not-found`, `too-large`, `invalid-answer`. */
export async function readAnswer(path: string): Promise<AnswerFile> {
  const text = path === "-" ? await bounded(process.stdin) : await fromFile(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw invalid(`The answer is not JSON: ${what}.`, path, cause);
  }
  if (!isShallow(value)) throw invalid("The answer is nested too deeply.", path);
  const parsed = answerFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(`The answer does not fit: ${issue?.message ?? ""}.`, issue?.path.join(".") || path);
}

async function fromFile(path: string): Promise<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new AppError("not-found", {
      message: "The answer file cannot be opened.",
      next: "Check the path, or use - for standard input.",
      where: path,
      cause,
    });
  });
  try {
    return await bounded(file.createReadStream());
  } finally {
    await file.close();
  }
}

/** Stops reading as soon as there is more than an answer may have. */
async function bounded(stream: AsyncIterable<string | Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(Buffer.from(part));
    bytes += part.length;
    if (bytes > answerBytesMax) {
      throw new AppError("too-large", {
        message: `An answer may have ${answerBytesMax} bytes; this has more.`,
        next: "Shorten it and try again.",
      });
    }
  }
  return Buffer.concat(parts).toString("utf8");
}

const invalid = (message: string, where: string, cause?: unknown): AppError =>
  new AppError("invalid-answer", {
    message,
    next: "`npx loopwright schema <kind>` prints the shape.",
    where,
    cause,
  });
