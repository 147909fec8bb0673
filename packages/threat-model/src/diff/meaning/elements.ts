import type { Graph } from "../../model/graph.ts";
import type { Element, Zone } from "../../model/model.ts";
import { listed, plural, type Draft, type Sides } from "./sides.ts";

/** Elements and zones that came, went or stand elsewhere, and zones whose trust changed. */
export function placeSentences(sides: Sides): Draft[] {
  const { before, after, diff } = sides;
  return [
    ...diff.added.flatMap(({ id }) => {
      const element = after.elements.get(id);
      const zone = after.zones.get(id);
      return [
        ...(element ? [newElement(element, sides)] : []),
        ...(zone ? [newZone(zone, sides)] : []),
      ];
    }),
    ...diff.removed.flatMap(({ id }) => {
      const element = before.elements.get(id);
      const zone = before.zones.get(id);
      return [
        ...(element ? [removedElement(element, sides)] : []),
        ...(zone ? [removedZone(zone, sides)] : []),
      ];
    }),
    ...diff.moved.map((move) => moved(move, sides)),
    ...sides.changesIn("zones").flatMap(({ id, get }) => {
      const trust = get("trust");
      return trust ? [trustChange(id, sides)] : [];
    }),
  ];
}

const heldBy = (graph: Graph, { data }: Element): string => {
  const held = data.flatMap((id) => graph.data.get(id) ?? []);
  return held.length === 0
    ? ""
    : ` with ${listed(held.map((one) => `${one.name || one.id} (${one.class})`))}`;
};

function newElement(element: Element, sides: Sides): Draft {
  const where = element.zone === null ? "outside of all zones" : `in ${sides.zone(element.zone)}`;
  return {
    kind: "part",
    text: `New ${element.type} ${sides.name(element.id)} ${where}${heldBy(sides.after, element)}`,
    ids: [element.id, ...(element.zone === null ? [] : [element.zone])],
    weight: 50,
    subjects: [element.id],
  };
}

const removedElement = (element: Element, sides: Sides): Draft => ({
  kind: "part",
  text: `${sides.name(element.id)} was removed${heldBy(sides.before, element)}`,
  ids: [element.id],
  weight: 52,
  subjects: [element.id],
});

const newZone = ({ id, trust, parent }: Zone, sides: Sides): Draft => ({
  kind: "trust",
  text: `New zone ${sides.name(id)} with trust ${trust}${parent === null ? "" : ` in ${sides.zone(parent)}`}`,
  ids: [id],
  weight: 48,
});

function removedZone({ id }: Zone, sides: Sides): Draft {
  const inside = [...sides.before.elements.values()].filter(({ zone }) => zone === id);
  const still = inside.flatMap((one) => sides.after.elements.get(one.id) ?? []);
  const now = [...new Set(still.map(({ zone }) => sides.zone(zone)))];
  const where =
    still.length === 0
      ? ""
      : `; ${plural(still.length, "element")} of it now ${still.length === 1 ? "stands" : "stand"} in ${listed(now)}`;
  return {
    kind: "trust",
    text: `Zone ${sides.name(id)} was removed${where}`,
    ids: [id, ...still.map((one) => one.id)],
    weight: 57,
  };
}

function moved({ list, id, from, to }: Sides["diff"]["moved"][number], sides: Sides): Draft {
  const place = (graph: Graph, zone: string | null) => {
    const trust = zone === null ? undefined : graph.zones.get(zone)?.trust;
    return trust === undefined ? sides.zone(zone) : `${sides.zone(zone)} (${trust})`;
  };
  const fall = list === "elements" ? sides.before.trustOf(id) - sides.after.trustOf(id) : 0;
  return {
    kind: "moved",
    text: `${list === "zones" ? "Zone " : ""}${sides.name(id)} moved from ${place(sides.before, from)} to ${place(sides.after, to)}`,
    ids: [id, ...[from, to].flatMap((one) => one ?? [])],
    weight: 58 + Math.max(0, Math.min(12, fall / 5)),
    subjects: [id],
  };
}

function trustChange(id: string, sides: Sides): Draft {
  const [was, now] = [sides.before.zones.get(id)!.trust, sides.after.zones.get(id)!.trust];
  const inside = [...sides.after.elements.keys()].filter((one) =>
    sides.after.zonesOf(one).some((zone) => zone.id === id),
  );
  const flows = inside.flatMap((one) => [
    ...sides.after.flowsFrom(one),
    ...sides.after.flowsTo(one),
  ]);
  return {
    kind: "trust",
    text: `Trust of ${sides.name(id)} ${now < was ? "falls" : "rises"} from ${was} to ${now}`,
    ids: [id],
    weight: 54 + Math.min(18, Math.abs(now - was) / 3),
    subjects: [...inside, ...flows.map((flow) => flow.id)],
  };
}
