import { AppError } from "@loopwright/core";

import { jsonFault } from "./json-fault.ts";
import { tame, type Json } from "./tame.ts";
import { placeOf } from "./text.ts";

/** The value of a text of JSON; an AppError that names line and column where it is none. */
export function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const fault = jsonFault(text);
    throw new AppError("invalid-input", {
      message: `The file is not valid JSON. ${fault?.reason ?? "It could not be parsed."}`,
      next: "Export the file anew, or repair it at that place.",
      ...(fault && { where: placeOf(text, fault.offset) }),
      cause,
    });
  }
  return tame(value);
}
