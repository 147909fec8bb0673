import {
  AppError,
  judge,
  runCodeTests,
  testEvidence,
  type CodeTests,
  type Evidence,
  type Files,
  type Ports,
  type StageResult,
  type TestResult,
  type TestRun,
  type Verdict,
} from "@loopwright/core";

import type { RepairAnswer } from "./answer.ts";
import type { ReviewBrief } from "./brief.ts";
import { criteria, provenFlaws } from "./criteria.ts";
import type { ReviewKey } from "./key.ts";
import { repairRemarks } from "./remarks.ts";
import { repairedFiles, somethingChanged } from "./repaired.ts";

type Found = { verdict: Verdict; evidence?: Evidence[]; note?: string };
type Material = { brief: ReviewBrief; files: Files; key: ReviewKey };
type Input = Material & { answer: RepairAnswer; seed: string; ports: Ports };

/** Runs the hidden tests on the learner's version and judges what was seen. */
export async function gradeRepair(input: Input): Promise<StageResult> {
  const { brief, files, answer } = input;
  if (!somethingChanged(brief, files, answer)) {
    const text = "Nothing was changed, so nothing was run.";
    return sameForAll(input, { verdict: "missed", evidence: [{ type: "reason", text }] });
  }
  try {
    return judgeResults(input, await runHidden(input));
  } catch (error) {
    if (!(error instanceof AppError) || !notHere.has(error.code)) throw error;
    const text = `Not executed: ${error.message} ${error.next}`;
    return sameForAll(input, { verdict: "unsure", evidence: [{ type: "reason", text }] });
  }
}

// What a machine cannot run proves nothing in either direction; any other failure is an error.
const notHere = new Set<string>(["not-confined", "missing-tool"]);

async function runHidden({ brief, files, key, answer, seed, ports }: Input) {
  const run = await runCodeTests({
    sandbox: ports.sandbox,
    language: brief.language,
    files: repairedFiles(brief, files, answer),
    tests: hiddenTests(key),
    seed,
  });
  return run;
}

function hiddenTests({ tests }: ReviewKey): CodeTests {
  if (tests) return tests;
  throw new AppError("invalid-drill", {
    message: "This drill asks for a repair and holds no hidden tests.",
    next: "Add answer/tests.yaml, or leave the repair stage out of drill.yaml.",
    where: "answer/tests.yaml",
  });
}

function sameForAll(input: Material, found: Found): StageResult {
  const plans = criteria({ ...input, stage: "repair" });
  const findings = Object.fromEntries(plans.map(({ id }) => [id, found]));
  return { criteria: judge(plans, findings), remarks: [], measures: [] };
}

function judgeResults(input: Input, { results, where }: TestRun): StageResult {
  const { key } = input;
  const functional = results.filter(({ role }) => role === "functional");
  const broken = functional.filter(({ held }) => !held);
  const works = functional.some(({ held }) => held);
  const fixes = provenFlaws(key).map((flaw) => {
    const exploits = results.filter(({ role, flaw: id }) => role === "exploit" && id === flaw.id);
    return { id: flaw.id, exploits, found: judgeFix(exploits, works) };
  });
  const found = {
    keeps: judgeKeeps(functional, { broken, where }),
    ...Object.fromEntries(fixes.map((fix) => [`fix-${fix.id}`, fix.found])),
  };
  const open = fixes.filter((fix) => fix.found.verdict !== "met").map(({ id }) => id);
  const stopped = results.filter(({ role, held }) => role === "exploit" && held).length;
  const attacks = results.length - functional.length;
  return {
    criteria: judge(criteria({ ...input, stage: "repair" }), found),
    remarks: repairRemarks(key, { broken: broken.map(({ name }) => name), open }),
    measures: [
      {
        id: "functions-kept",
        title: "Functional tests that hold",
        value: functional.length - broken.length,
        unit: `of ${functional.length}`,
      },
      { id: "attacks-stopped", title: "Attacks stopped", value: stopped, unit: `of ${attacks}` },
    ],
  };
}

function judgeKeeps(
  functional: TestResult[],
  { broken, where }: { broken: TestResult[]; where: TestRun["where"] },
): Found {
  const held = functional.length - broken.length;
  // What a browser reports, its owner could have changed: whoever reads the grade should know.
  const place = where === "browser" ? "; it ran in this browser" : "";
  return {
    verdict: broken.length === 0 && held > 0 ? "met" : "missed",
    note: `${held} of ${functional.length} functional tests hold${place}`,
    evidence: failedFirst(functional),
  };
}

/** A service that does nothing refuses every attack too: without one working function, no credit. */
function judgeFix(exploits: TestResult[], works: boolean): Found {
  const evidence = failedFirst(exploits);
  if (!works) {
    const text = "The service does not work, so nothing is proven.";
    return { verdict: "missed", evidence: [{ type: "reason", text }, ...evidence] };
  }
  const stopped = exploits.filter(({ held }) => held).length;
  const note = `${stopped} of ${exploits.length} attacks fail`;
  if (stopped === 0) return { verdict: "missed", note, evidence };
  return { verdict: stopped === exploits.length ? "met" : "partly", note, evidence };
}

const failedFirst = (results: TestResult[]): Evidence[] =>
  results.toSorted((a, b) => Number(a.held) - Number(b.held)).map(testEvidence);
