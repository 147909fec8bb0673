import { AppError } from "@loopwright/core";

import type { ItemBrief } from "../brief.ts";
import type { ItemKey } from "../key.ts";
import { pairOf, type Item } from "./item.ts";

/** Throws `invalid-drill` where brief and key are of different forms. */
export function itemOf({ brief, key }: { brief: ItemBrief; key: ItemKey }): Item {
  const item = pairOf(brief, key);
  if (item) return item;
  throw new AppError("invalid-drill", {
    message: `The brief is of the form “${brief.form}”, its key of “${key.form}”.`,
    next: "Use one form in brief.yaml and answer/key.yaml.",
  });
}
