import { printLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";
import { fileNameOf } from "../common/file-name.ts";
import type { Written } from "../common/notice.ts";

/** The whole model, one thing a line. */
export const toLines = (model: Model): Written => ({
  text: printLines(model),
  fileName: fileNameOf(model.title, "lines.txt"),
  lost: [],
  notes: [],
});
