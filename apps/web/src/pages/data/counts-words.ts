import type { DataCounts } from "@loopwright/server";

import { count } from "../../words.ts";

/** "12 attempts, 1 document, 30 reviews": what there is any of. */
export function countsWords({ attempts, documents, reviews, settings }: DataCounts): string {
  const said = [
    attempts > 0 && count(attempts, "attempt"),
    documents > 0 && count(documents, "document"),
    reviews > 0 && count(reviews, "review"),
    settings > 0 && count(settings, "setting"),
  ].filter((one) => one !== false);
  return said.length > 0 ? said.join(", ") : "nothing";
}
