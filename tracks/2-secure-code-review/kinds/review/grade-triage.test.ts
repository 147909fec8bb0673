import { describe, expect, test } from "vitest";

import type { ReviewAnswer } from "./answer.ts";
import { mark, material, rightFindings } from "./fixture.ts";
import { change, rightTriage } from "./fixture-change.ts";
import { gradeReview } from "./grade-review.ts";

type Triage = NonNullable<ReviewAnswer["triage"]>;
const [format, cast, port] = Object.keys(rightTriage) as [string, string, string];

const gradeOf = async (triage?: Triage, findings = rightFindings) => {
  const answer: ReviewAnswer = { findings, ...(triage && { triage }) };
  const { criteria, remarks } = await gradeReview({ ...change, answer, ports: {} });
  return { remarks, triage: criteria.find(({ id }) => id === "triage") };
};

describe("the verdict on the scanner's results", () => {
  test.each<[string, Triage | undefined, string, string]>([
    ["all right", rightTriage, "met", "3 of 3 results judged rightly"],
    ["two of three", { ...rightTriage, [port]: "real" }, "partly", "2 of 3"],
    ["one left out", { [format]: "real", [cast]: "false" }, "partly", "2 of 3"],
    ["one of three", { [format]: "real" }, "missed", "1 of 3"],
    ["everything real", { [format]: "real", [cast]: "real", [port]: "real" }, "missed", "1 of 3"],
    ["nothing", {}, "missed", "0 of 3"],
    ["no triage", undefined, "missed", "0 of 3"],
    ["results that nobody reported", { "other@app.py:1": "real" }, "missed", "0 of 3"],
  ])("%s", async (_name, given, verdict, note) => {
    expect((await gradeOf(given)).triage).toMatchObject({
      verdict,
      note: expect.stringContaining(note),
    });
  });
});

test("each result is listed with its reason, the wrong ones first", async () => {
  const { triage } = await gradeOf({ [format]: "real", [cast]: "real" });
  expect(triage?.evidence.map((one) => one.type === "lines" && [one.from, one.note])).toEqual([
    [15, "sql-cast: real; it is a false alarm. int() refuses the rest."],
    [3, "open-port: not judged; it is a false alarm. The port is inside the cluster."],
    [6, "sql-format: real. The sort field is formatted."],
  ]);
});

test("a drill without a scan has no such criterion", async () => {
  const { criteria } = await gradeReview({ ...material, answer: { findings: [] }, ports: {} });
  expect(criteria.map(({ id }) => id)).not.toContain("triage");
});

test("nor has an attempt whose drill is older than scans", async () => {
  const { scan: _none, ...key } = change.key;
  const old = { ...change, key: key as typeof change.key };
  const { criteria } = await gradeReview({ ...old, answer: { findings: [] }, ports: {} });
  expect(criteria.map(({ id }) => id)).not.toContain("triage");
});

describe("the remark", () => {
  test("names a real result that was dismissed before a false one that was believed", async () => {
    const { remarks } = await gradeOf({ [format]: "false", [cast]: "real", [port]: "false" });
    expect(remarks[0]).toMatchObject({
      criterion: "triage",
      text: expect.stringContaining("sql-format on line 6 of app.py is real."),
    });
  });

  test("comes after what was missed in the code", async () => {
    const { remarks } = await gradeOf({}, [mark(6, 6, { cwe: 89 })]);
    expect(remarks.map(({ criterion }) => criterion).slice(0, 2)).toEqual([
      "find-ownership",
      "triage",
    ]);
  });
});
