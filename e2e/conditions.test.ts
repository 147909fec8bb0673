import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible, launch } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

const repaired = fileURLToPath(
  new URL(
    "../tracks/2-secure-code-review/drills/order-api/answer/exemplars/scoped-queries/files/orders.py",
    import.meta.url,
  ),
);
const finding = (from: number, to: number, cwe: number) => ({
  id: `f${from}`,
  file: "orders.py",
  from,
  to,
  cwe,
  severity: "high",
  impact: "Customers read and change what belongs to others.",
});
const findings = [finding(42, 42, 89), finding(48, 51, 639), finding(70, 71, 915)];

let dataFolder = "";
let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-conditions-"));
  server = await startServer({ dataFolder });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage();
});

const begin = async (conditions: string): Promise<string> => {
  const { json } = await ask(`${server.url}/api/attempts`, { drillId: "order-api", conditions });
  return String(json["id"]);
};

it("a pause hides the work, and the draft is there when it goes on", async () => {
  const id = await begin("practice");
  const draft = { stage: "review", draft: { findings: findings.slice(0, 1) }, revision: 0 };
  await ask(`${server.url}/api/attempts/${id}/draft`, draft, "PUT");
  await page.goto(`${server.url}/attempts/${id}/review`);
  await page.getByText("Findings, 1 pending").waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("heading", { name: "Paused" }).waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("heading", { name: "Paused" }).waitFor();
  expect(await page.content()).not.toContain("order_or_404");
  await page.keyboard.press("Enter");
  await page.getByText("Findings, 1 pending").waitFor();
  await page.getByRole("grid", { name: "orders.py" }).waitFor();
  await page.close();
});

it("under interview conditions there is no hint, no pause and no Run, and a pass counts", async () => {
  const id = await begin("interview");
  await page.goto(`${server.url}/attempts/${id}/review`);
  await page.getByRole("button", { name: /Finish review/ }).waitFor();
  expect(await page.getByRole("button", { name: /hint|Pause/i }).count()).toBe(0);
  await ask(`${server.url}/api/attempts/${id}/submit`, { stage: "review", answer: { findings } });
  await page.goto(`${server.url}/attempts/${id}/repair`);
  await page.locator(".cm-content").waitFor();
  expect(await page.getByRole("button", { name: /Run/ }).count()).toBe(0);
  const files = { "orders.py": await readFile(repaired, "utf8") };
  await ask(`${server.url}/api/attempts/${id}/submit`, { stage: "repair", answer: { files } });
  await page.goto(`${server.url}/attempts/${id}`);
  await page.getByText("It counts for readiness.").waitFor();
  await expectAccessible(page);
  await page.goto(server.url);
  await page.getByText("1 of 4 drills in 30 days; one at level 3 to go").waitFor();
  await page.close();
});
