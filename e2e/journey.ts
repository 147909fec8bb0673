import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

import { launch, watch } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

export type Journey = { page: Page; url: string; faults: string[] };

/** A server on an empty data folder and a page, for the tests of one file; ended after them. */
export function useJourney(options: { hideBubblewrap?: boolean } = {}): () => Journey {
  let journey: Journey;
  let dataFolder = "";
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "loopwright-journey-"));
    server = await startServer({ dataFolder, ...options });
    browser = await launch();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    journey = { page, url: server.url, faults: watch(page, server.url) };
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await rm(dataFolder, { recursive: true });
  });
  return () => journey;
}

/** Replaces what stands in the editor. */
export async function writeCode(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
}

/** A file of a drill of the review track. */
export const drillFile = (path: string): string =>
  fileURLToPath(new URL(`../tracks/2-secure-code-review/drills/${path}`, import.meta.url));
