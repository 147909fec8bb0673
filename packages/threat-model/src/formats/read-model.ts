import { AppError } from "@loopwright/core";

import type { Model } from "../model/model.ts";
import type { Draft, Notice } from "./common/notice.ts";
import { formatNames, formatOf, notationOf, type FormatName } from "./detect.ts";
import { readLines } from "./lines/read.ts";
import { readLoopwright } from "./loopwright/read.ts";
import { readOtm } from "./otm/read.ts";
import { parseJson } from "./source/json.ts";
import { maxSlowChars, refuseLarger, textOf, type Source } from "./source/text.ts";
import type { Json } from "./source/tame.ts";
import { parseYaml } from "./source/yaml.ts";
import { readThreatComposer } from "./threat-composer/read.ts";
import { readThreatDragon } from "./threat-dragon/read.ts";

type ReadModel = {
  /** Well formed, and without problems (`problemsOf`). */
  model: Model;
  format: FormatName;
  /** What was read otherwise than it stands in the file. */
  notices: Notice[];
};

const readers: Readonly<Record<Exclude<FormatName, "lines">, (value: Json) => Draft>> = {
  loopwright: readLoopwright,
  otm: readOtm,
  "threat-composer": readThreatComposer,
  "threat-dragon": readThreatDragon,
};

/**
 * The model in a file of any format that is known, by what stands in it and, where that does not tell, by the
 * file's name. The file is taken to be hostile. Bytes are read as UTF-8 or UTF-16.
 *
 * Throws AppError `invalid-input` that says where: a line with column, or a path in the file.
 */
export function readModel(source: Source, fileName: string): ReadModel {
  const text = textOf(source);
  const notation = notationOf(text, fileName);
  if (notation === null) throw unknown();
  if (notation !== "json") refuseLarger(text.length, maxSlowChars);
  if (notation === "lines") return { ...readLines(text), format: "lines" };
  const value = notation === "json" ? parseJson(text) : parseYaml(text);
  const format = formatOf(value);
  if (format === null) throw unknown();
  return { ...readers[format](value), format };
}

const unknown = (): AppError =>
  new AppError("invalid-input", {
    message: "The file is of no format that is read here.",
    next: `Choose a file of one of these: ${Object.values(formatNames).join(", ")}.`,
  });
