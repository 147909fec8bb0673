import { open, writeFile } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";

import { AppError } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";
import { readModel } from "@loopwright/threat-model/formats";

import type { Run } from "../command.ts";

export type ModelFile = {
  /** From the folder that the command runs in, with "/"; absolute where it lies elsewhere. */
  file: string;
  model: Model;
  format: string;
  /** As it stands in the file, to find lines in it. */
  text: string;
};

/** Beyond this nothing is read: the engine takes less, and says so. */
const bytesMax = 45_000_000;

/** Reads a model of any format; what was read otherwise than it stands there goes to standard error. */
export async function readModelFile(path: string, { note, paint }: Run): Promise<ModelFile> {
  const bytes = await bytesOf(path);
  const file = shownPath(path);
  try {
    const { model, format, notices } = readModel(bytes, basename(path));
    for (const one of notices) note(paint.dim(`${file}: ${one.where}: ${one.message}`));
    return { file, model, format, text: bytes.toString("utf8") };
  } catch (error) {
    throw error instanceof AppError ? inFile(error, file) : error;
  }
}

/** The same error, and in which of several files. */
export function inFile(error: AppError, file: string): AppError {
  const where = error.where === undefined ? file : `${file}: ${error.where}`;
  return new AppError(error.code, {
    message: error.message,
    next: error.next,
    where,
    cause: error,
  });
}

export async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw new AppError("not-found", {
      message: "The file cannot be opened.",
      next: "Check the path.",
      where: path,
      cause,
    });
  });
  try {
    const { size } = await file.stat();
    if (size > bytesMax) {
      throw new AppError("too-large", {
        message: `A file may have ${bytesMax} bytes; this has ${size}.`,
        next: "Split the model, or take pictures out of the file.",
        where: path,
      });
    }
    return await file.readFile();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("not-found", {
      message: "The file cannot be read.",
      next: "Name a file, not a folder.",
      where: path,
      cause,
    });
  } finally {
    await file.close();
  }
}

export function shownPath(path: string): string {
  const near = relative(process.cwd(), resolve(path));
  const chosen = near === "" || near.startsWith("..") || isAbsolute(near) ? resolve(path) : near;
  return chosen.split(sep).join("/");
}

/** To the file of --out, or to standard output. */
export async function put(
  text: string,
  out: string | undefined,
  { say, note }: Run,
): Promise<void> {
  if (out === undefined) {
    say(text.replace(/\n$/, ""));
    return;
  }
  await writeFile(out, text).catch((cause: unknown) => {
    throw new AppError("invalid-input", {
      message: "The file cannot be written.",
      next: "Name a file in a folder that exists and may be written to.",
      where: out,
      cause,
    });
  });
  note(`Wrote ${shownPath(out)}.`);
}
