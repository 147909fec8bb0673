import { describe, expect, it } from "vitest";

import { model as shape } from "../../model/model.ts";
import { diagramSvg } from "./diagram.ts";
import { widthOf, wrapped } from "./wrap.ts";

const model = shape.parse({
  format: 1,
  title: "Photos",
  zones: [
    { id: "net", name: "Internet", trust: 0 },
    { id: "aws", name: "AWS account", trust: 80 },
  ],
  elements: [
    { id: "who", name: "Customer", type: "actor", zone: "net" },
    { id: "api", name: "Photo API", type: "process", technology: "aws-lambda", zone: "aws" },
    { id: "kept", name: "Photos", type: "store", zone: "aws" },
    { id: "bank", name: "Bank", type: "process", outOfScope: { reason: "Bought" } },
  ],
  flows: [
    { id: "up", name: "upload", source: "who", target: "api", protocol: "https", authentication: "session" }, // prettier-ignore
    { id: "keep", name: "keep", source: "api", target: "kept", bidirectional: true, encryption: "none" }, // prettier-ignore
    { id: "again", name: "retry", source: "api", target: "api" },
    { id: "loose", name: "to nowhere", source: "api", target: "gone" },
  ],
});

const count = (svg: string, what: RegExp): number => svg.match(what)?.length ?? 0;

describe("a data flow diagram", () => {
  const svg = diagramSvg(model);

  it.each<[string, RegExp, number]>([
    ["actors are rectangles", /class="shape" rx="0"/g, 1],
    ["processes are round", /class="shape" rx="26"/g, 2],
    ["stores are open at their sides", /<path class="shape"/g, 1],
    ["zones are dashed frames", /<rect class="zone"/g, 2],
    ["flows without an end are left out", /class="flow"/g, 3],
    ["a flow both ways has two heads", /class="head"/g, 4],
    ["out of scope is fainter", /class="element outside"/g, 1],
    ["a technology stands below the name", />AWS Lambda</g, 1],
    ["a flow says how", />HTTPS · session</g, 1],
    ["a flow in clear says so", />not encrypted</g, 1],
    ["a zone says its trust", />AWS account · trust 80</g, 1],
    ["nothing is marked", /data-tone/g, 0],
  ])("%s", (_name, what, times) => {
    expect(count(svg.replace(/<style>.*<\/style>/s, ""), what)).toBe(times);
  });

  it("marks parts by colour, sign and word", () => {
    const marked = diagramSvg(model, {
      marks: {
        api: { tone: "missed", note: "Nobody checks the owner" },
        up: { tone: "added", note: "New" },
        aws: { tone: "changed", note: "Less trust" },
      },
    });
    expect(marked).toContain("Missed: Nobody checks the owner");
    expect(count(marked, /class="badge"/g)).toBe(3);
    expect(count(marked, /data-tone="missed"/g)).toBe(1);
  });

  it("has a size, whatever is in it", () => {
    for (const one of [model, { ...model, elements: [], zones: [], flows: [] }]) {
      expect(diagramSvg(one)).toMatch(/viewBox="-?\d+ -?\d+ \d+ \d+" width="\d+" height="\d+"/);
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("text in a shape", () => {
  it.each<[string, string, number, string[]]>([
    ["fits", "Photo API", 2, ["Photo API"]],
    ["is wrapped at spaces", "Photo API of all customers", 3, ["Photo API of all", "customers"]],
    [
      "is cut",
      "one two three four five six seven eight nine ten",
      2,
      ["one two three four", "five six seven…"],
    ],
    ["is broken in long words", "a".repeat(30), 3, ["a".repeat(18), "a".repeat(12)]],
    ["may be nothing", "  ", 2, []],
  ])("%s", (_name, text, lines, expected) => {
    const found = wrapped(text, { width: 130, size: 13, lines });
    expect(found).toEqual(expected);
    for (const one of found) expect(widthOf(one, 13)).toBeLessThanOrEqual(130);
  });

  it("ends soon for a text without end", () => {
    expect(wrapped("word ".repeat(20_000), { width: 130, size: 13, lines: 2 })).toHaveLength(2);
  });
});
