import { controlTitle } from "../model/controls.ts";
import type { Model } from "../model/model.ts";
import { protocols } from "../model/protocols.ts";
import { technologyOf } from "../model/technologies.ts";
import { stride, strideCategories } from "../model/words.ts";
import type { Analysis } from "../rules/finding.ts";
import { coverageOf, type CoverageCell } from "./coverage.ts";
import { standingIn } from "./standing.ts";
import { threatBlocks } from "./threat-blocks.ts";

/** A report before it is Markdown or HTML. No text in it is escaped yet. */
export type Section = { title: string; blocks: Block[] };
export type Block =
  | { kind: "text"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "facts"; rows: [string, string][] }
  | { kind: "list"; items: string[] }
  | { kind: "table"; head: string[]; rows: Cell[][] }
  /** Where a report can hold a drawing. */
  | { kind: "diagram" };
export type Cell = string | { text: string; tone: CoverageCell["state"] };

/** Sections that have something to say, what a reader decides on first. */
export function sectionsOf(model: Model, analysis: Analysis): Section[] {
  const called = namesIn(model);
  const sections: Section[] = [
    { title: "Overview", blocks: overview(model, analysis) },
    { title: "Diagram", blocks: model.elements.length > 0 ? [{ kind: "diagram" }] : [] },
    { title: "Threats", blocks: threatBlocks(model, called) },
    { title: "Open findings of the rules", blocks: findings(model, analysis) },
    { title: "Mitigations", blocks: mitigations(model, called) },
    { title: "Assumptions", blocks: assumptions(model, called) },
    { title: "Decisions", blocks: decisions(model, analysis) },
    { title: "Coverage", blocks: coverage(model, analysis) },
    { title: "Elements", blocks: elements(model, called) },
    { title: "Flows", blocks: flows(model, called) },
    { title: "Zones", blocks: zones(model, called) },
    { title: "Data", blocks: data(model) },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

export type Called = (ids: readonly string[]) => string;

function namesIn(model: Model): Called {
  const parts = [...model.zones, ...model.elements, ...model.flows, ...model.data];
  const names = new Map<string, string>(parts.map(({ id, name }) => [id, name]));
  for (const { id, title } of model.threats) names.set(id, title);
  for (const { id, text } of model.mitigations) names.set(id, text);
  return (ids) => ids.map((id) => names.get(id)?.trim() || id).join(", ");
}

const named = ({ id, name }: { id: string; name: string }): string => name.trim() || id;

/** A table, or nothing where it would have no rows. */
const table = (head: string[], rows: Cell[][]): Block[] =>
  rows.length === 0 ? [] : [{ kind: "table", head, rows }];

function overview(model: Model, { findings }: Analysis): Block[] {
  const standing = standingIn(model);
  const open = findings.filter((one) => standing(one) === "open");
  const count = (severity: string) =>
    open.filter(({ score }) => score.severity === severity).length;
  const states = [...new Set(model.threats.map(({ state }) => state))];
  const threats = states
    .map((state) => `${model.threats.filter((one) => one.state === state).length} ${state}`)
    .join(", ");
  const rows: [string, string][] = [
    ...(model.owner.trim() === "" ? [] : [["Owner", model.owner] as [string, string]]),
    [
      "Size",
      `${model.elements.length} elements, ${model.flows.length} flows, ${model.zones.length} zones`,
    ],
    ["Threats", threats || "none"],
    ["Open findings", `${count("high")} high, ${count("medium")} medium, ${count("low")} low`],
  ];
  const told: Block[] =
    model.description.trim() === "" ? [] : [{ kind: "text", text: model.description }];
  return [...told, { kind: "facts", rows }];
}

function findings(model: Model, analysis: Analysis): Block[] {
  const standing = standingIn(model);
  const open = analysis.findings.filter((one) => standing(one) === "open");
  return table(
    ["Severity", "Threat", "STRIDE", "Why", "Finding"],
    open.map(({ score, title, stride: category, why, id }) => [
      score.severity,
      title,
      stride[category].title,
      why.join("; "),
      id,
    ]),
  );
}

const mitigations = (model: Model, called: Called): Block[] =>
  table(
    ["Mitigation", "State", "Owner", "Against"],
    model.mitigations.map(({ id, text, state, owner }) => [
      text,
      state,
      owner,
      called(model.threats.filter((one) => one.mitigations.includes(id)).map((one) => one.id)),
    ]),
  );

const assumptions = (model: Model, called: Called): Block[] =>
  table(
    ["Assumption", "State", "About"],
    model.assumptions.map(({ text, state, about }) => [text, state, called(about)]),
  );

function decisions(model: Model, analysis: Analysis): Block[] {
  const titles = new Map(analysis.findings.map(({ id, title }) => [id, title]));
  return table(
    ["Finding", "Decision", "Reason"],
    model.decisions.map(({ finding, state, reason }) => [
      titles.get(finding) ?? finding,
      state,
      reason,
    ]),
  );
}

const cellWords: Record<CoverageCell["state"], string> = {
  open: "open",
  handled: "handled",
  decided: "decided",
  none: "nothing yet",
  "not-applicable": "–",
};

const coverage = (model: Model, analysis: Analysis): Block[] =>
  table(
    ["Part", "Type", ...strideCategories.map((one) => stride[one].title)],
    coverageOf(model, analysis).rows.map(({ name, type, cells }) => [
      name,
      type,
      ...strideCategories.map((one) => ({
        text: cellWords[cells[one].state],
        tone: cells[one].state,
      })),
    ]),
  );

const scope = (outOfScope: { reason: string } | null): string =>
  outOfScope ? `out of scope: ${outOfScope.reason}` : "";

const elements = (model: Model, called: Called): Block[] =>
  table(
    ["Element", "Type", "Technology", "Zone", "Data", "Controls", "Notes"],
    model.elements.map((one) => [
      named(one),
      one.type,
      one.technology === "generic" ? "" : titleOf(one.technology),
      one.zone === null ? "" : called([one.zone]),
      called(one.data),
      one.controls.map(controlTitle).join(", "),
      [one.description, scope(one.outOfScope)].filter((text) => text !== "").join(" "),
    ]),
  );

const titleOf = (technology: string): string => {
  const known = technologyOf(technology);
  return known.id === technology ? known.title : technology;
};

const flows = (model: Model, called: Called): Block[] =>
  table(
    ["Flow", "From", "To", "Protocol", "Authentication", "Encryption", "Data", "Controls", "Notes"],
    model.flows.map((one) => [
      named(one),
      called([one.source]),
      called([one.target]) + (one.bidirectional ? " (both ways)" : ""),
      Object.hasOwn(protocols, one.protocol) ? protocols[one.protocol]!.title : one.protocol,
      one.authentication,
      one.encryption,
      called(one.data),
      one.controls.map(controlTitle).join(", "),
      [one.description, scope(one.outOfScope)].filter((text) => text !== "").join(" "),
    ]),
  );

const zones = (model: Model, called: Called): Block[] =>
  table(
    ["Zone", "Trust", "In", "Notes"],
    model.zones.map((one) => [
      named(one),
      String(one.trust),
      one.parent === null ? "" : called([one.parent]),
      one.description,
    ]),
  );

const data = (model: Model): Block[] =>
  table(
    ["Data", "Class", "Kinds", "Notes"],
    model.data.map((one) => [named(one), one.class, one.kinds.join(", "), one.description]),
  );
