import { outsideTrust, type Model } from "@loopwright/threat-model";

/** Ids of the zones around an element, innermost first. */
export function chainOf({ elements, zones }: Model, element: string): string[] {
  const chain: string[] = [];
  let next = elements.find(({ id }) => id === element)?.zone ?? null;
  while (next !== null && !chain.includes(next)) {
    const zone = zones.find(({ id }) => id === next);
    if (!zone) break;
    chain.push(next);
    next = zone.parent;
  }
  return chain;
}

function trustOf(model: Model, element: string): number {
  const [inner] = chainOf(model, element);
  return model.zones.find(({ id }) => id === inner)?.trust ?? outsideTrust;
}

/** Trust of the second element less that of the first; small differences are none. */
export function riseOf(model: Model, [from, to]: readonly [string, string]): number {
  const rise = trustOf(model, to) - trustOf(model, from);
  return Math.abs(rise) < noRise ? 0 : rise;
}
const noRise = 5;
