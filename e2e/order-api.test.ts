import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { expectAccessible, launch, watch } from "./browser.ts";
import { markLines, tabTo } from "./keyboard.ts";
import { startServer, type RunningServer } from "./server.ts";

const drill = fileURLToPath(
  new URL("../tracks/2-secure-code-review/drills/order-api", import.meta.url),
);

let dataFolder = "";
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-journey-"));
  server = await startServer({ dataFolder });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true });
});

it("order-api, with the keyboard alone, from Today to the exemplar and over a restart", async () => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const faults = watch(page, server.url);
  const { keyboard } = page;

  await page.goto(server.url);
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await expectAccessible(page);

  // The palette leads to the drill; its page says what runs here before the clock starts.
  await keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await keyboard.type("order api");
  await page.getByRole("menuitem", { name: "The order API of a shop" }).waitFor();
  await expectAccessible(page);
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /order API/i }).waitFor();
  await page.getByText(/confined by bubblewrap/).waitFor();
  await expectAccessible(page);

  // Review: three findings, marked on their lines.
  await keyboard.press("Enter");
  await page.getByRole("grid", { name: "orders.py" }).waitFor();
  await expectAccessible(page);
  await tabTo(page, "[data-line]");
  const harm = {
    sorting: "Sorting by a subquery reads home addresses of other customers bit by bit.",
    reading: "Any customer opens orders of other customers and sees where they live.",
    writing: "A customer lowers the price of an order and pays one cent.",
  };
  await markLines(page, { from: 42, to: 42, cwe: "89", severity: "high", impact: harm.sorting });
  await markLines(page, { from: 48, to: 51, cwe: "639", severity: "high", impact: harm.reading });
  const fields = { from: 70, to: 71, cwe: "mass assignment", severity: "high" };
  await markLines(page, { ...fields, impact: harm.writing });
  await expectAccessible(page);
  await page.getByText(/^Saved/).waitFor();
  await keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Review graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await expectAccessible(page);

  // Repair: a free Run, then the hidden tests.
  await keyboard.press("n");
  await page.locator(".cm-content").waitFor();
  await expectAccessible(page);
  await tabTo(page, ".cm-content");
  await keyboard.press("Control+a");
  const repaired = join(drill, "answer/exemplars/scoped-queries/files/orders.py");
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    await readFile(repaired, "utf8"),
  );
  await keyboard.press("Control+v");
  await keyboard.press("Control+Enter");
  await page
    .getByText(/GET \/orders\/502/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Repair graded" }).waitFor();
  await expectAccessible(page);

  // The exemplars stand beside what was submitted.
  await tabTo(page, "[role=tab]");
  await keyboard.press("ArrowRight");
  await page.getByText("The owner belongs in the query").first().waitFor();
  await expectAccessible(page);
  await keyboard.press("n");
  await page
    .getByText(/Passed/)
    .first()
    .waitFor();
  await expectAccessible(page);
  const address = new URL(page.url()).pathname;
  expect(faults).toEqual([]);

  // What was done is still there after a restart.
  await server.stop();
  server = await startServer({ dataFolder });
  await page.goto(server.url + address);
  await page
    .getByText(/Passed/)
    .first()
    .waitFor();
  await page.goto(`${server.url}/attempts`);
  await page
    .getByRole("link", { name: /order API/i })
    .first()
    .waitFor();
  await expectAccessible(page);
  await context.close();
});
