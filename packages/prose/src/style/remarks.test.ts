import { remark } from "@loopwright/core";
import { describe, expect, it } from "vitest";

import { styleMeasures, styleRemarks } from "./index.ts";

const texts = (text: string, audience: "engineer" | "manager" | "customer" = "manager") =>
  styleRemarks(text, audience).map(({ text }) => text);

describe("styleRemarks", () => {
  it.each<[string, string, RegExp[]]>([
    ["nothing to say", "We lock the door each night. It holds.", []],
    ["a term", "The SSRF is gone.", [/^Say “SSRF” in plain words, .*a manager may not know/]],
    ["three terms in one remark", "SSRF, IDOR and XXE.", [/the same holds for “IDOR” and “XXE”/i]],
    [
      "no baseline, no period",
      "It halved.",
      [/^Add where it started and how long it took to “halved”/],
    ],
    ["no period", "From 40 to 6.", [/^Add how long it took to “6”/]],
    ["no baseline", "It halved in a month.", [/^Add where it started to “halved”/]],
    ["a whole change", "From 40 to 6 in a week.", []],
    ["one hedge", "Maybe it holds.", []],
    ["hedges", "I think it holds, maybe.", [/^State what is known.*“i think” and “maybe” take/]],
    [
      "vague words",
      "We used various stuff.",
      [/^Put the fact in place of “various” \(name them\)/],
    ],
    [
      "passives",
      "It was found. It was fixed. It was tested by me. It was sent.",
      [/^Name who acts in “was found”: 3 verbs/],
    ],
  ])("%s", (_name, text, expected) => {
    const found = texts(text);
    expect(found).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(found[at]).toMatch(pattern);
  });

  it("leads with three of six, jargon first", () => {
    const all =
      "SSRF was found. It was fixed. It was sent. It halved. I think various stuff is maybe robust.";
    const found = texts(all);
    expect(found.map((text) => text.split(" ")[0])).toEqual(["Say", "Add", "State"]);
  });

  it("asks for shorter sentences above the ceiling of the audience", () => {
    const long = `${"We looked at every single address that the old system had ever answered ".repeat(3)}. `;
    expect(texts(long.repeat(2), "customer")[0]).toMatch(
      /^Cut the long sentences in two: .*grade \d+/,
    );
  });

  it("keeps the voice of the house, and is in shape", () => {
    const found = styleRemarks(
      "SSRF was found. It halved. I think various stuff is maybe ok.",
      "manager",
    );
    for (const one of found) {
      expect(remark.parse(one)).toEqual(one);
      expect(one.text).not.toMatch(/\b(?:you|your|just|simply|obviously)\b/i);
      expect(one.criterion).toBeUndefined();
    }
    expect(found).toHaveLength(3);
  });
});

describe("styleMeasures", () => {
  it.each([
    ["It fell from 40 to 6 in a week.", 1],
    ["It fell from 40 to 6. Alerts halved in a week.", 0],
    ["It fell from 40 to 6 in a week. Alerts fell from 9 to 2 in a month.", 2],
  ])("counts whole changes: %s", (text, whole) => {
    const measures = styleMeasures(text, "manager");
    expect(measures.find(({ id }) => id === "style-figures-complete")?.value).toBe(whole);
  });

  it("sums up, and leaves out what cannot be known", () => {
    const measures = styleMeasures(
      "It fell from 40 to 6 in a week. SSRF was found, I think.",
      "manager",
    );
    expect(Object.fromEntries(measures.map(({ id, value }) => [id, value]))).toEqual({
      "style-words": 14,
      "style-sentence-length": 7,
      "style-jargon": 1,
      "style-passives": 1,
      "style-hedges": 1,
      "style-vague": 0,
      "style-figures": 3,
      "style-figures-complete": 1,
    });
  });
});
