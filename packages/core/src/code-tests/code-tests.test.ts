import { describe, expect, it } from "vitest";

import type { Observations } from "../ports.ts";
import { mismatch } from "./match.ts";
import { driverInput, renderNonces } from "./render.ts";
import { judgeRun, runCodeTests } from "./run.ts";
import { codeTests, matcher, type StepObservation } from "./schema.ts";

const http = (body: string, status = 200, headers: [string, string][] = []): StepObservation => ({
  kind: "http",
  status,
  headers,
  body,
});
const order = http('{"id":7,"lines":[{"sku":"a/b"}]}', 200, [["X-Frame-Options", "DENY"]]);
const deep = `{"id":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
const raised: StepObservation = { kind: "call", error: { type: "ValueError", message: "no" } };
const value = (one: unknown): StepObservation => ({ kind: "call", value: one as never });
const rows: StepObservation = { kind: "sql", rows: [{ n: 1 }, { n: 2 }] };
const none: StepObservation = { kind: "none", error: { type: "ImportError", message: "no app" } };

describe("mismatch", () => {
  it.each<[string, object, StepObservation | undefined, boolean]>([
    ["status", { status: 200 }, order, true],
    ["another status", { status: [403, 404] }, order, false],
    ["status of a call", { status: 200 }, value(1), false],
    ["contains", { contains: ["id", "sku"] }, order, true],
    ["contains not", { contains: "paid" }, order, false],
    ["lacks", { lacks: "paid" }, order, true],
    ["leaks", { lacks: ["paid", "sku"] }, order, false],
    ["lacks, but nothing was reported", { lacks: "paid" }, undefined, false],
    ["lacks, but nothing ran", { lacks: "paid" }, none, false],
    ["json pointer", { json: { "/lines/0/sku": "a/b", "/id": 7 } }, order, true],
    ["json pointer to another value", { json: { "/id": "7" } }, order, false],
    ["json pointer to nothing", { json: { "/toString": null } }, order, false],
    ["json of no JSON", { json: { "": null } }, http("<p>"), false],
    ["json nested to exhaust the stack", { json: { "/id": 7 } }, http(deep), false],
    ["equals in any key order", { equals: { b: 1, a: 2 } }, value({ a: 2, b: 1 }), true],
    ["equals not", { equals: 1 }, value(2), false],
    ["count of rows", { count: 2 }, rows, true],
    ["count of no list", { count: 0 }, order, false],
    ["header", { header: { "x-frame-options": "DENY" } }, order, true],
    ["header absent", { header: { "set-cookie": null } }, order, true],
    ["header that should be absent", { header: { "x-frame-options": null } }, order, false],
    ["raises", { raises: "ValueError" }, raised, true],
    ["raises another", { raises: "KeyError" }, raised, false],
    ["must not raise", { raises: false }, raised, false],
    ["matches", { matches: '"id":\\d' }, order, true],
    ["matches more than a pattern is run on", { matches: "a" }, http("a".repeat(2001)), false],
  ])("%s", (_name, expected, seen, holds) => {
    expect(mismatch(matcher.parse(expected), seen) === null).toBe(holds);
  });

  it("refuses a matcher that expects nothing", () => {
    expect(matcher.safeParse({ step: 1 }).success).toBe(false);
  });
});

describe("a pattern", () => {
  it.each<[string, string, boolean]>([
    ["some repetitions", '^(?!.*"id": ?1\\b.*"id": ?2\\b.*"id": ?3\\b.*"id")', true],
    ["signs in classes and escapes", "[)*+]\\)\\+\\*[^\\]+]", true],
    ["a group that may be absent", "(a|b)?c", true],
    ["a repeated group", "^(a+)+$", false],
    ["a counted group", "(?:a|aa){2,}", false],
    ["too many repetitions", "a*a*a*a*a*b", false],
    ["what does not compile", "(", false],
  ])("of %s", (_name, matches, usable) => {
    expect(matcher.safeParse({ matches }).success).toBe(usable);
  });
});

const tests = codeTests.parse({
  entry: "shop:app",
  tests: [
    {
      name: "reads",
      role: "functional",
      steps: [{ http: { path: "/" } }],
      expect: [{ status: 200 }],
    },
    {
      name: "attacks",
      role: "exploit",
      flaw: "f",
      steps: [{ http: { path: "/{{nonce.name}}" } }, { sql: { query: "select 1" } }],
      expect: [{ step: 1, lacks: "{{nonce.name}}" }, { count: 1 }],
    },
  ],
});
const seen = (over: Partial<Observations>): Observations => ({
  end: "finished",
  result: null,
  stdout: "",
  stderr: "",
  calls: [],
  ...over,
});
const report = {
  cases: [{ steps: [http("ok")] }, { steps: [http("no"), { kind: "sql", rows: [{ n: 1 }] }] }],
};

describe("judgeRun", () => {
  it.each<[string, Partial<Observations>, boolean[]]>([
    ["a full report", { result: report }, [true, true]],
    ["a report that stops early", { result: { cases: report.cases.slice(0, 1) } }, [true, false]],
    ["no report", {}, [false, false]],
    ["a forged shape", { result: { passed: true } }, [false, false]],
    ["a report, then the time limit", { end: "time", result: report }, [false, false]],
    ["a crash", { end: "crashed" }, [false, false]],
  ])("%s", (_name, over, held) => {
    expect(judgeRun(tests, seen(over)).map((one) => one.held)).toEqual(held);
  });

  it("shows what was sent, what came back, and what was expected", () => {
    const [, attack] = judgeRun(
      tests,
      seen({
        result: {
          cases: [{ steps: [] }, { steps: [http("no"), { kind: "sql", rows: [] }] }],
        },
      }),
    );
    expect(attack?.output.split("\n")).toEqual([
      "GET /{{nonce.name}}",
      "→ 200 no",
      "sql select 1",
      "→ []",
      "step 2: expected 1 entries",
    ]);
  });
});

describe("the order of a run", () => {
  const many = codeTests.parse({
    tests: Array.from({ length: 12 }, (_, at) => ({
      name: `test ${at}`,
      role: at < 6 ? "functional" : "exploit",
      steps: [{ http: { path: `/${at}` } }],
      expect: [{ contains: `/${at}` }],
    })),
  });
  const language = "python";
  const runOf = async (seed: string) => {
    let paths: string[] = [];
    const run = async ({ input }: { input: unknown }) => {
      const { cases } = input as { cases: { steps: [{ http: { path: string } }] }[] };
      paths = cases.map(({ steps }) => steps[0].http.path);
      return seen({ result: { cases: paths.map((path) => ({ steps: [http(path)] })) } });
    };
    const sandbox = { run, open: () => Promise.reject(new Error("nothing is opened")) };
    const { results } = await runCodeTests({ sandbox, seed, tests: many, language, files: {} });
    return { paths, results };
  };

  it("is not the written one, so that counting tells no attack from a function", async () => {
    const { paths } = await runOf("a");
    expect(paths).not.toEqual(many.tests.map((_, at) => `/${at}`));
    expect(paths.toSorted()).toEqual(many.tests.map((_, at) => `/${at}`).toSorted());
  });

  it("is fixed by the seed, and results come as written", async () => {
    const [first, again, other] = [await runOf("a"), await runOf("a"), await runOf("b")];
    expect(again.paths).toEqual(first.paths);
    expect(other.paths).not.toEqual(first.paths);
    expect(first.results.map(({ name, held }) => [name, held])).toEqual(
      many.tests.map(({ name }) => [name, true]),
    );
  });
});

describe("what enters the interpreter", () => {
  const input = JSON.stringify(driverInput(renderNonces(tests, "seed")));
  it("holds steps, but no name, role, flaw or expectation", () => {
    expect(input).toContain("select 1");
    for (const word of ["attacks", "exploit", "flaw", "lacks", "expect"])
      expect(input).not.toContain(word);
  });

  it("has the same word in steps and expectations, fixed by the seed", () => {
    const word = /"path":"\/([a-z0-9]{12})"/.exec(input)?.[1];
    expect(word).toBeDefined();
    expect(JSON.stringify(renderNonces(tests, "seed"))).toContain(`"lacks":"${word}"`);
    expect(JSON.stringify(renderNonces(tests, "other"))).not.toContain(word);
  });
});
