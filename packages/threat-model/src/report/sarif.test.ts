import { describe, expect, it } from "vitest";

import { model as shape } from "../model/model.ts";
import { rule, type RuleInput } from "../rules/rule.ts";
import { analyse } from "../rules/index.ts";
import { fingerprint, sarifOf, toSarif, uriOf } from "./sarif.ts";

const rules = (
  [
    { id: "spoofed", title: "{source} is impersonated", stride: "S", cwe: [287, 306], weight: 3, on: "flow", when: { rise: { atLeast: 1 } } },
    { id: "flooded", title: "{element} is flooded", stride: "D", cwe: [770], weight: 1, on: "element", when: { type: ["process"] } },
  ] as Partial<RuleInput>[]
).map((one) =>
  rule.parse({
    note: "{source} can be anybody; a note that is long enough for a rule.",
    statement: { source: "x", prerequisites: "", action: "y", impact: "z", goals: ["integrity"] },
    mitigations: [{ text: "Check who {source} is" }],
    sources: ["https://example.com/a"],
    ...one,
  }),
); // prettier-ignore

const model = shape.parse({
  format: 1,
  title: "Shop",
  zones: [{ id: "net", name: "Internet", trust: 0 }, { id: "aws", name: "AWS", trust: 90 }],
  elements: [
    { id: "who", name: "Customer", type: "actor", zone: "net" },
    { id: "api", name: "Orders", type: "process", zone: "aws" },
    { id: "bot", name: "", type: "process", zone: "aws" },
  ],
  flows: [{ id: "buy", name: "buy", source: "who", target: "api" }],
  decisions: [{ finding: "flooded:bot", state: "accepted", reason: "Only we call it" }],
  threats: [{ id: "t1", finding: "flooded:api", state: "mitigated", reason: "Limited at the edge" }],
}); // prettier-ignore
const analysis = analyse(model, { rules });
const file = "models/shop 1.tm";
const log = toSarif(model, analysis, { file });
const [run] = log.runs;
const byId = new Map(run!.results.map((one) => [one.partialFingerprints[fingerprint], one]));

describe("SARIF", () => {
  it("says what it is: §3.13, §3.14", () => {
    expect(log).toMatchObject({
      version: "2.1.0",
      $schema: expect.stringMatching(/sarif-2\.1\.0/),
    });
    expect(log.runs).toHaveLength(1);
    expect(run!.tool.driver.name).toBe("Loopwright");
  });

  it("has every rule once, with help and no placeholder: §3.49", () => {
    expect(run!.tool.driver.rules).toHaveLength(2);
    expect(run!.tool.driver.rules[0]).toMatchObject({
      id: "spoofed",
      name: "Spoofed",
      shortDescription: { text: "The source is impersonated" },
      helpUri: "https://example.com/a",
      help: { text: expect.stringContaining("- Check who the source is") },
      properties: {
        tags: ["security", "stride/spoofing", "external/cwe/cwe-287", "external/cwe/cwe-306"],
      },
    });
    expect(JSON.stringify(run!.tool.driver.rules)).not.toMatch(/\{[a-z]+\}/);
  });

  it("points from a rule to its CWEs: §3.53", () => {
    const [rule] = run!.tool.driver.rules as {
      relationships: { target: { id: string; index: number } }[];
    }[];
    const [taxonomy] = run!.taxonomies as { taxa: { id: string }[] }[];
    for (const { target } of rule!.relationships) {
      expect(taxonomy!.taxa[target.index]!.id).toBe(target.id);
    }
  });

  it.each<[string, string, object]>([
    [
      "level, message, rank: §3.27.10",
      "spoofed:buy",
      { level: "error", message: { text: expect.stringMatching(/^Customer is impersonated\. /) } },
    ],
    [
      "the file: §3.28",
      "spoofed:buy",
      {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "models/shop%201.tm", index: 0, uriBaseId: "%SRCROOT%" },
              region: { startLine: 1 },
            },
          },
        ],
      },
    ],
    [
      "the part: §3.33",
      "spoofed:buy",
      {
        locations: [
          { logicalLocations: [{ name: "buy", fullyQualifiedName: "buy", kind: "flow" }] },
        ],
      },
    ],
    [
      "a decision: §3.35",
      "flooded:bot",
      {
        suppressions: [
          { kind: "external", status: "accepted", justification: "accepted: Only we call it" },
        ],
      },
    ],
    [
      "a threat that answers it",
      "flooded:api",
      { suppressions: [{ justification: "mitigated: Limited at the edge" }] },
    ],
  ])("gives %s", (_name, id, expected) => {
    expect(byId.get(id)).toMatchObject(expected);
  });

  it("points to the rule of each result: §3.27.6", () => {
    for (const { ruleId, ruleIndex, rank } of run!.results) {
      expect(run!.tool.driver.rules[ruleIndex!]).toMatchObject({ id: ruleId });
      expect(rank).toBeGreaterThan(0);
      expect(rank).toBeLessThanOrEqual(100);
    }
    expect(byId.get("spoofed:buy")).not.toHaveProperty("suppressions");
    expect(byId.get("spoofed:buy")).not.toHaveProperty("baselineState");
  });

  it("compares with a baseline: §3.27.24", () => {
    const baseline = new Set(["spoofed:buy", "spoofed:gone", "dropped:api"]);
    const { results } = toSarif(model, analysis, { file, baseline }).runs[0]!;
    const states = results.map((one) => [one.partialFingerprints[fingerprint], one.baselineState]);
    expect(Object.fromEntries(states)).toEqual({
      "spoofed:buy": "unchanged",
      "flooded:bot": "new",
      "flooded:api": "new",
      "spoofed:gone": "absent",
      "dropped:api": "absent",
    });
    expect(results.find(({ ruleId }) => ruleId === "dropped")).not.toHaveProperty("ruleIndex");
  });

  it("holds several models in one run", () => {
    const [both] = sarifOf([{ model, analysis, file: "a.tm" }, { model, analysis, file: "b.tm", lineOf: () => 7 }]).runs; // prettier-ignore
    expect(both!.artifacts.map(({ location }) => location.uri)).toEqual(["a.tm", "b.tm"]);
    expect(both!.tool.driver.rules).toHaveLength(2);
    expect(both!.results.at(-1)).toMatchObject({
      locations: [
        { physicalLocation: { artifactLocation: { index: 1 }, region: { startLine: 7 } } },
      ],
    });
  });

  it("of a model without findings is still a run", () => {
    const empty = toSarif(model, { findings: [], shown: [] }, { file });
    expect(empty.runs[0]).toMatchObject({
      results: [],
      taxonomies: [],
      tool: { driver: { rules: [] } },
    });
  });

  it.each<[string, string]>([
    ["a b/c#d?.tm", "a%20b/c%23d%3F.tm"],
    ["a\\b.tm", "a/b.tm"],
    ["/home/x/a.tm", "file:///home/x/a.tm"],
    ["C:\\x\\a.tm", "file:///C:/x/a.tm"],
    ["\ud800.tm", "%EF%BF%BD.tm"],
  ])("writes the file %j as an address", (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});
