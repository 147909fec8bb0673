import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible, launch, watch } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

let dataFolder = "";
let browser: Browser;
let server: RunningServer;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-library-"));
  server = await startServer({ dataFolder });
  browser = await launch();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  page = await context.newPage();
  faults = watch(page, server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true });
});

const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();

it("something half remembered is found and read, with the keyboard alone", async () => {
  const { keyboard } = page;
  await page.goto(server.url);
  await page.locator("h1").first().waitFor();
  await keyboard.press("g");
  await keyboard.press("l");
  await heading("Library");
  await page.getByText(/^It covers \d+ guides/).waitFor();
  await keyboard.press("/");
  await keyboard.type("confusd deputy");
  await page.getByRole("link", { name: /^The confused deputy/ }).waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("confusd deputy");
  await expectAccessible(page);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await heading("IAM: who may do what, and who decides");

  // The heading that was found has the focus, and is in sight.
  const found = page.getByRole("heading", { name: "The confused deputy" });
  await expect.poll(() => found.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await found.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(900);

  // One step back is the search as it was.
  await page.goBack();
  await page.getByRole("link", { name: /^The confused deputy/ }).waitFor();
  expect(await page.getByRole("searchbox", { name: "Search" }).inputValue()).toBe("confusd deputy");
});

it("the palette hands on what it does not have", async () => {
  await page.goto(server.url);
  await page.locator("h1").first().waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Find" }).waitFor();
  await page.keyboard.type("confused deputy");
  await page.getByRole("menuitem", { name: "Search the library for “confused deputy”" }).click();
  await page.getByText(/^\d+ found\.$/).waitFor();
  expect(await page.locator("mark").first().textContent()).toMatch(/confused|deputy/i);
});

it("every section that the search knows has its heading in the guide", async () => {
  const { json } = await ask(`${server.url}/api/search?q=sources&kind=guide`);
  const [group] = json["groups"] as { hits: { target: Target; heading: { text: string } }[] }[];
  type Target = { trackId: string; slug: string; anchor: string };
  const hits = group?.hits ?? [];
  expect(hits.length).toBeGreaterThan(5);
  for (const { target, heading } of hits.slice(0, 6)) {
    await page.goto(
      `${server.url}/tracks/${target.trackId}/guides/${target.slug}#${target.anchor}`,
    );
    const there = page.locator(`[id="${target.anchor}"]`);
    await there.waitFor();
    expect(await there.textContent()).toBe(heading.text);
  }
});

it("without a voice on this computer, reading aloud says what to do", async () => {
  await page.goto(`${server.url}/tracks/1-threat-modeling/guides/tls-handshakes`);
  await page.getByRole("button", { name: "Read aloud" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).getByText("Read aloud").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await page.getByText("No voice is installed on this computer.").waitFor();
  expect(await page.getByText(/speech-dispatcher/).count()).toBe(1);
  await expectAccessible(page);
});

it("on paper there is the text alone, with the addresses of its links, black on white", async () => {
  await page.evaluate(() => (document.documentElement.dataset["scheme"] = "dark"));
  await page.goto(`${server.url}/tracks/7-amazon-specific-prep/guides/iam`);
  await page.getByRole("heading", { name: "The order of a decision" }).waitFor();
  await page.evaluate(() => (document.documentElement.dataset["scheme"] = "dark"));
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => {
    const link = document.querySelector("article a[data-address]");
    return {
      ink: getComputedStyle(document.querySelector("article p") ?? document.body).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      address: link && getComputedStyle(link, "::after").content,
    };
  });
  expect(seen).toMatchObject({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
  expect(seen.address).toContain("https://docs.aws.amazon.com/");
  for (const hidden of ["navigation", "button"] as const) {
    expect(await page.getByRole(hidden).count()).toBe(0);
  }
  await page.emulateMedia({ media: "screen" });
  expect(faults).toEqual([]);
});
