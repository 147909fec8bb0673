import fc from "fast-check";
import { passes, scoreOf } from "@loopwright/core";
import { describe, expect, test } from "vitest";

import type { Finding } from "./answer.ts";
import { explaining, mark, material, rightFindings } from "./fixture.ts";
import { gradeReview } from "./grade-review.ts";

const gradeOf = (findings: Finding[]) =>
  gradeReview({ ...material, answer: { findings }, ports: {} });
const scoreFor = async (findings: Finding[]) => scoreOf((await gradeOf(findings)).criteria).low;

const sqli = (from: number, to = from) => mark(from, to, { cwe: 89 });
const bola = mark(12, 12, { cwe: 639 });

describe("verdicts on lines (both flaws, signal, false alarms, severity)", () => {
  test.each<[string, Finding[], string]>([
    ["both found", [sqli(6), bola], "met met met met met"],
    ["another listed class", [sqli(6), mark(12, 12, { cwe: 862 })], "met met met met met"],
    ["blank", [], "missed missed missed missed missed"],
    ["one missed", [bola], "missed met met met met"],
    ["a parent of the class", [mark(6, 6, { cwe: 943 }), bola], "partly met met met met"],
    ["a child of the class", [sqli(6), mark(12, 12, { cwe: 566 })], "met partly met met met"],
    ["a wrong class", [mark(6, 6, { cwe: 79 }), bola], "missed met met met met"],
    ["no class", [mark(6, 6), bola], "missed met met met met"],
    ["one line off", [sqli(7), bola], "missed met missed partly met"],
    ["one line more on each side", [sqli(4, 7), bola], "met met met met met"],
    ["fifteen lines", [sqli(1, 15), bola], "met met met met met"],
    ["sixteen lines", [sqli(1, 16), bola], "missed met missed partly met"],
    [
      "another file",
      [mark(6, 6, { cwe: 89, file: "db.py" }), bola],
      "missed met missed partly met",
    ],
    ["a decoy", [sqli(6), bola, sqli(15)], "met met met partly met"],
    ["a neutral line", [sqli(6), bola, mark(18, 18)], "met met met met met"],
    ["two false alarms", [sqli(6), bola, mark(1, 1), mark(2, 2)], "met met missed missed met"],
    ["only a decoy", [sqli(15)], "missed missed missed missed missed"],
    ["only neutral", [mark(18, 18)], "missed missed missed missed missed"],
    ["the same flaw twice", [sqli(5), sqli(6), bola], "met met met met met"],
    ["two classes on one flaw", [sqli(6), mark(6, 6, { cwe: 79 }), bola], "met met met partly met"],
    ["severity a step off", [{ ...sqli(6), severity: "medium" }, bola], "met met met met partly"],
    ["severity two steps off", [{ ...sqli(6), severity: "low" }, bola], "met met met met missed"],
    [
      "a severity that can be defended",
      [sqli(6), { ...bola, severity: "critical" }],
      "met met met met met",
    ],
    ["no severity", [sqli(6), { ...bola, severity: null }], "met met met met missed"],
  ])("%s", async (_name, findings, verdicts) => {
    const { criteria } = await gradeOf(findings);
    const onLines = criteria.filter(({ id }) => !id.startsWith("explain-"));
    expect(onLines.map(({ verdict }) => verdict).join(" ")).toBe(verdicts);
  });
});

describe("a fair remark on lines that also carry a flaw (false alarms)", () => {
  const { decoys, ...rest } = material.key;
  const race = {
    file: "app.py",
    from: 4,
    to: 6,
    has: "line 4",
    why: "Worth a remark.",
    cwe: [362],
  };
  const key = { ...rest, decoys, neutral: [race] };
  test.each<[string, Finding[], string]>([
    ["its class", [sqli(6), bola, mark(4, 6, { cwe: 362 })], "met"],
    ["a child of its class", [sqli(6), bola, mark(6, 6, { cwe: 367 })], "met"],
    ["another class", [sqli(6), bola, mark(4, 6, { cwe: 79 })], "partly"],
    ["no claim on other lines", [sqli(6), bola, mark(12, 12, { cwe: 362 })], "partly"],
  ])("%s", async (_name, findings, verdict) => {
    const { criteria } = await gradeReview({ ...material, key, answer: { findings }, ports: {} });
    expect(criteria.find(({ id }) => id === "false-alarms")?.verdict).toBe(verdict);
  });
});

describe("what does not pay", () => {
  test("a blank answer scores nothing", async () => expect(await scoreFor([])).toBe(0));

  test("marking every line with the right classes does not pass", async () => {
    const spray = Array.from({ length: 20 }, (_, i) =>
      mark(i + 1, i + 1, { cwe: i < 10 ? 89 : 639 }),
    );
    const { passed, blockedBy } = passes((await gradeOf(spray)).criteria);
    expect({ passed, blockedBy }).toEqual({ passed: false, blockedBy: ["signal"] });
  });

  test("marking every line without a class scores nothing", async () => {
    const spray = Array.from({ length: 20 }, (_, i) => mark(i + 1, i + 1, { severity: null }));
    expect(await scoreFor(spray)).toBe(0);
  });

  test("one mark over the whole file scores nothing", async () => {
    expect(await scoreFor([mark(1, 20, { cwe: 89 })])).toBe(0);
  });
});

describe("properties", () => {
  const anyFinding = fc
    .record({
      from: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 0, max: 19 }),
      cwe: fc.constantFrom(null, 79, 89, 943, 639, 862, 566),
      severity: fc.constantFrom(null, "low", "medium", "high", "critical"),
      impact: fc.constantFrom("", "It looks unsafe.", explaining.injection, explaining.ownership),
    })
    .map(({ from, length, ...rest }) => mark(from, Math.min(20, from + length), rest));
  const review = fc.array(anyFinding, { maxLength: 12 });
  // Lines 1-4, 7-11, 13-17 and 19-20 carry no flaw and are not neutral.
  const alarm = fc
    .constantFrom(1, 4, 7, 11, 13, 15, 17, 19, 20)
    .map((at) => mark(at, at, { cwe: 89 }));

  test("a false alarm never raises the score", async () => {
    await fc.assert(
      fc.asyncProperty(review, alarm, async (findings, extra) => {
        const before = await scoreFor(findings);
        expect(await scoreFor([...findings, extra])).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("the same answer gets the same grade, from 0 to 100", async () => {
    await fc.assert(
      fc.asyncProperty(review, async (findings) => {
        const score = await scoreFor(findings);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(await gradeOf(findings)).toEqual(await gradeOf(structuredClone(findings)));
      }),
    );
  });
});

describe("what the grade says", () => {
  const noteOf = async (findings: Finding[], id: string) =>
    (await gradeOf(findings)).criteria.find((one) => one.id === id)?.note;

  test.each<[string, Finding[], string, string]>([
    ["hit", [sqli(6)], "find-injection", "line 6 marked as CWE-89"],
    [
      "wrong class",
      [mark(5, 6, { cwe: 79 })],
      "find-injection",
      "lines 5 to 6 marked as CWE-79; the class is CWE-89, SQL Injection",
    ],
    [
      "parent",
      [mark(6, 6, { cwe: 943 })],
      "find-injection",
      "line 6 marked as CWE-943; the class is CWE-89, SQL Injection, one step away in the tree",
    ],
    [
      "no class",
      [mark(6, 6)],
      "find-injection",
      "line 6 marked without a class; the class is CWE-89, SQL Injection",
    ],
    ["miss", [], "find-injection", "never marked"],
    [
      "time",
      [{ ...sqli(6), markedAtMs: 65_900 }],
      "find-injection",
      "line 6 marked at 1:05 as CWE-89",
    ],
    ["signal", [sqli(6), sqli(1)], "signal", "1 of 2 marks lie on a flaw"],
  ])("%s", async (_name, findings, id, note) => {
    expect(await noteOf(findings, id)).toBe(note);
  });

  test("a decoy says why it is safe", async () => {
    const { criteria } = await gradeOf([sqli(6), sqli(15)]);
    const alarms = criteria.find(({ id }) => id === "false-alarms");
    expect(alarms?.evidence).toEqual([
      { type: "lines", file: "app.py", from: 15, to: 15, note: "int() refuses the rest." },
    ]);
  });

  test("times and F1 are measured", async () => {
    const findings = [{ ...sqli(6), markedAtMs: 92_400 }, sqli(1)];
    // Recall 3 of 7, precision 1 of 2.
    expect((await gradeOf(findings)).measures).toEqual([
      { id: "f1", title: "F1, by weight", value: 46.2, unit: "of 100" },
      { id: "found-injection", title: expect.stringMatching(/^Found: /), value: 92, unit: "s" },
    ]);
  });

  test("remarks lead with the heaviest missed flaw and are at most three", async () => {
    const { remarks } = await gradeOf([mark(1, 1), mark(2, 2)]);
    expect(remarks.map(({ criterion }) => criterion)).toEqual([
      "find-ownership",
      "find-injection",
      "false-alarms",
    ]);
    expect(remarks[0]?.text).toContain("home addresses of strangers leak.");
  });

  test("with nothing to mend, the next question is all that is said", async () => {
    const { remarks } = await gradeOf(rightFindings);
    expect(remarks.map(({ weight }) => weight)).toEqual(["informative"]);
  });

  test("advice is given once", async () => {
    const { remarks } = await gradeOf([mark(6, 6), mark(12, 12)]);
    const texts = remarks.map(({ text }) => text);
    expect(texts.map((text) => text.startsWith("Choose the class"))).toEqual([true, false, false]);
  });

  test("a remark leaves the questions to the lines", async () => {
    const { remarks } = await gradeOf([]);
    expect(remarks.map(({ text }) => text).join(" ")).not.toContain("guarded elsewhere");
  });

  test.each([[[]], [[mark(6, 6), mark(15, 15)]], [[sqli(6), bola]], [rightFindings]])(
    "remarks keep the voice",
    async (all) => {
      const { remarks } = await gradeOf(all);
      const text = remarks.map((remark) => remark.text).join(" ");
      expect(text).not.toMatch(/\b(you|your|just|simply|obviously)\b/i);
    },
  );
});
