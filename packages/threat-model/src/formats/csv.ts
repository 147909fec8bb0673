import type { Model, Threat } from "../model/model.ts";
import { residualOf, riskLevel, riskScore } from "../model/risk.ts";
import { fileNameOf } from "./common/file-name.ts";
import { notInFile } from "./common/numbered.ts";
import type { Written } from "./common/notice.ts";
import { sentenceOf } from "./common/statement-text.ts";

/** One threat a row. The order is that of a reader: what it is, how bad, how it stands, what is done. */
const columns: readonly [string, (threat: Threat, model: Model) => string][] = [
  ["Id", (one) => one.id],
  ["Title", (one) => one.title],
  ["Statement", sentenceOf],
  ["STRIDE", (one) => one.stride.join("")],
  ["Targets", (one, model) => namesOf(one.targets, model)],
  ["Likelihood", ({ risk }) => (risk ? String(risk.likelihood) : "")],
  ["Impact", ({ risk }) => (risk ? String(risk.impact) : "")],
  ["Risk", ({ risk }) => (risk ? `${riskScore(risk)} ${riskLevel(risk)}` : "")],
  ["Residual risk", residual],
  ["State", (one) => one.state],
  ["Reason", (one) => one.reason],
  ["Owner", (one) => one.owner],
  ["Mitigations", mitigationsOf],
  ["CWE", (one) => one.cwe.map((number) => `CWE-${number}`).join(", ")],
  ["CAPEC", (one) => one.capec.map((number) => `CAPEC-${number}`).join(", ")],
  ["Tags", (one) => one.tags.join(", ")],
  ["Notes", (one) => one.notes],
];

/** Threats for a spreadsheet (RFC 4180). */
export function toCsv(model: Model): Written {
  const rows = [
    columns.map(([title]) => title),
    ...model.threats.map((threat) => columns.map(([, value]) => value(threat, model))),
  ];
  return {
    text: rows.map((row) => `${row.map(cell).join(",")}\r\n`).join(""),
    fileName: fileNameOf(model.title, "threats.csv"),
    lost: lostOf(model),
    notes: [],
  };
}

/**
 * A spreadsheet runs what begins like a formula, and texts of a model come from anywhere. An apostrophe makes
 * it text; the tab and the line break are looked through by some programs.
 */
function cell(text: string): string {
  const plain = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/u.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(plain) || plain !== plain.trim()
    ? `"${plain.replaceAll('"', '""')}"`
    : plain;
}

function residual(threat: Threat, model: Model): string {
  const { residual: left } = residualOf(threat, model);
  return left ? `${riskScore(left)} ${riskLevel(left)}` : "";
}

function namesOf(ids: readonly string[], model: Model): string {
  const parts = [...model.elements, ...model.flows, ...model.zones];
  return ids.map((id) => parts.find((one) => one.id === id)?.name || id).join("; ");
}

function mitigationsOf(threat: Threat, model: Model): string {
  return threat.mitigations
    .flatMap((id) => model.mitigations.filter((one) => one.id === id))
    .map(({ text, state }) => `${text} (${state})`)
    .join("; ");
}

const lostOf = ({ elements, flows, zones, data, assumptions }: Model): string[] =>
  notInFile("A table of threats holds no more than that", [
    [elements.length, "element"],
    [flows.length, "flow"],
    [zones.length, "zone"],
    [data.length, "data asset"],
    [assumptions.length, "assumption"],
  ]);
