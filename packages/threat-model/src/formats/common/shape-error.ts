import { AppError } from "@loopwright/core";
import type { z } from "zod";

import type { Json } from "../source/tame.ts";

/** A value in the shape of a format, or an AppError with the path of the first part that is not. */
export function inShape<T extends z.ZodType>(shape: T, value: Json, format: string): z.output<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError("invalid-input", {
    message: `This is not a file of ${format}: ${issue?.message ?? "its shape is another"}.`,
    next: "Export the file anew, or repair it at that place.",
    where: pathOf(issue?.path ?? []),
    cause: result.error,
  });
}

/** ["flows", 3, "target"] → "flows[3].target". */
export function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((one) => (typeof one === "number" ? `[${one}]` : `.${String(one)}`))
    .join("")
    .replace(/^\./, "");
  return text === "" ? "the whole file" : text;
}
