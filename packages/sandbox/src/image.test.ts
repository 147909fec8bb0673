import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { callGo, outcome } from "./fixtures/jobs.ts";
import { createSandbox, type Sandbox } from "./index.ts";

/** Answers with what it was given, the time it sees, and whether it has the lab and the way to the host. */
const driver = `
import builtins, json, time
import lab, lab_host

def run(input_json, files_root):
    job = json.loads(input_json)
    with open("/dev/lab_clock", "wb", buffering=0) as clock:
        clock.write(job["clock"].encode())
    host = lab_host.call("double", 21)
    return json.dumps({"mode": "run", "now": int(time.time()), "host": host, "stamp": builtins.stamp, "last": builtins.kept[-1]})

def open_world(input_json, files_root):
    pass

def send(request_json):
    return json.dumps({"sent": json.loads(request_json)})
`;

/** More memory than an interpreter begins with, and a mark of the boot that the snapshot was made of. */
const warmup = `
import builtins, time
if not hasattr(builtins, "stamp"):
    builtins.stamp, builtins.kept = time.time(), b"ab" * 20_000_000
`;

let folder: string;
let sandbox: Sandbox;
let asked = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "loopwright-image-"));
  mkdirSync(join(folder, "python", "own"), { recursive: true });
  writeFileSync(join(folder, "python", "own", "driver.py"), driver);
  const mounts = async () => {
    asked += 1;
    return [{ from: join(folder, "python"), to: "/image" }];
  };
  const image = { id: "own", mounts, warmup, driver: "own.driver" };
  sandbox = await createSandbox({ images: [image], warm: 0, cacheFolder: join(folder, "cache") });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const job = (input: object) => ({
  language: "python" as const,
  image: "own",
  files: {},
  input: input as never,
  services: { double: (request: unknown) => Number(request) * 2 },
});

it("asks for an image's folders when a job first names it, and once", async () => {
  expect(outcome(await sandbox.run(callGo("def go(): return 1")))).toBe(1);
  expect(asked).toBe(0);
  await sandbox.run(job({ clock: "0" }));
  await sandbox.run(job({ clock: "0" }));
  expect(asked).toBe(1);
});

it.each([
  ["in the past", "86400000", 86_400],
  ["in the future", "4102444800000", 4_102_444_800],
])("gives a job to the image's own driver, whose clock can stand %s", async (_, clock, now) => {
  const { result } = await sandbox.run(job({ clock }));
  expect(result).toMatchObject({ mode: "run", host: 42 });
  const seen = (result as { now: number }).now;
  expect(seen).toBeGreaterThanOrEqual(now);
  expect(seen).toBeLessThan(now + 60);
});

it.each(["", "soon", "1e999", "99999999999999999999", "NaN"])(
  "keeps its own time when told “%s”",
  async (clock) => {
    const { result } = await sandbox.run(job({ clock }));
    expect((result as { now: number }).now).toBeGreaterThan(1_700_000_000);
  },
);

it("restores a memory that had grown", async () => {
  const seen = [await sandbox.run(job({ clock: "0" })), await sandbox.run(job({ clock: "0" }))];
  const results = seen.map(({ result }) => result as { stamp: number; last: number });
  expect(results.map(({ last }) => last)).toEqual([98, 98]);
  expect(results[0]!.stamp).toBe(results[1]!.stamp);
});

it("keeps the image's driver open", async () => {
  const opened = await sandbox.open(job({}));
  expect((await opened.send({ a: 1 })).result).toEqual({ sent: { a: 1 } });
  await opened.close();
});
