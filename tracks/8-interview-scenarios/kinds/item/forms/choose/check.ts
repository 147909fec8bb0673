import type { MaterialProblem } from "@loopwright/core";

import { checkExplained } from "../explained.ts";
import type { ChooseItem } from "../item.ts";

export function checkChoose({ brief, key }: ChooseItem): MaterialProblem[] {
  const named = checkExplained({
    name: "options",
    shown: brief.options,
    explained: key.options,
  });
  const marks = new Set(Object.values(key.options).map(({ right }) => right));
  const where = "answer/key.yaml options";
  // Choosing everything or nothing earns nothing, so neither may be right.
  if (!marks.has(true)) named.push({ where, message: "no option is right" });
  if (!marks.has(false)) named.push({ where, message: "no option is wrong" });
  return named;
}
