// `npm test`: every check, each with its output shown, then one line that counts them all.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { attempt } from "./run.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "loopwright-test-"));
const node = process.execPath;
const bin = (name, file) => join(root, "node_modules", name, file);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Each gives how many passed and failed; `counts` reads them where a runner counts by itself. */
const steps = [
  { title: "Types", args: [bin("typescript", "bin/tsc"), "--noEmit"] },
  { title: "Lint", args: [bin("oxlint", "bin/oxlint"), "--type-aware", "--deny-warnings"] },
  { title: "Format", args: [bin("oxfmt", "bin/oxfmt"), "--check", "."] },
  { title: "Direction of imports, invariants", args: ["scripts/check-house.js"] },
  { title: "Dead code", args: [bin("knip", "bin/knip.js"), "--no-progress"] },
  {
    title: "Lockfile",
    command: npm,
    args: ["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund"],
  },
  { title: "Build of the page", args: ["scripts/setup.js", "start"] },
  { title: "Tests and journeys", args: vitestArgs(), counts: vitestCounts },
  {
    title: "Proof of the curriculum",
    args: ["apps/cli/bin/loopwright.js", "check"],
    pipe: true,
    counts: checkCounts,
  },
];

let passed = 0;
let failed = 0;
/** What failed, named again at the end, where a long run is read first. */
const failures = [];
for (const [index, step] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${step.title}`);
  const began = Date.now();
  const result = runStep(step);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) failures.push(...(result.names ?? [step.title]));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${step.title}: ${result.failed === 0 ? "holds" : "FAILED"} (${seconds} s)`);
}
rmSync(scratch, { recursive: true, force: true });
for (const name of failures) console.log(`\nFAILED ${name}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runStep({ command = node, args, counts, pipe = false }) {
  const stdio = pipe ? ["ignore", "pipe", "inherit"] : "inherit";
  const { status, stdout } = attempt(command, args, { cwd: root, stdio });
  const ok = status === 0;
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const counted = counts(stdout ?? "");
  // A runner that ends badly without a failed test (a crash, an empty run) has failed all the same.
  return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function vitestArgs() {
  const report = join(scratch, "vitest.json");
  return [
    bin("vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
}

/** Skipped tests count as failed: a test that may be skipped proves nothing. */
function vitestCounts() {
  try {
    const report = JSON.parse(readFileSync(join(scratch, "vitest.json"), "utf8"));
    const skipped = report.numPendingTests + report.numTodoTests;
    const failed = report.numFailedTests + skipped;
    return { passed: report.numPassedTests, failed, names: namesIn(report) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Every test that did not pass, by file and name; a file that could not be read has no test. */
function namesIn(report) {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const odd = assertionResults.filter(({ status }) => status !== "passed");
    if (odd.length === 0) return message ? [`${file}: ${message}`] : [];
    return odd.map((one) => `${file}: ${one.fullName}\n${one.failureMessages.join("\n")}`);
  });
}

function checkCounts(stdout) {
  const match = /(\d+) passed, (\d+) failed/.exec(stdout);
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : { passed: 0, failed: 1 };
}
