import type { Element, Model } from "../model/model.ts";
import { isIn } from "../model/technologies.ts";
import { strideCategories, type StrideCategory } from "../model/words.ts";
import type { Analysis } from "../rules/finding.ts";
import { standingIn, standingOf, type Standing } from "./standing.ts";

/** What is known of one category on one element or flow; "none": it could be, and nothing was found yet. */
export type CoverageCell = {
  state: Standing | "none" | "not-applicable";
  /** Ids. A threat that began as a finding stands for it. */
  threats: string[];
  findings: string[];
};

export type CoverageRow = {
  id: string;
  name: string;
  type: Element["type"] | "flow";
  inScope: boolean;
  cells: Record<StrideCategory, CoverageCell>;
};

export type Coverage = {
  /** Elements, then flows, in the order of the model. */
  rows: CoverageRow[];
  totals: Record<CoverageCell["state"], number>;
};

/** The categories that STRIDE per element asks of each type. */
export const applicable = {
  actor: "SR",
  process: "STRIDE",
  store: "TID",
  flow: "TID",
} as const satisfies Record<CoverageRow["type"], string>;

/** STRIDE × elements and flows. A cell that the method does not ask for still shows what was found there. */
export function coverageOf(model: Model, { findings }: Analysis): Coverage {
  const standing = standingIn(model);
  const cells = new Map<string, { cell: CoverageCell; states: Set<Standing> }>();
  const at = (subject: string, category: StrideCategory) => {
    const key = `${category} ${subject}`;
    const known = cells.get(key) ?? { cell: emptyCell(), states: new Set<Standing>() };
    cells.set(key, known);
    return known;
  };
  for (const threat of model.threats) {
    for (const category of threat.stride) {
      for (const target of threat.targets) {
        const { cell, states } = at(target, category);
        cell.threats.push(threat.id);
        states.add(standingOf(threat));
      }
    }
  }
  for (const finding of findings) {
    const { cell, states } = at(finding.subject, finding.stride);
    cell.findings.push(finding.id);
    states.add(standing(finding));
  }
  const rows = rowsOf(model);
  const totals = { open: 0, handled: 0, decided: 0, none: 0, "not-applicable": 0 };
  for (const row of rows) {
    const asked = askedOf(row, model);
    for (const category of strideCategories) {
      const { cell, states } = at(row.id, category);
      const found = (["open", "handled", "decided"] as const).find((one) => states.has(one));
      cell.state = found ?? (row.inScope && asked.includes(category) ? "none" : "not-applicable");
      row.cells[category] = cell;
      totals[cell.state] += 1;
    }
  }
  return { rows, totals };
}

const emptyCell = (): CoverageCell => ({ state: "none", threats: [], findings: [] });

const rowsOf = ({ elements, flows }: Model): CoverageRow[] => [
  ...elements.map((one) => rowOf(one, one.type)),
  ...flows.map((one) => rowOf(one, "flow")),
];

const rowOf = (
  { id, name, outOfScope }: Pick<Element, "id" | "name" | "outOfScope">,
  type: CoverageRow["type"],
): CoverageRow => ({
  id,
  name: name.trim() === "" ? id : name,
  type,
  inScope: outOfScope === null,
  cells: {} as CoverageRow["cells"],
});

/** Repudiation is asked of stores that are logs: others keep no account of who did what. */
function askedOf({ id, type }: CoverageRow, model: Model): string {
  if (type !== "store") return applicable[type];
  const store = model.elements.find((one) => one.id === id)!;
  const kept = model.data.filter((one) => store.data.includes(one.id));
  const isLog = isIn(store.technology, "log") || kept.some(({ kinds }) => kinds.includes("log"));
  return isLog ? "TRID" : applicable.store;
}
