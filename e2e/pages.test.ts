import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible, launch, watch } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

const ownModel = fileURLToPath(new URL("../docs/threat-model/loopwright.json", import.meta.url));

let dataFolder = "";
let browser: Browser;
let server: RunningServer;
let paths: string[] = [];

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-pages-"));
  server = await startServer({ dataFolder });
  browser = await launch();
  const begin = async () => {
    const body = { drillId: "order-api", conditions: "practice" };
    return String((await ask(`${server.url}/api/attempts`, body)).json["id"]);
  };
  const [open, graded, over] = [await begin(), await begin(), await begin()];
  const findings = [
    {
      id: "a",
      file: "orders.py",
      from: 42,
      to: 42,
      cwe: 89,
      severity: "high",
      impact: "It leaks.",
    },
    { id: "b", file: "orders.py", from: 28, to: 29, cwe: 89, severity: "high", impact: "" },
  ];
  const review = { stage: "review", answer: { findings } };
  await ask(`${server.url}/api/attempts/${graded}/submit`, review);
  await ask(`${server.url}/api/attempts/${over}/submit`, review);
  await ask(`${server.url}/api/attempts/${over}/give-up`, {});
  const own = JSON.parse(await readFile(ownModel, "utf8"));
  const kept = { type: "threat-model", title: own.title, body: own };
  const model = String((await ask(`${server.url}/api/documents`, kept)).json["id"]);
  const studio = "/tracks/1-threat-modeling/studio";
  paths = [
    "/tracks/1-threat-modeling",
    studio,
    `${studio}?model=${model}`,
    `${studio}?model=${model}&view=findings`,
    `${studio}?model=${model}&view=threats&part=escape`,
    "/",
    "/tracks",
    "/tracks/2-secure-code-review",
    "/tracks/2-secure-code-review/guides/sinks",
    "/drills/order-api",
    "/tracks/8-interview-scenarios",
    "/tracks/8-interview-scenarios/questions",
    "/tracks/8-interview-scenarios/questions?topic=web&q=nothing+like+it",
    "/plan",
    "/library",
    "/library?q=iam+role",
    "/library?q=kms&kind=card",
    "/library?q=zqxvbj",
    "/readiness",
    "/readiness?open=owasp-2025-a01",
    "/attempts",
    "/settings",
    `/attempts/${open}/review`,
    `/attempts/${graded}/review`,
    `/attempts/${graded}/repair`,
    `/attempts/${over}`,
    "/nothing/here",
  ];
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true });
});

/** How far the page itself can be scrolled sideways; panes inside it may. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([1440, 390])("at %i px", (width) => {
  it.each(["light", "dark"] as const)("every page is accessible and whole, %s", async (scheme) => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme: scheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const faults = watch(page, server.url);
    for (const path of paths) {
      await page.goto(server.url + path);
      await page.locator("h1").first().waitFor();
      await page.getByText("Loading").waitFor({ state: "detached" });
      await page.getByText("Opening …").waitFor({ state: "detached" });
      await expectAccessible(page);
      expect({ path, overhang: await overhang(page) }).toEqual({ path, overhang: 0 });
    }
    // An address that leads nowhere is answered with the page, which says so.
    expect(faults).toEqual([]);
    await context.close();
  });
});
