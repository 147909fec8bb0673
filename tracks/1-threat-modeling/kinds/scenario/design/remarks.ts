import type { Criterion, Remark } from "@loopwright/core";

import { propertyCriterion } from "../grading/criteria.ts";
import type { ScenarioKey } from "../material/key.ts";
import { adviceOn } from "../grading/remarks.ts";

export function designRemarks(key: ScenarioKey, judged: readonly Criterion[]): Remark[] {
  const properties = key.properties.map(({ id, fix, why, weight }) => ({
    criterion: propertyCriterion(id),
    rank: weight,
    text: `${fix} ${why}`,
  }));
  const damaged = judged.find(({ id }) => id === "undamaged");
  const kept = {
    criterion: "undamaged",
    rank: 4,
    text: `Change what the change asks for and leave the rest: ${damaged?.note ?? "parts were lost"}. Whoever relies on a threat by its id loses what was decided about it.`,
  };
  return adviceOn(judged, [...properties, kept], key.deeper);
}
