import { afterAll, describe, expect, it } from "vitest";

import type { Job } from "@loopwright/core";

import { BrowserRuns } from "./browser-runs.ts";

const runs = new BrowserRuns({ takeMs: 200, keeperMs: 50, bootMs: 200, openMax: 3 });
afterAll(() => runs.close());

/** One window of a page asks for what there is to do. */
const next = (page: string, timeoutMs = 1_000, window = "w") =>
  runs.next(page, { window, timeoutMs, gone: new AbortController().signal });

const job = (more: Partial<Job> = {}): Job => ({
  language: "python",
  files: { "app.py": "" },
  input: { entry: null },
  ...more,
});
const report = { end: "finished", result: '{"cases":[]}', stdout: "", stderr: "" } as const;
const call = (service: string, request: unknown) =>
  Buffer.from(JSON.stringify({ service, request }));

/** Begins a run of a page and takes it. */
async function taken(page: string, more: Partial<Job> = {}) {
  const done = runs.run(page, job(more));
  const token = await next(page);
  return { done, token: token ?? "" };
}

describe("a run in the browser", () => {
  it("goes to the page that waits for it, and comes back as what that page saw", async () => {
    const { done, token } = await taken("a");
    expect(await runs.task(token)).toMatchObject({
      do: "start",
      settings: { snapshot: null, memoryMb: 400 },
      job: { files: { "app.py": "" }, open: false },
    });
    runs.report(token, report);
    expect(await done).toEqual({
      ...report,
      result: { cases: [] },
      calls: [],
      where: "browser",
    });
  });

  it("waits for a page that asks later, and is not told to another page", async () => {
    const done = runs.run("b", job());
    expect(await next("c", 50)).toBeNull();
    const token = await next("b");
    runs.report(token ?? "", report);
    expect((await done).end).toBe("finished");
  });

  it("is not told to a page that has gone", async () => {
    const gone = new AbortController();
    const asked = runs.next("d", { window: "w", timeoutMs: 1_000, gone: gone.signal });
    gone.abort();
    expect(await asked).toBeNull();
    const { done, token } = await taken("d");
    runs.report(token, report);
    expect((await done).end).toBe("finished");
  });

  it("reaches the job's services and the lab's, and nothing else", async () => {
    const { done, token } = await taken("e", { services: { double: (n) => Number(n) * 2 } });
    expect(await runs.call(token, call("double", 4))).toBe('{"value":8}');
    expect(await runs.call(token, call("mail", { to: "a", subject: "b", body: "c" }))).toBe(
      '{"value":{}}',
    );
    expect(await runs.call(token, call("files", {}))).toMatch(/no service/);
    runs.report(token, report);
    expect((await done).calls).toEqual([{ service: "double", request: 4, response: 8 }]);
  });

  it("ends when it makes more calls than its limit", async () => {
    const { done, token } = await taken("f", { limits: { calls: 1 } });
    await runs.call(token, call("double", 1));
    expect(await runs.call(token, call("double", 1))).toBeNull();
    expect((await done).end).toBe("calls");
  });

  it.each(["no json", '{"a":', `${"[".repeat(5_000)}${"]".repeat(5_000)}`])(
    "takes a report of %.10s for none",
    async (result) => {
      const { done, token } = await taken("g");
      runs.report(token, { ...report, result });
      expect(await done).toMatchObject({ end: "crashed", result: null });
    },
  );

  it("fails where no page takes it, and where the page never reports", async () => {
    await expect(runs.run("h", job())).rejects.toMatchObject({ code: "sandbox-failed" });
    const { done } = await taken("i", { limits: { timeMs: 50 } });
    await expect(done).rejects.toThrow(/did not report/);
  });

  it("is over once: a token cannot be used again, nor guessed before it was told", async () => {
    const { done, token } = await taken("j");
    runs.report(token, report);
    await done;
    expect(() => runs.report(token, report)).toThrow(/is over/);
    await expect(runs.task("guess")).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Has a window open an interpreter that stays. */
async function opened(page: string, more: Partial<Job> = {}, window = "w") {
  const opening = runs.open(page, job(more));
  const token = (await next(page, 1_000, window)) ?? "";
  runs.report(token, { ...report, result: "null" });
  return { run: await opening, token };
}
describe("an interpreter that a window keeps open", () => {
  it("is asked one thing after the other, by one token, with the calls of each", async () => {
    const kept = await opened("k", { services: { double: (n) => Number(n) * 2 } });
    for (const n of [3, 4]) {
      const answer = kept.run.send({ n });
      expect(await next("k")).toBe(kept.token);
      expect(await runs.task(kept.token)).toMatchObject({ do: "send", request: { n } });
      await runs.call(kept.token, call("double", n));
      runs.report(kept.token, { ...report, result: String(n) });
      expect(await answer).toMatchObject({
        result: n,
        calls: [{ service: "double", request: n, response: n * 2 }],
        where: "browser",
      });
    }
    await kept.run.close();
  });

  it("takes no calls and no reports while it is asked nothing", async () => {
    let calls = 0;
    const kept = await opened("l", { services: { count: () => (calls += 1) } });
    expect(await runs.call(kept.token, call("count", 1))).toBeNull();
    runs.report(kept.token, report);
    expect(calls).toBe(0);
    await expect(runs.task(kept.token)).rejects.toMatchObject({ code: "not-found" });
    await kept.run.close();
  });

  it("is asked of the window that holds it, whichever else asks", async () => {
    const kept = await opened("m", {}, "w");
    const answer = kept.run.send(1);
    expect(await next("m", 20, "other")).toBeNull();
    expect(await next("m", 1_000, "w")).toBe(kept.token);
    runs.report(kept.token, report);
    expect((await answer).end).toBe("finished");
    await kept.run.close();
  });

  it.each<[string, (token: string) => void]>([
    ["does not ask any more", () => {}],
    ["says that it is gone", (token) => runs.gone(token)],
  ])("is to be opened again where its window %s", async (_how, leave) => {
    const kept = await opened("n");
    leave(kept.token);
    await expect(kept.run.send(1)).rejects.toMatchObject({ code: "sandbox-failed" });
    expect(() => runs.report(kept.token, report)).toThrow(/is over/);
    expect(() => runs.gone(kept.token)).not.toThrow();
  });

  it.each<[string, (token: string) => unknown, string]>([
    ["its window says that it is gone", (token) => runs.gone(token), "crashed"],
    ["it broke a limit", (token) => runs.report(token, { ...report, end: "time" }), "time"],
    ["it made too many calls", (token) => tooManyCalls(token), "calls"],
  ])("is over, with what was seen, where %s", async (_how, happen, end) => {
    const kept = await opened("o", { limits: { calls: 1 }, services: { one: () => 1 } });
    const answer = kept.run.send(1);
    expect(await next("o")).toBe(kept.token);
    await happen(kept.token);
    expect(await answer).toMatchObject({ end, where: "browser" });
    await expect(kept.run.send(2)).rejects.toMatchObject({ code: "sandbox-failed" });
  });

  it("ends by the server's clock where its window is silent, and keeps what was called", async () => {
    const quick = new BrowserRuns({ bootMs: 10, graceMs: 10 });
    const opening = quick.open("p", job({ limits: { timeMs: 30 }, services: { one: () => 1 } }));
    const patience = { window: "w", timeoutMs: 1_000, gone: new AbortController().signal };
    const token = (await quick.next("p", patience)) ?? "";
    quick.report(token, report);
    const answer = (await opening).send(1);
    await quick.next("p", patience);
    await quick.call(token, call("one", 1));
    expect(await answer).toMatchObject({ end: "time", calls: [{ service: "one" }] });
    await quick.close();
  });

  it("is refused where it does not start, and where too many are kept", async () => {
    const opening = runs.open("q", job());
    const token = (await next("q")) ?? "";
    runs.report(token, { ...report, end: "crashed", stderr: "no module" });
    await expect(opening).rejects.toThrow(/did not start/);
    const all = [await opened("q"), await opened("q"), await opened("q")];
    await expect(runs.open("q", job())).rejects.toMatchObject({ code: "too-many" });
    for (const { run } of all) await run.close();
    await (await opened("q")).run.close();
  });

  it("is closed when the server closes", async () => {
    const other = new BrowserRuns();
    const opening = other.open("r", job());
    await other.close();
    await expect(opening).rejects.toThrow(/shutting down/);
  });
});

async function tooManyCalls(token: string) {
  await runs.call(token, call("one", 1));
  await runs.call(token, call("one", 1));
}
