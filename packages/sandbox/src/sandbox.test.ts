import { afterAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { callGo, outcome } from "./fixtures/jobs.ts";
import { createSandbox } from "./sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 } });
afterAll(() => sandbox.close());

const go = (body: string) => `def go():\n    ${body.replaceAll("\n", "\n    ")}\n`;

describe("run", () => {
  it.each<[string, string, Json]>([
    ["returns a value", go("return {'a': [1, 2.5, None]}"), { a: [1, 2.5, null] }],
    ["has the lab", go("import lab.sql\nreturn bool(lab.sql.connect())"), true],
    [
      "has sqlite",
      go("import sqlite3\nreturn sqlite3.connect(':memory:').execute('select 7').fetchone()[0]"),
      7,
    ],
    ["reports what was raised", go("raise LookupError('x')"), "LookupError"],
    ["reports a syntax error", "def go(:", "SyntaxError"],
    [
      "sees no service that the job has not",
      go("import lab_host\nreturn lab_host.call('absent', 1)"),
      "CallError",
    ],
    ["has room for 100 MB", go("return len(bytearray(100_000_000))"), 100_000_000],
    [
      "survives what nests deeply",
      go(
        "import pickle\nnested = []\nfor _ in range(100_000): nested = [nested]\npickle.dumps(nested)",
      ),
      "RecursionError",
    ],
    ["tells the time in this century", go("import time\nreturn time.time() > 1.7e9"), true],
  ])(
    "%s",
    async (_, python, expected) => {
      expect(outcome(await sandbox.run(callGo(python)))).toEqual(expected);
    },
    30_000,
  );

  it("keeps output and errors apart from the report, in full", async () => {
    const python = go(
      "import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.stdout.write('no end')",
    );
    const seen = await sandbox.run(callGo(python));
    expect(seen).toMatchObject({ end: "finished", stdout: "out\nno end", stderr: "err\n" });
  }, 30_000);

  it("answers calls and records them in order", async () => {
    const services = {
      double: async (n: Json) => Number(n) * 2,
      broken: () => Promise.reject(new Error("secret")),
    };
    const python = go(`import lab_host
seen = [lab_host.call('double', n) for n in range(3)]
try:
    lab_host.call('broken', None)
except lab_host.CallError as error:
    seen.append(str(error))
return seen`);
    const seen = await sandbox.run(callGo(python, { services }));
    const error = "the service “broken” failed";
    expect(outcome(seen)).toEqual([0, 2, 4, error]);
    expect(seen.calls).toEqual([
      { service: "double", request: 0, response: 0 },
      { service: "double", request: 1, response: 2 },
      { service: "double", request: 2, response: 4 },
      { service: "broken", request: null, response: { error } },
    ]);
  }, 30_000);

  it.each([
    ["time", "while True: pass", { timeMs: 500 }],
    ["memory", "return len(bytearray(600_000_000))", {}],
    ["output", "print('x' * 100)", { outputBytes: 50 }],
    ["calls", "import lab_host\nfor _ in range(4): lab_host.call('echo', 1)", { calls: 3 }],
    ["crashed", "import os\nos._exit(0)", {}],
  ])(
    "ends with “%s”, and the next run is unharmed",
    async (end, body, limits) => {
      const services = { echo: (request: Json) => request };
      const seen = await sandbox.run(callGo(go(body), { limits, services }));
      expect(seen).toMatchObject({ end, result: null });
      expect(outcome(await sandbox.run(callGo(go("return 'well'"))))).toBe("well");
    },
    30_000,
  );

  it("gives more memory where a job asks for it", async () => {
    const python = go("return len(bytearray(300_000_000))");
    const seen = await sandbox.run(callGo(python, { limits: { memoryMb: 700 } }));
    expect(outcome(seen)).toBe(300_000_000);
  }, 30_000);

  it("uses an interpreter once, and its random numbers once", async () => {
    const python = `import random, sys\nseen = getattr(sys, 'seen', 0)\nsys.seen = 1\n${go("return [seen, random.random()]")}`;
    const runs = await Promise.all([1, 2, 3].map(() => sandbox.run(callGo(python))));
    const values = runs.map(outcome) as [number, number][];
    expect(values.map(([seen]) => seen)).toEqual([0, 0, 0]);
    expect(new Set(values.map(([, random]) => random)).size).toBe(3);
  }, 60_000);

  it("serves twenty that are queued at once", async () => {
    const jobs = Array.from({ length: 20 }, (_, n) => sandbox.run(callGo(go(`return ${n}`))));
    const seen = await Promise.all(jobs);
    expect(seen.map(outcome)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  }, 180_000);

  it.each([
    ["a path upwards", "python", { "../app.py": "" }, "invalid-input"],
    ["an absolute path", "python", { "/etc/app.py": "" }, "invalid-input"],
    ["a path of Windows", "python", { "a\\b.py": "" }, "invalid-input"],
    ["too much", "python", { "app.py": "#".repeat(1_000_001) }, "too-large"],
  ] as const)("refuses %s", async (_, language, files, code) => {
    const job = { ...callGo(""), language, files: { ...files } as Record<string, string> };
    await expect(sandbox.run(job)).rejects.toMatchObject({ code });
  });

  it("refuses an image that it does not have", async () => {
    const job = callGo("", { image: "none" });
    await expect(sandbox.run(job)).rejects.toMatchObject({ code: "sandbox-failed" });
  });
});
