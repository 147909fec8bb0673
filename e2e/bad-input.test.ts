import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";

import { ask } from "./api.ts";
import { launch } from "./browser.ts";
import { startServer } from "./server.ts";

const repaired = fileURLToPath(
  new URL(
    "../tracks/2-secure-code-review/drills/order-api/answer/exemplars/scoped-queries/files/orders.py",
    import.meta.url,
  ),
);

let browser: Browser;
let dataFolder = "";
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-bad-"));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  await rm(dataFolder, { recursive: true, force: true });
});

async function running(env: Record<string, string> = {}) {
  const server = await startServer({ dataFolder, env });
  cleanups.push(server.stop);
  return server;
}

const begin = async (url: string) =>
  (await ask(`${url}/api/attempts`, { drillId: "order-api", conditions: "practice" })).json;

it("a second server on the same folder is refused, and told where the first one is", async () => {
  const first = await running();
  const { id } = await begin(first.url);
  await expect(startServer({ dataFolder })).rejects.toThrow(/ended with 6/);
  await expect(startServer({ dataFolder })).rejects.toThrow(first.url);
  expect((await ask(`${first.url}/api/attempts/${String(id)}`)).status).toBe(200);
});

it("a taken port is named, with the next one to try", async () => {
  const taken = await new Promise<Server>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
  });
  cleanups.push(() => new Promise((resolve) => taken.close(resolve)));
  const { port } = taken.address() as { port: number };
  const starting = startServer({ dataFolder, port });
  await expect(starting).rejects.toThrow(
    new RegExp(`ended with 6[^]*Port ${port} is taken[^]*Next: `),
  );
});

it("a database from a newer version is refused and left as it is", async () => {
  const first = await startServer({ dataFolder });
  const { id } = await begin(first.url);
  await first.stop();
  const database = await PGlite.create(join(dataFolder, "database"));
  await database.query(
    "INSERT INTO migrations (number, name, checksum) VALUES (9999, 'later', 'x')",
  );
  await database.close();
  await expect(startServer({ dataFolder })).rejects.toThrow(
    /ended with 6[^]*version 9999[^]*Next: Start the newer/,
  );
  const again = await PGlite.create(join(dataFolder, "database"));
  await again.query("DELETE FROM migrations WHERE number = 9999");
  await again.close();
  const back = await running();
  expect((await ask(`${back.url}/api/attempts/${String(id)}`)).status).toBe(200);
});

it("10 MB are refused over HTTP, and the server goes on", async () => {
  const { url } = await running();
  const { id } = await begin(url);
  const answer = { files: { "orders.py": "x".repeat(10_000_000) } };
  const large = await ask(`${url}/api/attempts/${String(id)}/submit`, { stage: "review", answer });
  expect([large.status, large.json.error?.code]).toEqual([413, "too-large"]);
  expect((await ask(`${url}/api/tracks`)).status).toBe(200);
});

it("a damaged draft is shown as an empty one, and the page works on", async () => {
  const { url } = await running();
  const { id } = await begin(url);
  const damaged = { stage: "review", draft: { findings: { length: -1 } }, revision: 0 };
  await ask(`${url}/api/attempts/${String(id)}/draft`, damaged, "PUT");
  const page = await browser.newPage();
  cleanups.push(() => page.close());
  await page.goto(`${url}/attempts/${String(id)}`);
  await page.getByRole("grid", { name: "orders.py" }).waitFor();
  await page.getByRole("button", { name: /Finish review/ }).click();
  await page.getByRole("heading", { name: "Review graded" }).waitFor();
  expect(await page.locator("main").innerText()).toMatch(/0 of 100/);
});

it("an unknown drill and an unknown attempt have a page that says so", async () => {
  const { url } = await running();
  const page = await browser.newPage();
  cleanups.push(() => page.close());
  for (const path of ["/drills/nothing", "/attempts/nothing", "/nothing"]) {
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("main").innerText()).toMatch(/no |not /i);
  }
});

it("where nothing confines, the page says so before the clock starts, and the rest is graded", async () => {
  const { url } = await running({ LOOPWRIGHT_SANDBOX: "off" });
  const page = await browser.newPage();
  cleanups.push(() => page.close());
  await page.goto(`${url}/drills/order-api`);
  await page.getByText(/Running code is turned off/).waitFor();
  const { id } = await begin(url);
  const attempt = `${url}/api/attempts/${String(id)}`;
  await ask(`${attempt}/submit`, { stage: "review", answer: { findings: [] } });
  const files = { "orders.py": await readFile(repaired, "utf8") };
  const graded = await ask(`${attempt}/submit`, { stage: "repair", answer: { files } });
  const criteria = graded.json["criteria"] as { id: string; verdict: string }[];
  const repair = criteria.filter(({ id: one }) => /^(keeps|fix-)/.test(one));
  expect(repair.length).toBeGreaterThan(1);
  expect(new Set(repair.map(({ verdict }) => verdict))).toEqual(new Set(["unsure"]));
  await page.goto(`${url}/attempts/${String(id)}/repair`);
  await page
    .getByText(/not executed/i)
    .first()
    .waitFor();
});
