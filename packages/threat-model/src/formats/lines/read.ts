import { AppError } from "@loopwright/core";

import { parseLines } from "../../lines/index.ts";
import type { Draft, Notice } from "../common/notice.ts";
import { settled } from "../common/open.ts";

/** Reads a model that was typed as lines. A line that is not understood is an error: half a model is none. */
export function readLines(text: string): Draft {
  const { model, notices: told, problems } = parseLines(text);
  const [first, ...others] = problems;
  if (first) {
    const more = others.length === 0 ? "" : ` ${others.length} more follow.`;
    throw new AppError("invalid-input", {
      message: `${first.message}${more}`,
      next: first.next,
      where: `line ${first.line}, column ${first.column}`,
    });
  }
  const notices: Notice[] = told.map(({ line, message }) => ({ where: `line ${line}`, message }));
  return settled({ model, notices }, "typed lines");
}
