import { AppError } from "@loopwright/core";
import { parseDocument } from "yaml";

import { tame, type Json } from "./tame.ts";
import { maxYamlChars, placeOf, refuseLarger } from "./text.ts";

/** Aliases may name a part again, not multiply it. */
const maxAliasCount = 50;

/** The value of a text of YAML; an AppError that names line and column where it is none. */
export function parseYaml(text: string): Json {
  refuseLarger(text.length, maxYamlChars);
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors;
    if (error) {
      throw new AppError("invalid-input", {
        message: `The file is not valid YAML: ${error.message.replace(/\.?$/, ".")}`,
        next: "Repair the file at that place.",
        where: placeOf(text, error.pos[0]),
      });
    }
    return tame(document.toJS({ maxAliasCount }));
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A parser that recurses runs out of stack on deep files, and it throws on too many aliases.
    throw new AppError("invalid-input", {
      message: "The file is not read: its YAML is nested too deeply, or repeats parts too often.",
      next: "Export the model as JSON, or without anchors and aliases.",
      cause: error,
    });
  }
}
