import { AppError } from "@loopwright/core";

import { numbered } from "../common/numbered.ts";

/** What is read at all, in characters. Models are small; whatever is larger is another file or an attack. */
export const maxChars = 20_000_000;
/** Parsers of YAML and of lines do far more for each character than one of JSON. */
export const maxSlowChars = 2_000_000;

/** As a file came: its bytes, or its text where somebody has decoded them already. */
export type Source = string | Uint8Array;

/** The text of a file of UTF-8 or UTF-16, without the mark of its byte order. */
export function textOf(source: Source): string {
  refuseLarger(source.length, typeof source === "string" ? maxChars : maxChars * 2);
  const text = (typeof source === "string" ? source : decoded(source)).replace(/^\uFEFF/, "");
  refuseLarger(text.length, maxChars);
  if (text.trim() === "") {
    throw new AppError("invalid-input", {
      message: "The file is empty.",
      next: "Choose the file that holds the threat model.",
    });
  }
  const nul = text.indexOf("\u0000");
  if (nul !== -1) {
    throw new AppError("invalid-input", {
      message: "The file is not text, or its text is UTF-16 and was read as UTF-8.",
      next: "Save the file as UTF-8 and read it again.",
      where: placeOf(text, nul),
    });
  }
  return text;
}

/** Refuses before anything is parsed. */
export function refuseLarger(chars: number, limit: number): void {
  if (chars <= limit) return;
  throw new AppError("invalid-input", {
    message: `The file has ${numbered(chars)} characters, and ${numbered(limit)} are read at most.`,
    next: "Split the model, or take pictures out of the file.",
  });
}

/** "line 3, column 14", as editors count. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - before.lastIndexOf("\n")}`;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Without a mark, a zero byte beside the first character tells UTF-16: every format here begins in ASCII. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && first !== 0) return "utf-16le";
  if (first === 0 && second !== 0) return "utf-16be";
  return "utf-8";
}
