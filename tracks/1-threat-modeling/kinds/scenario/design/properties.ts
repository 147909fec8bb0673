import { elementsHolding, flowsHolding, type Model } from "@loopwright/threat-model";

import type { Elements, Flows, Property, Role } from "../material/properties.ts";
import { elementsOf } from "./roles.ts";
import { wayAround } from "./ways.ts";

/**
 * Whether a property holds in a drawing. `absent`: what it speaks of is not there, so nothing is proven; an
 * empty drawing has no property.
 */
type Decided = { state: "holds" | "fails" | "absent"; why: string; parts: string[] };

type Roles = Readonly<Record<string, Role>>;

/** Decides one property on the learner's own model. Pure: the grader and the page compute the same. */
export function decide(one: Property, model: Model, roles: Roles): Decided {
  const asked = new Asked(model, roles);
  if (one.noPath) return noPath(one.noPath, asked);
  if (one.everyFlow) return everyFlow(one.everyFlow, asked);
  if (one.everyElement) return everyElement(one.everyElement, asked);
  if (one.separate) return separate(one.separate, asked);
  if (one.exists) return exists(one.exists, asked);
  if (one.linked) return linked(one.linked, model);
  return absent("nothing is stated");
}

const holds = (why: string, parts: string[]): Decided => ({ state: "holds", why, parts });
const fails = (why: string, parts: string[]): Decided => ({ state: "fails", why, parts });
const absent = (why: string): Decided => ({ state: "absent", why, parts: [] });

/** Selectors, looked up in one drawing. */
class Asked {
  readonly model: Model;
  readonly #roles: Roles;

  constructor(model: Model, roles: Roles) {
    this.model = model;
    this.#roles = roles;
  }

  elements({ role, is }: Elements): Set<string> {
    const tested = is && elementsHolding(this.model, is);
    const known = role === undefined ? undefined : this.#roles[role];
    const played = known ? elementsOf(known, this.model).map(({ id }) => id) : [...(tested ?? [])];
    return new Set(played.filter((id) => tested === undefined || tested.has(id)));
  }

  flows({ from, to, is }: Flows): Set<string> {
    const tested = flowsHolding(this.model, is ?? {});
    const [sources, targets] = [from && this.elements(from), to && this.elements(to)];
    const fitting = this.model.flows.filter(({ id, source, target, bidirectional }) => {
      if (!tested.has(id)) return false;
      const forth = (sources?.has(source) ?? true) && (targets?.has(target) ?? true);
      const back = (sources?.has(target) ?? true) && (targets?.has(source) ?? true);
      return forth || (bidirectional && back);
    });
    return new Set(fitting.map(({ id }) => id));
  }

  name(id: string): string {
    const { elements, flows } = this.model;
    return (
      elements.find((one) => one.id === id)?.name ?? flows.find((one) => one.id === id)?.name ?? id
    );
  }

  names = (ids: Iterable<string>): string => [...ids].map((id) => this.name(id)).join(", ");
}

function noPath(
  { from, to, without, ignore }: NonNullable<Property["noPath"]>,
  asked: Asked,
): Decided {
  const [start, end] = [asked.elements(from), asked.elements(to)];
  const gate = without && asked.elements(without);
  if (start.size === 0) return absent("nothing was recognised as its beginning");
  if (end.size === 0) return absent("nothing was recognised as its end");
  if (gate?.size === 0) return absent("nothing was recognised that stands between");
  const closed = new Set([...(gate ?? []), ...(ignore ? asked.elements(ignore) : [])]);
  const way = wayAround(asked.model, { from: start, to: end, closed });
  if (way) return fails(`a way leads around: ${way.map((id) => asked.name(id)).join(" → ")}`, way);
  // A gate that nothing leads through guards nothing.
  const open = wayAround(asked.model, { from: start, to: end, closed: new Set() });
  if (gate && !open) return absent("no way leads from one to the other at all");
  return holds("no way leads around", [...start, ...(gate ?? []), ...end]);
}

function everyFlow({ like, is }: NonNullable<Property["everyFlow"]>, asked: Asked): Decided {
  const found = asked.flows(like);
  if (found.size === 0) return absent("no such flow was drawn");
  const good = flowsHolding(asked.model, is);
  const bad = [...found].filter((id) => !good.has(id));
  if (bad.length > 0) return fails(`not so: ${asked.names(bad)}`, bad);
  return holds(`so: ${asked.names(found)}`, [...found]);
}

function everyElement({ like, is }: NonNullable<Property["everyElement"]>, asked: Asked): Decided {
  const found = asked.elements(like);
  if (found.size === 0) return absent("nothing was recognised as it");
  const good = elementsHolding(asked.model, is);
  const bad = [...found].filter((id) => !good.has(id));
  if (bad.length > 0) return fails(`not so: ${asked.names(bad)}`, bad);
  return holds(`so: ${asked.names(found)}`, [...found]);
}

function separate({ one, other, zones }: NonNullable<Property["separate"]>, asked: Asked): Decided {
  const [left, right] = [asked.elements(one), asked.elements(other)];
  if (left.size === 0 || right.size === 0) return absent("one of the two was not recognised");
  const both = [...left].filter((id) => right.has(id));
  if (both.length > 0) return fails(`one part stands for both: ${asked.names(both)}`, both);
  const zoneOf = (id: string) => asked.model.elements.find((each) => each.id === id)?.zone ?? null;
  const shared = [...left].filter((id) => [...right].some((each) => zoneOf(each) === zoneOf(id)));
  if (zones && shared.length > 0) return fails(`in one zone: ${asked.names(shared)}`, shared);
  return holds("two parts, apart", [...left, ...right]);
}

function exists(what: NonNullable<Property["exists"]>, asked: Asked): Decided {
  const found = "element" in what ? asked.elements(what.element) : asked.flows(what.flow);
  if (found.size === 0) return absent("no such part was drawn");
  return holds(`drawn: ${asked.names(found)}`, [...found]);
}

function linked(
  { threat, to, not }: NonNullable<Property["linked"]>,
  { threats, mitigations }: Model,
): Decided {
  const found = threats.find(({ id }) => id === threat);
  if (!found) return absent(`there is no threat ${threat} any more`);
  const known = found.mitigations.filter((id) => mitigations.some((one) => one.id === id));
  const stale = known.filter((id) => not.includes(id));
  if (stale.length > 0) return fails(`still relies on ${stale.join(", ")}`, [threat, ...stale]);
  const right = known.filter((id) => to.includes(id));
  if (right.length === 0) return fails(`relies on none of ${to.join(", ")}`, [threat]);
  return holds(`relies on ${right.join(", ")}`, [threat, ...right]);
}
