import { expect, it } from "vitest";

import { scannerReports } from "./exercise.ts";

type Place = { uri: string; uriBaseId?: string };
type Rule = {
  id: string;
  defaultConfiguration?: { level: string };
  properties: { tags: string[] };
  relationships?: { target: { id: string; toolComponent: { name: string } } }[];
};
type Result = {
  ruleId: string;
  level?: string;
  kind?: string;
  suppressions?: { status?: string }[];
  locations: [{ physicalLocation: { artifactLocation: Place; region: { startLine: number } } }];
};
type Run = {
  tool: { driver: { rules: Rule[] } };
  originalUriBaseIds?: Record<string, Place>;
  invocations: { executionSuccessful: boolean }[];
  results: Result[];
};

const weakness = ({ properties, relationships = [] }: Rule): string => {
  const taxon = relationships.find(({ target }) => target.toolComponent.name === "CWE");
  const tag = properties.tags.find((one) => /cwe-\d/i.test(one)) ?? "";
  return `CWE-${Number(taxon?.target.id ?? /cwe-(\d+)/i.exec(tag)?.[1])}`;
};

/** As a browser resolves addresses. */
function fileOf({ uri, uriBaseId }: Place, bases: Record<string, Place>): string {
  const at: Record<string, string> = { SOURCES: "src/", API: "src/api/" };
  expect(uriBaseId === undefined || uriBaseId in bases).toBe(true);
  const base = `file:///builds/ward/${at[uriBaseId ?? ""] ?? ""}`;
  return decodeURIComponent(new URL(uri, base).pathname).replace("/builds/ward/", "");
}

function stands({ kind, suppressions = [] }: Result): boolean {
  const open = suppressions.filter(
    ({ status }) => status === "underReview" || status === "rejected",
  );
  return (kind === undefined || kind === "fail") && (suppressions.length === 0 || open.length > 0);
}

/** Read from the files once more. */
function readFiles(files: Record<string, string>): Set<string> {
  const found = new Map<string, { levels: Set<string>; by: Set<string> }>();
  for (const [path, text] of Object.entries(files))
    for (const run of (JSON.parse(text) as { runs: Run[] }).runs)
      for (const result of run.results.filter(stands)) {
        const rule = run.tool.driver.rules.find(({ id }) => id === result.ruleId)!;
        const { artifactLocation, region } = result.locations[0].physicalLocation;
        const file = fileOf(artifactLocation, run.originalUriBaseIds ?? {});
        const at = [weakness(rule), file, region.startLine].join("|");
        const one = found.get(at) ?? { levels: new Set(), by: new Set() };
        one.levels.add(result.level ?? rule.defaultConfiguration?.level ?? "warning");
        one.by.add(path.slice("reports/".length, -".sarif".length));
        found.set(at, one);
      }
  return new Set(
    [...found].map(([at, { levels, by }]) => {
      const worst = ["error", "warning", "note"].find((level) => levels.has(level));
      return [at, worst, JSON.stringify([...by].toSorted())].join("|");
    }),
  );
}

const plans = [[], ["weaknesses"], ["places"], ["suppressed"], ["levels"]].flatMap((traits) =>
  ["a", "b", "c"].map((seed) => ({ seed, size: 24, traits })),
);

it.each(plans)("what is right is right in the reports of seed $seed with $traits", (plan) => {
  const made = scannerReports.make(plan);
  const { findings } = made.expected(null);
  const right = findings.map((one) => Object.values(one).join("|"));
  expect(new Set(right)).toEqual(readFiles(made.files));
  expect(new Set(right).size).toBe(right.length);
  expect(findings.some(({ scanners }) => scanners!.split(",").length === 3)).toBe(true);
});

it("a report that broke off is no JSON, and one whose scan failed is", () => {
  const { files } = scannerReports.make({ seed: "a", size: 12, traits: ["broken"] });
  expect(() => JSON.parse(files["reports/larch.sarif"]!) as unknown).toThrow(/JSON/);
  const { runs } = JSON.parse(files["reports/hazel.sarif"]!) as { runs: Run[] };
  const outcomes = runs.map(({ invocations }) =>
    invocations.map(({ executionSuccessful }) => executionSuccessful),
  );
  expect(outcomes).toEqual([
    [true, true],
    [true, false],
  ]);
});
