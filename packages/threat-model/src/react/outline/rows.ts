import { graphOf } from "../../model/graph.ts";
import type { Element, Flow, ListName, Model, Zone } from "../../model/model.ts";
import { nameOfPart, type Part } from "../form/part.ts";
import { elementWords } from "../form/words.ts";
import { protocols } from "../../model/protocols.ts";
import { technologies } from "../../model/technologies.ts";

/** One line of the outline. A heading has no part. */
export type Row = {
  /** Unique in the outline: the id of the part, or "list:data" of a heading. */
  key: string;
  part: { id: string; list: ListName } | null;
  title: string;
  /** Softly behind the title. */
  detail: string;
  level: number;
  /** Null: nothing stands below it. */
  open: boolean | null;
  position: number;
  siblings: number;
};

/** As a tree, before folding. */
type Node = Pick<Row, "key" | "part" | "title" | "detail"> & { children: Node[] };

const others = [
  ["data", "Data"],
  ["assumptions", "Assumptions"],
  ["threats", "Threats"],
  ["mitigations", "Mitigations"],
] as const;

/** Zones, their elements, the flows that begin there; then the lists beside the drawing. */
export function rowsOf(model: Model, folded: ReadonlySet<string>): Row[] {
  const lists = others.map(([list, title]) => heading(list, title, listNodes(model, list)));
  return flat([...drawing(model), ...lists], folded, 1);
}

/** Rows are made anew with every model: a row of the one before is found by its key. */
export const placeOf = (rows: readonly Row[], { key }: Row): number =>
  rows.findIndex((one) => one.key === key);

/** Whether both are drawn alike. */
export const isSameRow = (a: Row, b: Row): boolean =>
  a.key === b.key &&
  a.title === b.title &&
  a.detail === b.detail &&
  a.level === b.level &&
  a.open === b.open &&
  a.position === b.position &&
  a.siblings === b.siblings;

function flat(nodes: readonly Node[], folded: ReadonlySet<string>, level: number): Row[] {
  return nodes.flatMap(({ children, ...node }, index) => {
    const open = children.length === 0 ? null : !folded.has(node.key);
    const row = { ...node, level, open, position: index + 1, siblings: nodes.length };
    return open === true ? [row, ...flat(children, folded, level + 1)] : [row];
  });
}

function drawing(model: Model): Node[] {
  const seen = new Set<string>();
  const { elements, flowsFrom } = graphOf(model);
  const flowNode = (flow: Flow): Node => {
    const target = elements.get(flow.target)?.name ?? flow.target;
    const title = `${flow.bidirectional ? "↔" : "→"} ${target}: ${flow.name}`;
    return { ...partNode({ list: "flows", part: flow }, protocolTitle(flow.protocol)), title };
  };
  const elementNode = (one: Element): Node => ({
    ...partNode({ list: "elements", part: one }, elementDetail(one)),
    children: flowsFrom(one.id).map(flowNode),
  });
  const zoneNode = (one: Zone): Node => {
    seen.add(one.id);
    const inner = model.zones.filter(({ id, parent }) => parent === one.id && !seen.has(id));
    return {
      ...partNode({ list: "zones", part: one }, `trust ${one.trust}`),
      children: [
        ...inner.map(zoneNode),
        ...model.elements.filter(({ zone }) => zone === one.id).map(elementNode),
      ],
    };
  };
  const known = new Set(model.zones.map(({ id }) => id));
  const isRoot = ({ parent }: Zone) => parent === null || !known.has(parent);
  const roots = model.zones.filter(isRoot).map(zoneNode);
  // Zones that contain each other hang on no root: the first of each ring is shown as one.
  const rings = model.zones.flatMap((one) => (seen.has(one.id) ? [] : [zoneNode(one)]));
  const outside = model.elements.filter(({ zone }) => zone === null || !known.has(zone));
  const loose = model.flows.filter(({ source }) => !elements.has(source));
  return [
    ...roots,
    ...rings,
    ...outside.map(elementNode),
    ...(loose.length === 0
      ? []
      : [heading("flows", "Flows without a source", loose.map(flowNode))]),
  ];
}

const protocolTitle = (id: string): string =>
  Object.hasOwn(protocols, id) ? protocols[id]!.title : id;

const partNode = (part: Part, detail: string): Node => ({
  key: part.part.id,
  part: { id: part.part.id, list: part.list },
  title: nameOfPart(part),
  detail,
  children: [],
});

const heading = (list: string, title: string, children: Node[]): Node => ({
  key: `list:${list}`,
  part: null,
  title,
  detail: String(children.length),
  children,
});

function elementDetail({ type, technology, outOfScope }: Element): string {
  const made =
    technology === "generic"
      ? elementWords[type]
      : (technologies.get(technology)?.title ?? technology);
  return outOfScope === null ? made : `${made}, out of scope`;
}

const listNodes = (model: Model, list: (typeof others)[number][0]): Node[] =>
  list === "data"
    ? model.data.map((part) => partNode({ list, part }, part.class))
    : list === "threats"
      ? model.threats.map((part) =>
          partNode({ list, part }, `${part.stride.join("")} ${part.state}`),
        )
      : list === "assumptions"
        ? model.assumptions.map((part) => partNode({ list, part }, part.state))
        : model.mitigations.map((part) => partNode({ list, part }, part.state));
