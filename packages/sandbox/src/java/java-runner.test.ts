import { afterAll, describe, expect, it } from "vitest";

import type { Json, Observations } from "@loopwright/core";

import { callJava } from "../fixtures/java-jobs.ts";
import { outcome } from "../fixtures/jobs.ts";
import { createSandbox } from "../sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, openMax: 1 });
afterAll(() => sandbox.close());

const go = async (body: string, more = {}) => outcome(await sandbox.run(callJava(body, more)));

describe("run", () => {
  it("keeps output and errors apart from the report, in full", async () => {
    const body =
      'System.out.println("out"); System.err.println("é"); System.out.print("no end"); return 1;';
    const seen = await sandbox.run(callJava(body));
    expect(seen).toMatchObject({ end: "finished", stdout: "out\nno end", stderr: "é\n" });
  }, 60_000);

  it("answers calls and records them in order", async () => {
    const services = {
      double: (n: Json) => Number(n) * 2,
      broken: () => Promise.reject(new Error("secret")),
    };
    const body = `java.util.List<Object> seen = new java.util.ArrayList<>();
for (int n = 0; n < 3; n++) seen.add(lab.Host.call("double", n));
try { lab.Host.call("broken", null); } catch (lab.Host.CallError error) { seen.add(error.getMessage()); }
return seen;`;
    const seen = await sandbox.run(callJava(body, { services }));
    const error = "the service “broken” failed";
    expect(outcome(seen)).toEqual([0, 2, 4, error]);
    expect(seen.calls.map(({ response }) => response)).toEqual([0, 2, 4, { error }]);
  }, 60_000);

  it.each([
    ["time", "while (true) ;", { timeMs: 1_000 }],
    ["memory", "return new byte[200_000_000].length;", {}],
    ["output", 'System.out.print("x".repeat(100)); return 1;', { outputBytes: 50 }],
    ["calls", 'for (int n = 0; n < 9; n++) lab.Host.call("echo", 1); return 1;', { calls: 5 }],
    ["crashed", "System.exit(0); return 1;", {}],
  ])(
    "ends with “%s”, and the next run is unharmed",
    async (end, body, limits) => {
      const services = { echo: (request: Json) => request };
      const seen = await sandbox.run(callJava(body, { limits, services }));
      expect(seen).toMatchObject({ end, result: null });
      expect(await go('return "well";')).toBe("well");
    },
    60_000,
  );

  it("gives more memory where a job asks for it", async () => {
    const limits = { memoryMb: 700 };
    expect(await go("return new byte[200_000_000].length;", { limits })).toBe(200_000_000);
  }, 60_000);

  it("serves fifty that are queued at once", async () => {
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => go(`return ${n};`)))).toEqual(numbers);
  }, 240_000);

  it.each([
    ["a path upwards", { "../App.java": "" }, "invalid-input"],
    ["too much", { "App.java": "/".repeat(1_000_001) }, "too-large"],
  ] as const)("refuses %s", async (_, files, code) => {
    const job = callJava("", { files: { ...files } });
    await expect(sandbox.run(job)).rejects.toMatchObject({ code });
  });

  it("tells at most ten of the compiler's errors", async () => {
    const seen = await sandbox.run(
      callJava("return a + b + c + d + e + f + g + h + i + j + k + l;"),
    );
    expect(outcome(seen)).toBe("CompileError");
    expect(seen.stderr.match(/App\.java:1: /g)).toHaveLength(10);
  }, 60_000);
});

const counter = (body = 'count += n; System.out.println("count is " + count); return count;') => ({
  ...callJava(""),
  files: {
    "App.java": `public class App { static int count; public static int add(int n) throws Exception { ${body} } }`,
  },
});
const add = (n: number) => [{ call: { target: "App#add", args: [n] } }];
const value = ({ result }: Observations) =>
  (result as { cases: { steps: { value: number }[] }[] }).cases[0]!.steps[0]!.value;

describe("open", () => {
  it("keeps its state from one request to the next, and its output apart", async () => {
    const opened = await sandbox.open(counter());
    const [first, second] = await Promise.all([opened.send(add(1)), opened.send(add(5))]);
    expect([value(first), value(second)]).toEqual([1, 6]);
    expect([first.stdout, second.stdout]).toEqual(["count is 1\n", "count is 6\n"]);
    await expect(sandbox.open(counter())).rejects.toMatchObject({ code: "too-many" });
    await opened.close();
    await expect(opened.send(add(1))).rejects.toMatchObject({ code: "sandbox-failed" });
  }, 60_000);

  it("ends with a request that takes too long", async () => {
    const opened = await sandbox.open({
      ...counter("Thread.sleep(60_000); return 1;"),
      limits: { timeMs: 1_000 },
    });
    expect(await opened.send(add(1))).toMatchObject({ end: "time", result: null });
    await opened.close();
  }, 60_000);

  it("does not open what does not compile, and that takes no room", async () => {
    await expect(sandbox.open(counter("return none;"))).rejects.toMatchObject({
      code: "sandbox-failed",
    });
    await (await sandbox.open(counter())).close();
  }, 60_000);
});
