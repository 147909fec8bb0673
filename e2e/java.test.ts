import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { expectAccessible, launch, watch } from "./browser.ts";
import { markLines, tabTo } from "./keyboard.ts";
import { startServer, type RunningServer } from "./server.ts";

const repaired = fileURLToPath(
  new URL(
    "../tracks/2-secure-code-review/drills/catalog-feed-import/answer/exemplars/three-checks/files/market/FeedImport.java",
    import.meta.url,
  ),
);

let dataFolder = "";
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-java-"));
  server = await startServer({ dataFolder });
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true });
});

it("a Java drill: marked, debriefed, repaired with a compile error on the way, and passed", async () => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const faults = watch(page, server.url);
  const { keyboard } = page;
  const write = async (text: string) => {
    await page.evaluate((one) => navigator.clipboard.writeText(one), text);
    await page.locator(".cm-content").click();
    await keyboard.press("Control+a");
    await keyboard.press("Control+v");
  };

  await page.goto(`${server.url}/drills/catalog-feed-import`);
  await page.getByText("Java", { exact: true }).first().waitFor();
  await keyboard.press("Enter");
  await page.getByRole("grid", { name: "market/FeedImport.java" }).waitFor();
  // In an interview one may ask what an API does: the lab stands beside the brief.
  await keyboard.press("l");
  await page.getByText("lab.sql", { exact: false }).first().waitFor();
  await keyboard.press("l");
  await tabTo(page, "[data-line]");
  await markLines(page, {
    from: 81,
    to: 84,
    cwe: "611",
    severity: "high",
    impact: "A merchant's feed names a file of the server, and its secrets come back as a title.",
  });
  await page.getByText(/^Saved/).waitFor();
  await keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Review graded" }).waitFor();
  await expectAccessible(page);

  await keyboard.press("n");
  await page.locator(".cm-content").waitFor();
  const right = await readFile(repaired, "utf8");
  await write(right.replace("package market;", "package market"));
  await keyboard.press("Control+Enter");
  await page
    .getByText(/FeedImport\.java:1/)
    .first()
    .waitFor();
  await write(right);
  await keyboard.press("Control+Enter");
  await page
    .getByText(/→ 20[01]/)
    .first()
    .waitFor();
  await keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Repair graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
  await context.close();
});
