import type { Evidence } from "../grade.ts";
import type { Files } from "../kind.ts";
import { viaJson } from "../json.ts";
import type { Language, Observations, RunEnd, SandboxPort } from "../ports.ts";
import { randomFrom } from "../random.ts";
import { mismatch } from "./match.ts";
import { describeStep } from "./describe.ts";
import { seePages } from "./pages.ts";
import { driverInput, renderNonces } from "./render.ts";
import { hostWorldOf } from "./world.ts";
import { driverReport, type CodeTest, type CodeTests, type StepObservation } from "./schema.ts";

export type TestResult = {
  name: string;
  role: CodeTest["role"];
  flaw: string | undefined;
  held: boolean;
  /** What was sent and what came back, step by step, then what was expected. */
  output: string;
};

export type TestRun = {
  end: RunEnd;
  results: TestResult[];
  /** Where it ran, if not on the server. */
  where?: "browser";
};

type RunInput = {
  sandbox: SandboxPort;
  language: Language;
  files: Files;
  tests: CodeTests;
  seed: string;
};

/**
 * Runs all tests in one interpreter, thrown away afterwards, and judges what it reported. They run in
 * an order fixed by the seed: written, functions come before attacks, and a program that counts how
 * often it was loaded would only have to refuse everything from there on.
 */
export async function runCodeTests(input: RunInput): Promise<TestRun> {
  const tests = renderNonces(input.tests, input.seed);
  const order = shuffled(tests.tests.length, `${input.seed}/order`);
  const asRun = { ...tests, tests: order.map((index) => tests.tests[index]!) };
  const { sandbox, language, files } = input;
  const ran = await sandbox.run({
    language,
    files,
    input: viaJson(driverInput(asRun)),
    ...(tests.timeMs && { limits: { timeMs: tests.timeMs } }),
    ...(tests.world && { world: hostWorldOf(tests.world) }),
  });
  const observed = await seePages({ sandbox, files, cases: asRun.tests, observed: ran });
  const judged = judgeRun(asRun, observed);
  const results = tests.tests.map((_test, index) => judged[order.indexOf(index)]!);
  return { end: observed.end, results, ...(observed.where && { where: observed.where }) };
}

/** The numbers below `count` in an order fixed by the seed (Fisher and Yates). */
function shuffled(count: number, seed: string): number[] {
  const random = randomFrom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** What the driver did not report, or reported in another shape, has failed. */
export function judgeRun(tests: CodeTests, observed: Observations): TestResult[] {
  const report = driverReport.safeParse(observed.result);
  const trusted = observed.end === "finished" && report.success;
  return tests.tests.map((test, index) => {
    const steps = trusted ? (report.data.cases[index]?.steps ?? []) : [];
    return judgeTest(test, steps, trusted ? null : endInWords(observed));
  });
}

function judgeTest(test: CodeTest, seen: StepObservation[], ended: string | null): TestResult {
  const problems = test.expect.flatMap((one) => {
    const index = (one.step ?? test.steps.length) - 1;
    const problem = mismatch(one, seen[index]);
    return problem === null
      ? []
      : [test.steps.length > 1 ? `step ${index + 1}: ${problem}` : problem];
  });
  const transcript = test.steps.map((step, index) => describeStep(step, seen[index]));
  const lines = ended === null ? [...transcript, ...problems] : [transcript[0] ?? "", ended];
  const held = ended === null && problems.length === 0;
  return { name: test.name, role: test.role, flaw: test.flaw, held, output: lines.join("\n") };
}

function endInWords({ end, stderr }: Observations): string {
  const words: Record<RunEnd, string> = {
    finished: "the run ended without a report",
    time: "the run was stopped at its time limit",
    memory: "the run used more memory than its limit",
    output: "the run printed more than its limit",
    calls: "the run made more calls than its limit",
    crashed: "the run ended before it reported",
  };
  const last = stderr.trim().split("\n").at(-1) ?? "";
  return last === "" ? words[end] : `${words[end]}: ${last.slice(0, 300)}`;
}

export const testEvidence = (result: TestResult): Evidence => ({
  type: "test",
  name: result.name,
  passed: result.held,
  output: result.output,
});
