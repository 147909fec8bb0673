import type { Files } from "@loopwright/core";

import type { ItemAnswer } from "../../answer.ts";
import type { Item } from "../../forms/item.ts";
import { only } from "../only.ts";
import { ExplainedOptions } from "./explained-options.tsx";
import { ExplainedSnippet } from "./explained-snippet.tsx";
import { ExplainedSteps } from "./explained-steps.tsx";
import { ExplainedValue } from "./explained-value.tsx";

type ExplainedProps = { item: Item; files: Files; draft: ItemAnswer | null };

/** The right answer with every explanation, and the given one on it. */
export function Explained({ item, files, draft }: ExplainedProps) {
  switch (item.form) {
    case "choose":
      return <ExplainedOptions item={item} chosen={only("choose", draft)?.chosen ?? null} />;
    case "order":
      return <ExplainedSteps item={item} order={only("order", draft)?.order ?? null} />;
    case "spot": {
      const text = files[item.brief.file] ?? "";
      return <ExplainedSnippet item={item} text={text} marked={only("spot", draft)?.lines ?? []} />;
    }
    case "value":
      return <ExplainedValue item={item} given={only("value", draft)?.value.trim() ?? ""} />;
  }
}
