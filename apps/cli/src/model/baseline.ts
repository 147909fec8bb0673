import { AppError } from "@loopwright/core";
import { fingerprint } from "@loopwright/threat-model";

import { bytesOf } from "./files.ts";

/** Findings that were known before, by file. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** From `model analyze --json`, or a SARIF file of it. Throws `invalid-input` for anything else. */
export async function readBaseline(path: string): Promise<Baseline> {
  const text = (await bytesOf(path)).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse("The baseline is not JSON.", path, cause);
  }
  const known = new Map<string, Set<string>>();
  const add = (file: unknown, id: unknown) => {
    if (typeof file !== "string" || typeof id !== "string") return;
    known.set(file, (known.get(file) ?? new Set()).add(id));
  };
  const { files, runs } = (value ?? {}) as { files?: unknown; runs?: unknown };
  if (Array.isArray(files)) {
    for (const { file, findings } of records(files)) {
      known.set(String(file), known.get(String(file)) ?? new Set());
      for (const { id } of records(findings)) add(file, id);
    }
  } else if (Array.isArray(runs)) {
    for (const { artifacts, results } of records(runs)) {
      for (const { location } of records(artifacts)) {
        const file = pathOf(location);
        if (file !== null) known.set(file, known.get(file) ?? new Set());
      }
      for (const result of records(results)) addResult(result, add);
    }
  } else throw refuse("The baseline is of no known form.", path);
  return known;
}

type Loose = Record<string, unknown>;
const isRecord = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const records = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function addResult(result: Loose, add: (file: unknown, id: unknown) => void): void {
  if (result["baselineState"] === "absent") return;
  const [location] = records(result["locations"]);
  const physical = location?.["physicalLocation"];
  const fingerprints = result["partialFingerprints"];
  if (!isRecord(physical) || !isRecord(fingerprints)) return;
  add(pathOf(physical["artifactLocation"]), fingerprints[fingerprint]);
}

/** The path of an address, as `shownPath` writes it. */
function pathOf(location: unknown): string | null {
  const uri = isRecord(location) ? location["uri"] : undefined;
  if (typeof uri !== "string") return null;
  try {
    return decodeURIComponent(uri.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, ""));
  } catch {
    return uri;
  }
}

/** What was known of a file. Where each side has one file only, its name does not matter. */
export function knownOf(baseline: Baseline, file: string, files: number): ReadonlySet<string> {
  const [only] = [...baseline.values()];
  if (files === 1 && baseline.size === 1 && only) return only;
  return baseline.get(file) ?? new Set();
}

const refuse = (message: string, where: string, cause?: unknown): AppError =>
  new AppError("invalid-input", {
    message,
    next: "Use what `model analyze --json` or `--sarif` wrote.",
    where,
    cause,
  });
