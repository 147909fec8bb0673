import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { launch } from "../e2e/browser.ts";
import { startServer } from "../e2e/server.ts";
import { below, median, type Figure } from "./table.ts";

/** Today on loopback in a new browser profile each time, and the JavaScript it needed before it showed. */
export async function firstPage(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "loopwright-bench-"));
  const server = await startServer({ dataFolder });
  const browser = await launch();
  const times: number[] = [];
  let scriptBytes = 0;
  for (let round = 0; round < 5; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response.body());
    });
    const began = performance.now();
    await page.goto(server.url);
    await page.locator("main h1").waitFor();
    times.push(performance.now() - began);
    const bodies = await Promise.all(scripts);
    scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    await context.close();
  }
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
  return [
    below({
      what: "first page in Chromium, median of 5",
      value: median(times),
      below: 1000,
      unit: "ms",
    }),
    below({
      what: "JavaScript before it shows, gzip",
      value: scriptBytes / 1024,
      below: 200,
      unit: "KB",
    }),
  ];
}
