import { AppError } from "@loopwright/core";
import { analyse, reportHtml, reportMarkdown } from "@loopwright/threat-model";

import type { Run } from "../command.ts";
import { need, text } from "../options.ts";
import { put, readModelFile } from "./files.ts";

/** Markdown, or with --html one file that holds all. */
export async function reportModel(run: Run): Promise<number> {
  const html = run.options["html"] === true;
  if (html && run.options["markdown"] === true) {
    throw new AppError("invalid-input", {
      message: "A report is either HTML or Markdown.",
      next: "Give --html or --markdown.",
    });
  }
  const { model } = await readModelFile(need(run, 1, "The model"), run);
  const analysis = analyse(model);
  await put((html ? reportHtml : reportMarkdown)(model, analysis), text(run, "out"), run);
  return 0;
}
