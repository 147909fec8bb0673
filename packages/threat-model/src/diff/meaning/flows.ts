import type { Crossing, Graph } from "../../model/graph.ts";
import type { Flow } from "../../model/model.ts";
import { quoted, type Changed, type Draft, type Sides } from "./sides.ts";

/** What became of flows: their ends, and the boundaries that they cross. */
export function flowSentences(sides: Sides): Draft[] {
  const { before, after, diff } = sides;
  const added = diff.added.flatMap(({ id }) => after.flows.get(id) ?? []);
  const removed = diff.removed.flatMap(({ id }) => before.flows.get(id) ?? []);
  const kept = [...after.flows.values()].filter(({ id }) => before.flows.has(id));
  return [
    ...added.map((flow) => newFlow(flow, sides)),
    ...removed.map((flow) => removedFlow(flow, sides)),
    ...kept.flatMap((flow) => crossingChange(flow, sides)),
    ...sides.changesIn("flows").flatMap((change) => otherEnds(change, sides)),
  ];
}

const called = (flow: Flow, sides: Sides) => `Flow ${quoted(sides.name(flow.id))}`;

function newFlow(flow: Flow, sides: Sides): Draft {
  const crossing = sides.after.crossing(flow.id);
  const ends = `from ${sides.name(flow.source)} to ${sides.name(flow.target)}`;
  const rise = crossing?.crosses ? crossing.rise : 0;
  return {
    kind: crossing?.crosses ? "crossing" : "part",
    text: `New flow ${quoted(sides.name(flow.id))} ${ends} ${crossing?.crosses ? crosses(crossing) : "crosses no boundary"}`,
    ids: [flow.id, flow.source, flow.target, ...zonesOf(crossing)],
    weight: rise > 0 ? 60 + Math.min(20, rise / 5) : 45,
    subjects: [flow.id],
  };
}

function removedFlow(flow: Flow, sides: Sides): Draft {
  const crossing = sides.before.crossing(flow.id);
  const ends = `from ${sides.name(flow.source)} to ${sides.name(flow.target)}`;
  const across = crossing?.crosses ? `, which ${past(crosses(crossing))},` : "";
  return {
    kind: "part",
    text: `${called(flow, sides)} ${ends}${across} was removed`,
    ids: [flow.id, flow.source, flow.target],
    weight: 42,
    subjects: [flow.id],
  };
}

function crossingChange(flow: Flow, sides: Sides): Draft[] {
  const [was, now] = [crossingIn(sides.before, flow), crossingIn(sides.after, flow)];
  if (!was || !now || boundaries(was) === boundaries(now)) return [];
  const more = now.rise - was.rise;
  const text = now.crosses
    ? `${called(flow, sides)} now ${crosses(now)}${was.crosses ? `; before it ${past(crosses(was))}` : ""}`
    : `${called(flow, sides)} crosses no boundary any more; before it ${past(crosses(was))}`;
  return [
    {
      kind: "crossing",
      text,
      ids: [flow.id, flow.source, flow.target, ...zonesOf(now), ...zonesOf(was)],
      weight: now.crosses && more > 0 ? 70 + Math.min(20, more / 5) : now.crosses ? 56 : 46,
      subjects: [flow.id],
    },
  ];
}

function otherEnds(change: Changed, sides: Sides): Draft[] {
  const flow = sides.after.flows.get(change.id)!;
  const was = sides.before.flows.get(change.id)!;
  const drafts: Draft[] = [];
  if (flow.source !== was.source || flow.target !== was.target) {
    const reversed = flow.source === was.target && flow.target === was.source;
    const ends = `from ${sides.name(flow.source)} to ${sides.name(flow.target)}`;
    const old = `from ${sides.name(was.source)} to ${sides.name(was.target)}`;
    drafts.push({
      kind: "part",
      text: `${called(flow, sides)} now goes ${ends}, ${reversed ? "the other way round" : `before ${old}`}`,
      ids: [flow.id, flow.source, flow.target, was.source, was.target],
      weight: 58,
      subjects: [flow.id],
    });
  }
  if (change.get("bidirectional")) {
    drafts.push({
      kind: "part",
      text: `${called(flow, sides)} now carries data ${flow.bidirectional ? "both ways" : "one way only"}`,
      ids: [flow.id],
      weight: 40,
      subjects: [flow.id],
    });
  }
  return drafts;
}

const crossingIn = (graph: Graph, { id }: Flow): Crossing | null => graph.crossing(id);

const zonesOf = (crossing: Crossing | null): string[] =>
  crossing ? [...crossing.left, ...crossing.entered].map(({ id }) => id) : [];

const boundaries = ({ left, entered }: Crossing): string =>
  [left, entered].map((zones) => zones.map(({ id }) => id).join(" ")).join(">");

/** "crosses Internet → AWS account (trust rises by 80)". */
export function crosses({ left, entered, rise }: Crossing): string {
  const [from, to] = [left, entered].map((zones) =>
    zones.map(({ id, name }) => (name.trim() === "" ? id : name)).join(" → "),
  );
  const where =
    from === "" ? `enters ${to}` : to === "" ? `leaves ${from}` : `crosses ${from} → ${to}`;
  if (rise === 0) return `${where} (trust is the same)`;
  return `${where} (trust ${rise > 0 ? "rises" : "falls"} by ${Math.abs(rise)})`;
}

/** The same of what was: "crossed …". */
const past = (text: string): string =>
  text
    .replace(/^crosses/, "crossed")
    .replace(/^enters/, "entered")
    .replace(/^leaves/, "left")
    .replace(
      /\(trust (rises|falls) by/,
      (_, way: string) => `(trust ${way === "rises" ? "rose" : "fell"} by`,
    )
    .replace(/\(trust is the same\)$/, "(trust was the same)");
