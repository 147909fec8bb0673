import { AppError } from "@loopwright/core";
import { parseDocument, type YAMLParseError } from "yaml";

import { tame, type Json } from "./tame.ts";
import { placeOf } from "./text.ts";

/** Aliases may name a part again, not multiply it. */
const maxAliasCount = 50;

/** The value of a text of YAML; an AppError that names line and column where it is none. */
export function parseYaml(text: string): Json {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors.toSorted((one, other) => one.pos[0] - other.pos[0]);
    if (error) throw refused(error, text);
    return tame(document.toJS({ maxAliasCount }));
  } catch (error) {
    if (error instanceof AppError) throw error;
    // An alias may stand for too much, or for what it stands in.
    throw tooMuch(error);
  }
}

function refused(error: YAMLParseError, text: string): AppError {
  if (error.code === "RESOURCE_EXHAUSTION") return tooMuch(error);
  return new AppError("invalid-input", {
    message: `The file is not valid YAML: ${error.message.replace(/\.?$/, ".")}`,
    next: "Repair the file at that place.",
    where: placeOf(text, error.pos[0]),
  });
}

const tooMuch = (cause: unknown): AppError =>
  new AppError("invalid-input", {
    message: "The file is not read: its YAML is nested too deeply, or repeats parts too often.",
    next: "Export the model as JSON, or without anchors and aliases.",
    cause,
  });
