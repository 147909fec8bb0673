import { model as modelShape, type Model } from "../../model/model.ts";
import { fileNameOf, printedJson } from "../common/file-name.ts";
import type { Written } from "../common/notice.ts";

/** The whole model, with a fixed order of fields, so that versions of it can be compared. */
export const toLoopwright = (model: Model): Written => ({
  text: printedJson(modelShape.parse(model)),
  fileName: fileNameOf(model.title, "model.json"),
  lost: [],
  notes: [],
});
