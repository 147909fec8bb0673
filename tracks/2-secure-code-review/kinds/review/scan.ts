import type { Range } from "./range.ts";

/** One result of a scanner. `id` is `ruleId@file:line`, as the key and the answer name it. */
export type ScanResult = Range & {
  id: string;
  rule: string;
  level: Level;
  message: string;
};

const levels = ["error", "warning", "note", "none"] as const;
export type Level = (typeof levels)[number];

export type Scan = {
  /** Name of the scanner. */
  tool: string;
  results: ScanResult[];
  /** What does not fit SARIF 2.1.0, or cannot be placed on lines; for `check`. */
  problems: string[];
};

/**
 * Reads a SARIF 2.1.0 log as far as a review needs it: rule, level, message and first place of each result.
 * By hand, so that the page need not load zod. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function readScan(text: string): Scan {
  const log = parsed(text);
  if (log === undefined) return { tool: "scanner", results: [], problems: ["it is not JSON"] };
  const problems: string[] = [];
  if (at(log, "version") !== "2.1.0") problems.push('its version is not "2.1.0"');
  const runs = listAt(log, "runs");
  if (runs.length === 0) problems.push("it has no runs");
  const [first] = runs;
  const tool = stringAt(at(at(first, "tool"), "driver"), "name");
  if (tool === undefined && first !== undefined) problems.push("tool.driver.name is missing");
  const results = runs.flatMap((run) =>
    listAt(run, "results").flatMap((one, index) => {
      const result = resultOf(one);
      if (typeof result !== "string") return [result];
      problems.push(`result ${index + 1}: ${result}`);
      return [];
    }),
  );
  return { tool: tool ?? "scanner", results, problems };
}

/** A result, or what is wrong with it. */
function resultOf(one: unknown): ScanResult | string {
  const rule = stringAt(one, "ruleId");
  if (rule === undefined) return "ruleId is missing";
  const message = stringAt(at(one, "message"), "text");
  if (message === undefined) return "message.text is missing";
  // The standard's own default.
  const level = levels.find((known) => known === (at(one, "level") ?? "warning"));
  if (level === undefined) return `level is one of ${levels.join(", ")}`;
  const place = at(listAt(one, "locations")[0], "physicalLocation");
  const file = stringAt(at(place, "artifactLocation"), "uri");
  if (file === undefined) return "physicalLocation.artifactLocation.uri is missing";
  const region = at(place, "region");
  const from = at(region, "startLine");
  const to = at(region, "endLine") ?? from;
  if (!isLine(from) || !isLine(to) || to < from) return "region.startLine is not a line";
  return { id: `${rule}@${file}:${from}`, rule, level, message, file, from, to };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isLine = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

const at = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

const stringAt = (value: unknown, name: string): string | undefined => {
  const found = at(value, name);
  return typeof found === "string" && found !== "" ? found : undefined;
};

const listAt = (value: unknown, name: string): unknown[] => {
  const found = at(value, name);
  return Array.isArray(found) ? found : [];
};
