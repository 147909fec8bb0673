import type { Criterion, Remark } from "@loopwright/core";

import { saysCriterion, twistCriterion } from "../grading/criteria.ts";
import type { Placed } from "./grade.ts";
import type { ScenarioKey } from "../material/key.ts";
import { adviceOn, lowerFirst, type Advice } from "../grading/remarks.ts";

export function rankRemarks(
  key: ScenarioKey,
  judged: readonly Criterion[],
  placed: readonly Placed[],
): Remark[] {
  const { rank, threats, twist } = key;
  if (!rank) return [];
  const chosen = new Set(placed.map(({ known }) => known?.id));
  const worst = rank.sample.top.find(({ threat }) => !chosen.has(threat));
  const title = threats.find(({ id }) => id === worst?.threat)?.title ?? "the worst of them";
  const first = threats.find(({ id }) => id === rank.sample.top[0]?.threat);
  const advice: Advice[] = [
    {
      criterion: "top",
      rank: 6,
      text: `Rank by how many customers one success reaches: ${lowerFirst(title)} belongs at the top. ${worst?.why ?? ""}`.trim(),
    },
    {
      criterion: "mitigations",
      rank: 5,
      text: `Name what stops the attack itself, and where it stands. For “${first?.title ?? title}”: ${first?.mitigations[0]?.text ?? ""}`,
    },
    {
      criterion: "risk",
      rank: 1,
      text: "Give likelihood and impact for each and let the order follow: an order without figures cannot be argued with.",
    },
    ...rank.says.map(({ id, title: point, why, weight }) => ({
      criterion: saysCriterion(id),
      rank: weight,
      lead: "Say outright",
      text: `${point}. ${why}`,
    })),
    ...(twist?.after === "threats" ? twist.says : []).map(({ id, title: point, why }) => ({
      criterion: twistCriterion(id),
      rank: 5,
      text: `Take up what changed on the way: ${lowerFirst(point)}. ${why}`,
    })),
  ];
  return adviceOn(judged, advice, key.deeper);
}
