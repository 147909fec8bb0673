import type { Model } from "../model/model.ts";
import { stride } from "../model/words.ts";
import type { Analysis, Finding } from "../rules/finding.ts";
import type { Rule } from "../rules/rule.ts";
import { sayable } from "./escape.ts";
import { standingIn, type Standing } from "./standing.ts";

/**
 * Findings as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), for code scanning: a rule with its help, the file and the
 * element of each result, a fingerprint that survives edits, and what a person decided as a suppression.
 */

type Message = { text: string; markdown?: string };

export type SarifResult = {
  ruleId: string;
  /** Not there for results of a baseline whose rule is gone. */
  ruleIndex?: number;
  level: "error" | "warning" | "note";
  message: Message;
  locations: object[];
  partialFingerprints: Record<string, string>;
  baselineState?: "new" | "unchanged" | "absent";
  suppressions?: { kind: "external"; status: "accepted"; justification: string }[];
  rank?: number;
  properties?: Record<string, unknown>;
};

export type SarifLog = {
  $schema: string;
  version: "2.1.0";
  runs: {
    tool: {
      driver: {
        name: string;
        semanticVersion: string;
        rules: object[];
        supportedTaxonomies?: object[];
      };
    };
    taxonomies: object[];
    artifacts: { location: { uri: string } }[];
    results: SarifResult[];
    columnKind: "utf16CodeUnits";
  }[];
};

export type SarifInput = {
  model: Model;
  analysis: Analysis;
  /** Path of the model from the root of its repository, with "/" between folders. */
  file: string;
  /** Ids of the findings that were known before. */
  baseline?: ReadonlySet<string>;
  /** Line of the file, from 1, on which an element or a flow stands. */
  lineOf?: (subject: string) => number | undefined;
};

/** The name of the fingerprint; readers of a baseline look for it. */
export const fingerprint = "loopwrightFinding/v1";

const levels = { high: "error", medium: "warning", low: "note" } as const;
/** The greatest total of a score: 5 × 4 × 3 × 3. */
const scoreMax = 180;

export const toSarif = (
  model: Model,
  analysis: Analysis,
  more: Omit<SarifInput, "model" | "analysis">,
): SarifLog => sarifOf([{ model, analysis, ...more }]);

/** Several models in one run: readers keep one run of a tool for each check. */
export function sarifOf(inputs: readonly SarifInput[]): SarifLog {
  const rules = new Map<string, Rule>();
  for (const { analysis } of inputs) {
    for (const { rule } of analysis.findings) rules.set(rule.id, rule);
  }
  const order = [...rules.keys()];
  const cwes = [...new Set([...rules.values()].flatMap(({ cwe }) => cwe))].toSorted(
    (a, b) => a - b,
  );
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Loopwright",
            semanticVersion: "0.1.0",
            rules: [...rules.values()].map((rule) => descriptor(rule, cwes)),
            ...(cwes.length > 0 && { supportedTaxonomies: [{ name: "CWE", index: 0 }] }),
          },
        },
        taxonomies: cwes.length === 0 ? [] : [taxonomy(cwes)],
        artifacts: inputs.map(({ file }) => ({ location: { uri: uriOf(file), ...root(file) } })),
        results: inputs.flatMap((input, artifact) =>
          resultsOf(input, { artifact, order, standing: standingIn(input.model) }),
        ),
        columnKind: "utf16CodeUnits",
      },
    ],
  };
}

function descriptor(rule: Rule, cwes: readonly number[]): object {
  const { id, title, note, mitigations, sources } = rule;
  const helps = mitigations.map((one) => `- ${general(one.text)}`);
  const text = [general(note), "What helps:", ...helps, ...sources];
  return {
    id,
    name: id.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: general(title) },
    fullDescription: { text: general(note) },
    help: { text: text.join("\n"), markdown: text.join("\n\n") },
    helpUri: sources[0],
    relationships: rule.cwe.map((cwe) => ({
      target: {
        id: String(cwe),
        index: cwes.indexOf(cwe),
        toolComponent: { name: "CWE", index: 0 },
      },
      kinds: ["relevant"],
    })),
    properties: {
      tags: [
        "security",
        `stride/${stride[rule.stride].title.toLowerCase().replaceAll(" ", "-")}`,
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${cwe}`),
      ],
    },
  };
}

/** A rule's text away from any model: "{source}" is "the source". */
function general(text: string): string {
  const filled = text.replace(/\{([a-z]+)\}/g, (_, part: string) =>
    part === "data" ? "its data" : `the ${part}`,
  );
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

const taxonomy = (cwes: readonly number[]): object => ({
  name: "CWE",
  organization: "MITRE",
  informationUri: "https://cwe.mitre.org/",
  shortDescription: { text: "Common Weakness Enumeration" },
  isComprehensive: false,
  taxa: cwes.map((cwe) => ({
    id: String(cwe),
    helpUri: `https://cwe.mitre.org/data/definitions/${cwe}.html`,
  })),
});

type Place = { artifact: number; order: readonly string[]; standing: (one: Finding) => Standing };

function resultsOf(input: SarifInput, place: Place): SarifResult[] {
  const { analysis, baseline } = input;
  const now = analysis.findings.map((finding) => resultOf(finding, input, place));
  if (!baseline) return now;
  const found = new Set(analysis.findings.map(({ id }) => id));
  const absent = [...baseline]
    .filter((id) => !found.has(id))
    .map((id) => absentOf(id, input, place));
  return [...now, ...absent];
}

function resultOf(finding: Finding, input: SarifInput, place: Place): SarifResult {
  const { artifact, order, standing } = place;
  const { id, rule, title, why, score, subject, stride: category } = finding;
  const { baseline } = input;
  return {
    ruleId: rule.id,
    ruleIndex: order.indexOf(rule.id),
    level: levels[score.severity],
    message: { text: [`${title}.`, ...why.map((one) => `${one}.`)].join(" ") },
    locations: [locationOf(subject, input, artifact)],
    partialFingerprints: { [fingerprint]: id },
    ...(baseline && { baselineState: baseline.has(id) ? "unchanged" : "new" }),
    ...suppressed(finding, standing(finding), input.model),
    rank: Math.min(100, Math.round((score.total / scoreMax) * 1000) / 10),
    properties: { severity: score.severity, score: score.total, stride: category },
  };
}

/** Decided by a person, or answered by a threat of the model: shown as closed, with the reason. */
function suppressed(
  finding: Finding,
  standing: Standing,
  model: Model,
): Pick<SarifResult, "suppressions"> {
  if (standing === "open") return {};
  const threat = model.threats.find(({ id }) => id === finding.threat);
  const said = finding.decision ?? threat;
  const state = said?.state.replace("-", " ") ?? standing;
  const justification = said?.reason.trim() ? `${state}: ${said.reason.trim()}` : state;
  return { suppressions: [{ kind: "external", status: "accepted", justification }] };
}

function absentOf(id: string, input: SarifInput, { artifact, order }: Place): SarifResult {
  const colon = id.indexOf(":");
  const ruleId = colon < 1 ? id : id.slice(0, colon);
  const index = order.indexOf(ruleId);
  return {
    ruleId,
    ...(index >= 0 && { ruleIndex: index }),
    level: "note",
    message: { text: `${id} was found before, and is not any more.` },
    locations: [locationOf(id.slice(colon + 1), input, artifact)],
    partialFingerprints: { [fingerprint]: id },
    baselineState: "absent",
  };
}

function locationOf(
  subject: string,
  { model, file, lineOf }: SarifInput,
  artifact: number,
): object {
  const isFlow = model.flows.some(({ id }) => id === subject);
  const part = [...model.elements, ...model.flows].find(({ id }) => id === subject);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), index: artifact, ...root(file) },
      // Some readers refuse a result without a line; the first one is the file.
      region: { startLine: lineOf?.(subject) ?? 1 },
    },
    logicalLocations: [
      {
        name: part && part.name.trim() !== "" ? part.name : subject,
        fullyQualifiedName: subject,
        kind: isFlow ? "flow" : "element",
      },
    ],
  };
}

const isAbsolute = (file: string): boolean => file.startsWith("/") || /^[A-Za-z]:[\\/]/.test(file);
const root = (file: string) => (isAbsolute(file) ? {} : { uriBaseId: "%SRCROOT%" });

/** A relative reference, or a file address: no character that an address does not have. */
export function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/");
  const escaped = path
    .split("/")
    .map((one) => encodeURIComponent(sayable(one)))
    .join("/");
  if (path.startsWith("/")) return `file://${escaped}`;
  return isAbsolute(path) ? `file:///${escaped.replace("%3A", ":")}` : escaped;
}
