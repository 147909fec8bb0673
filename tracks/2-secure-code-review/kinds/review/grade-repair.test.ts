import { AppError, passes, scoreOf, type Job, type Ports } from "@loopwright/core";
import { describe, expect, test } from "vitest";

import { change } from "./fixture-change.ts";
import { material, portsReporting, portsRunning } from "./fixture.ts";
import { gradeRepair } from "./grade-repair.ts";
import type { Flaw } from "./key.ts";

const starter = material.files["app.py"] ?? "";
const changed = { "app.py": `${starter}repaired\n` };
const gradeOf = (ports: Ports, files: Record<string, string> = changed) =>
  gradeRepair({ ...material, answer: { files }, seed: "1", ports });

const yes = (count: number) => Array<boolean>(count).fill(true);
const no = (count: number) => Array<boolean>(count).fill(false);

describe("verdicts of keeps, fix-injection, fix-ownership", () => {
  test.each<[string, boolean[], string]>([
    ["everything holds", yes(8), "met met met"],
    ["one function broken", [true, false, ...yes(6)], "missed met met"],
    ["every function broken", [...no(2), ...yes(6)], "missed missed missed"],
    [
      "one attack of three still works",
      [...yes(2), true, true, false, ...yes(3)],
      "met partly met",
    ],
    ["one flaw left as it was", [...yes(2), ...no(3), ...yes(3)], "met missed met"],
    ["the driver reported nothing", [], "missed missed missed"],
    ["the report leaves tests out", yes(5), "met met missed"],
  ])("%s", async (_name, holds, verdicts) => {
    const { criteria } = await gradeOf(portsReporting(holds));
    expect(criteria.map(({ verdict }) => verdict).join(" ")).toBe(verdicts);
  });

  test.each(["time", "memory", "crashed"] as const)(
    "a run that ended by %s proves nothing",
    async (end) => {
      const { criteria } = await gradeOf(portsReporting(yes(8), { end }));
      expect(scoreOf(criteria)).toEqual({ low: 0, high: 0 });
    },
  );
});

describe("what runs", () => {
  const never = portsRunning(() => Promise.reject(new Error("must not run")));

  test.each<[string, Record<string, string>]>([
    ["no file", {}],
    ["the starter", { "app.py": starter }],
    ["other newlines", { "app.py": starter.replaceAll("\n", "\r\n") }],
    ["a file that is not editable", { "db.py": "changed" }],
  ])("%s changes nothing, so nothing runs and all is missed", async (_name, files) => {
    const { criteria } = await gradeOf(never, files);
    expect(criteria.map(({ verdict }) => verdict)).toEqual(["missed", "missed", "missed"]);
    expect(criteria[0]?.evidence).toEqual([
      { type: "reason", text: "Nothing was changed, so nothing was run." },
    ]);
  });

  test("only editable files are taken", async () => {
    const jobs: Job[] = [];
    const inner = portsReporting(yes(8));
    const ports = portsRunning((job) => {
      jobs.push(job);
      return inner.sandbox.run(job);
    });
    await gradeOf(ports, { ...changed, "db.py": "evil", "new.py": "evil" });
    expect(jobs.map(({ files }) => files)).toEqual([{ ...changed, "db.py": "pass\n" }]);
  });

  test("the interpreter sees steps, never names, roles, flaws or expectations", async () => {
    const jobs: Job[] = [];
    const inner = portsReporting(yes(8));
    const ports = portsRunning((job) => {
      jobs.push(job);
      return inner.sandbox.run(job);
    });
    await gradeOf(ports);
    const sent = JSON.stringify(jobs);
    expect(sent).not.toMatch(/exploit|injection 1|lists orders|"expect"/);
  });
});

describe("what no test can show, and what was before a change", () => {
  test("the repair is not judged on an unproven flaw", async () => {
    const [injection, ownership] = material.key.flaws as [Flaw, Flaw];
    const unproven = "A difference in time is not observed here.";
    const key = { ...material.key, flaws: [injection, { ...ownership, unproven }] };
    const { criteria, remarks } = await gradeRepair({
      ...material,
      key,
      answer: { files: changed },
      seed: "1",
      ports: portsReporting(yes(8)),
    });
    expect(criteria.map(({ id }) => id)).toEqual(["keeps", "fix-injection"]);
    expect(remarks.map(({ criterion }) => criterion)).toEqual(["fix-injection"]);
  });

  test("the code before the change never runs", async () => {
    const jobs: Job[] = [];
    const ports = portsRunning((job) => {
      jobs.push(job);
      return portsReporting(yes(8)).sandbox.run(job);
    });
    await gradeRepair({ ...change, answer: { files: changed }, seed: "1", ports });
    expect(jobs.flatMap(({ files }) => Object.keys(files))).toEqual([
      "app.py",
      "lib/rows.py",
      "deploy/service.yaml",
      "scan.sarif",
    ]);
  });
});

describe("where nothing can run", () => {
  const refusing = (code: "not-confined" | "missing-tool" | "sandbox-failed") =>
    portsRunning(() =>
      Promise.reject(new AppError(code, { message: "No bubblewrap.", next: "Install it." })),
    );

  test.each(["not-confined", "missing-tool"] as const)("%s leaves all unsure", async (code) => {
    const { criteria } = await gradeOf(refusing(code));
    expect(criteria.map(({ verdict }) => verdict)).toEqual(["unsure", "unsure", "unsure"]);
    expect(criteria[0]?.evidence).toEqual([
      { type: "reason", text: "Not executed: No bubblewrap. Install it." },
    ]);
    expect(passes(criteria).passed).toBe(false);
  });

  test("any other failure is an error, not a grade", async () => {
    await expect(gradeOf(refusing("sandbox-failed"))).rejects.toThrow("No bubblewrap.");
  });
});

describe("what the grade says", () => {
  test("failed tests come first, with what was sent and what came back", async () => {
    const { criteria } = await gradeOf(portsReporting([true, false, ...yes(6)]));
    expect(
      criteria[0]?.evidence.map((one) => one.type === "test" && [one.name, one.passed]),
    ).toEqual([
      ["shows an order", false],
      ["lists orders", true],
    ]);
    expect(criteria[0]?.evidence[0]).toMatchObject({
      output: "GET /orders/1\n→ 500 broken\nexpected status 200",
    });
  });

  test("a broken service is the first remark, then the heaviest open flaw", async () => {
    const { remarks } = await gradeOf(portsReporting([true, ...no(7)]));
    expect(remarks.map(({ criterion }) => criterion)).toEqual([
      "keeps",
      "fix-ownership",
      "fix-injection",
    ]);
  });

  test("counts are measured", async () => {
    const { measures } = await gradeOf(portsReporting([...yes(2), ...no(3), ...yes(3)]));
    expect(measures).toEqual([
      { id: "functions-kept", title: "Functional tests that hold", value: 2, unit: "of 2" },
      { id: "attacks-stopped", title: "Attacks stopped", value: 3, unit: "of 6" },
    ]);
  });
});
