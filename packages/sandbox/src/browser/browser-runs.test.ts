import { afterAll, describe, expect, it } from "vitest";

import type { Job } from "@loopwright/core";

import { BrowserRuns } from "./browser-runs.ts";

const runs = new BrowserRuns({ takeTimeoutMs: 200, bootTimeoutMs: 200 });
afterAll(() => runs.close());

const job = (more: Partial<Job> = {}): Job => ({
  language: "python",
  files: { "app.py": "" },
  input: { entry: null },
  ...more,
});
const stays = () => new AbortController().signal;
const report = { end: "finished", result: '{"cases":[]}', stdout: "", stderr: "" } as const;
const call = (service: string, request: unknown) =>
  Buffer.from(JSON.stringify({ service, request }));

/** Begins a run of a page and takes it. */
async function taken(page: string, more: Partial<Job> = {}) {
  const done = runs.run(page, job(more));
  const token = await runs.next(page, 1_000, stays());
  return { done, token: token ?? "" };
}

describe("a run in the browser", () => {
  it("goes to the page that waits for it, and comes back as what that page saw", async () => {
    const { done, token } = await taken("a");
    expect(await runs.job(token)).toMatchObject({ job: { files: { "app.py": "" }, open: false } });
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
    expect(await runs.next("c", 50, stays())).toBeNull();
    const token = await runs.next("b", 1_000, stays());
    runs.report(token ?? "", report);
    expect((await done).end).toBe("finished");
  });

  it("is not told to a page that has gone", async () => {
    const gone = new AbortController();
    const asked = runs.next("d", 1_000, gone.signal);
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
    await expect(runs.job("guess")).rejects.toMatchObject({ code: "not-found" });
  });
});
