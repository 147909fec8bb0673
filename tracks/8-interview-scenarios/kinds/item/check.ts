import type { Files, MaterialProblem } from "@loopwright/core";

import type { ItemBrief } from "./brief.ts";
import { checkChoose } from "./forms/choose/check.ts";
import { pairOf, type Item } from "./forms/item.ts";
import { checkOrder } from "./forms/order/check.ts";
import { checkSpot } from "./forms/spot/check.ts";
import { checkTask } from "./forms/task.ts";
import { checkValue } from "./forms/value/check.ts";
import type { ItemKey } from "./key.ts";

/** `text` is brief.md. */
type Material = { brief: ItemBrief; text: string; files: Files; key: ItemKey };

/** What schemas cannot see: that the key speaks of the brief, and that no guess wins. Pure. */
export function checkMaterial({ brief, text, files, key }: Material): MaterialProblem[] {
  const item = pairOf(brief, key);
  if (!item) {
    const message = `the brief is of the form ${brief.form}, the key of ${key.form}`;
    return [{ where: "answer/key.yaml form", message }];
  }
  return [...checkForm(item, files), ...checkTask(item, text)];
}

function checkForm(item: Item, files: Files): MaterialProblem[] {
  switch (item.form) {
    case "choose":
      return [...checkChoose(item), ...strayFiles(files)];
    case "order":
      return [...checkOrder(item), ...strayFiles(files)];
    case "spot":
      return checkSpot(item, files);
    case "value":
      return [...checkValue(item), ...strayFiles(files)];
  }
}

/** Only a line to spot has a snippet; elsewhere nobody would see it. */
const strayFiles = (files: Files): MaterialProblem[] =>
  Object.keys(files).map((path) => ({
    where: `files/${path}`,
    message: "only the form spot shows a file",
  }));
