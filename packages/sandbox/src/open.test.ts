import { afterAll, expect, it } from "vitest";

import type { Observations } from "@loopwright/core";

import { createSandbox } from "./sandbox.ts";

const sandbox = await createSandbox({ openMax: 1, openIdleMs: 3_000 });
afterAll(() => sandbox.close());

const counter = `
import time
from lab.web import App
app = App("counter")
count = 0
def add(n=1):
    global count
    count += n
    print("count is", count)
    return count
def hang():
    time.sleep(3600)
`;
const job = (python = counter) => ({
  language: "python" as const,
  files: { "app.py": python },
  input: { entry: "app:app", principals: {}, setup: [], cases: [] },
  limits: { timeMs: 1_500 },
});
const call = (name: string, ...args: number[]) => [{ call: { target: `app:${name}`, args } }];
const value = ({ result }: Observations) =>
  (result as { cases: { steps: { value: number }[] }[] }).cases[0]!.steps[0]!.value;

it("keeps its state from one request to the next, and its output apart", async () => {
  const opened = await sandbox.open(job());
  const [first, second] = await Promise.all([
    opened.send(call("add")),
    opened.send(call("add", 5)),
  ]);
  expect([value(first), value(second)]).toEqual([1, 6]);
  expect([first.stdout, second.stdout]).toEqual(["count is 1\n", "count is 6\n"]);
  await opened.close();
  await expect(opened.send(call("add"))).rejects.toMatchObject({ code: "sandbox-failed" });
}, 60_000);

it("starts afresh when it is opened again", async () => {
  const opened = await sandbox.open(job());
  expect(value(await opened.send(call("add")))).toBe(1);
  await opened.close();
}, 60_000);

it("ends with a request that takes too long", async () => {
  const opened = await sandbox.open(job());
  expect(await opened.send(call("hang"))).toMatchObject({ end: "time", result: null });
  await expect(opened.send(call("add"))).rejects.toMatchObject({ code: "sandbox-failed" });
  await opened.close();
}, 60_000);

it("is limited in number, and a closed one makes room", async () => {
  const opened = await sandbox.open(job());
  await expect(sandbox.open(job())).rejects.toMatchObject({ code: "too-many" });
  await opened.close();
  await (await sandbox.open(job())).close();
}, 60_000);

it("does not open what hangs while it is imported, and that takes no room", async () => {
  await expect(sandbox.open(job("while True: pass"))).rejects.toMatchObject({
    code: "sandbox-failed",
  });
  await (await sandbox.open(job())).close();
}, 60_000);

it("is closed when nobody asks for it", async () => {
  const opened = await sandbox.open(job());
  await expect
    .poll(() => opened.send(call("add")).catch((error) => error.code), {
      interval: 4_000,
      timeout: 20_000,
    })
    .toBe("sandbox-failed");
}, 60_000);
