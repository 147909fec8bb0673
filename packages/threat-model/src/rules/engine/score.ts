import { rankOfClass } from "../../model/graph.ts";
import type { DataAsset } from "../../model/model.ts";
import type { Score } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";

/**
 * Totals run from 1 to 180. High begins where a usual rule (weight 2) meets an entry from the internet (a rise
 * of 75 or more, next to the attacker) even though no data was named: 4 × 2 × 3 × 2. Medium begins where
 * the worst rules (weight 3) still meet confidential data three flows inside, without any rise: 1 × 3 × 1 × 3.
 */
const high = 48;
const medium = 9;
const risePerStep = 25;
/** Nobody said what is there: not harmless, and no reason for alarm. */
const unnamedData = 2;

/** `assets`: those that the finding speaks of. */
export function scoreOfFlow(rule: Rule, flow: FlowFacts, assets: Assets): Score {
  return score({
    rise: riseOf(flow),
    assets,
    distance: distanceOf(flow.target, [flow]),
    weight: rule.weight,
  });
}

export function scoreOfElement(rule: Rule, element: ElementFacts, assets: Assets): Score {
  return score({
    rise: Math.max(0, ...element.incoming.map(riseOf)),
    assets,
    distance: distanceOf(element, element.incoming),
    weight: rule.weight,
  });
}

const riseOf = ({ source, target }: FlowFacts) => target.trust - source.origin.trust;

/** What passes requests on is no step: behind it, an attacker stands as near as before it. */
const distanceOf = (element: ElementFacts, incoming: readonly FlowFacts[]) =>
  Math.min(element.distance, ...incoming.map(({ source }) => source.origin.distance + 1));

type Assets = readonly DataAsset[];
type Factors = {
  rise: number;
  assets: Assets;
  distance: number;
  weight: number;
};

function score({ rise, assets, distance, weight }: Factors): Score {
  const drop = 1 + Math.max(0, Math.floor(rise / risePerStep));
  const data =
    assets.length === 0
      ? unnamedData
      : 1 + Math.max(...assets.map((one) => rankOfClass(one.class)));
  const exposure = distance <= 1 ? 3 : distance === 2 ? 2 : 1;
  const total = drop * data * exposure * weight;
  const severity = total >= high ? "high" : total >= medium ? "medium" : "low";
  return { drop, data, exposure, weight, total, severity };
}
