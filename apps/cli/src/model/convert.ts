import { AppError } from "@loopwright/core";
import { diagramSvg, type Model } from "@loopwright/threat-model";
import {
  toCsv,
  toLines,
  toLoopwright,
  toMermaid,
  toOtm,
  toThreatComposer,
  toThreatDragon,
  type Written,
} from "@loopwright/threat-model/formats";

import type { Run } from "../command.ts";
import { need, text } from "../options.ts";
import { put, readModelFile } from "./files.ts";

type Conversion = Pick<Written, "text" | "lost" | "notes">;

const targets: Readonly<Record<string, (model: Model) => Conversion>> = {
  json: toLoopwright,
  lines: toLines,
  "threat-composer": (model) => toThreatComposer(model, { diagram: diagramSvg(model) }),
  "threat-dragon": toThreatDragon,
  otm: (model) => toOtm(model, "json"),
  "otm-yaml": (model) => toOtm(model, "yaml"),
  csv: toCsv,
  mermaid: toMermaid,
  svg: (model) => ({
    text: diagramSvg(model),
    lost: ["An SVG is a picture: nothing is read back from it."],
    notes: [],
  }),
};
export const targetNames = Object.keys(targets);

/** What the target cannot hold goes to standard error, so that a pipe carries the file alone. */
export async function convertModel(run: Run): Promise<number> {
  const { model, file } = await readModelFile(need(run, 1, "The model"), run);
  const name = text(run, "to");
  const to = name !== undefined && Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (!to) {
    throw new AppError("invalid-input", {
      message: name === undefined ? "--to is missing." : `There is no format “${name}”.`,
      next: `Use one of: ${targetNames.join(", ")}.`,
      where: "--to",
    });
  }
  const written = to(model);
  await put(written.text, text(run, "out"), run);
  for (const one of written.lost) run.note(`${file}: lost: ${one}`);
  for (const one of written.notes) run.note(`${file}: note: ${one}`);
  return 0;
}
