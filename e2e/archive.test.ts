import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible, launch, watch } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

/** Two machines: what is exported on the first is imported on the second. */
let folders: string[] = [];
let servers: RunningServer[] = [];
let browser: Browser;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  folders = await Promise.all(
    ["from", "to"].map((name) => mkdtemp(join(tmpdir(), `loopwright-${name}-`))),
  );
  for (const dataFolder of folders) servers.push(await startServer({ dataFolder }));
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
});

afterAll(async () => {
  await browser.close();
  for (const server of servers) await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** Lines of an archive without the first, which says when, and the last, which has the checksum of that. */
const linesOf = (packed: Buffer): string[] =>
  gunzipSync(packed).toString().trimEnd().split("\n").slice(1, -1);

async function archiveOf(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/archive`);
  return linesOf(Buffer.from(await response.arrayBuffer()));
}

/** What the product plans by itself when a page is opened belongs to nobody's work. */
const said = (lines: readonly string[]) => lines.filter((line) => !line.includes('"made.day"'));

async function practise(url: string) {
  const graded = await ask(`${url}/api/attempts`, { drillId: "order-api", conditions: "practice" });
  const findings = [
    {
      id: "a",
      file: "orders.py",
      from: 42,
      to: 42,
      cwe: 89,
      severity: "high",
      impact: "“ü”\u0000",
    },
  ];
  const at = `${url}/api/attempts/${String(graded.json["id"])}`;
  await ask(`${at}/submit`, { stage: "review", answer: { findings } });
  await ask(`${at}/give-up`, {});
  await ask(`${url}/api/attempts`, { drillId: "order-api", conditions: "interview" });
  const body = { id: "m", title: "Kept", elements: [], flows: [] };
  await ask(`${url}/api/documents`, { type: "threat-model", title: "Kept", body });
}

const open = async (url: string, path: string) => {
  faults = watch(page, url);
  await page.goto(`${url}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
};

it("what is exported on one machine is the same on another", async () => {
  const [from, to] = servers.map(({ url }) => url) as [string, string];
  await practise(from);
  await open(from, "/data");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export everything" }).click(),
  ]);
  const file = await download.path();
  const wanted = await archiveOf(from);
  expect(linesOf(readFileSync(file))).toEqual(wanted);
  expect(wanted.join("\n")).toMatch(/order-api/);

  await open(to, "/data");
  const packed = {
    name: "mine.jsonl.gz",
    mimeType: "application/gzip",
    buffer: readFileSync(file),
  };
  await page.getByLabel(/An archive that/).setInputFiles(packed);
  await page.getByText("The archive holds 2 attempts").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByText("Imported: 2 attempts").waitFor();
  expect(said(await archiveOf(to))).toEqual(said(wanted));
  expect(faults).toEqual([]);
});

it("what is there gives way only after a word was typed, and is backed up", async () => {
  const [from, to] = servers.map(({ url }) => url) as [string, string];
  await practise(to);
  const before = said(await archiveOf(to));
  const archive = await (await fetch(`${from}/api/archive`)).arrayBuffer();
  const packed = { name: "a.gz", mimeType: "application/gzip", buffer: Buffer.from(archive) };
  await open(to, "/data");
  await page.getByLabel(/An archive that/).setInputFiles(packed);
  const replace = page.getByRole("button", { name: "Replace everything" });
  await replace.waitFor();
  expect(await replace.isDisabled()).toBe(true);
  await page.getByLabel(/to confirm/).fill("replace");
  await replace.click();
  await page.getByText("What was here before is in").waitFor();
  expect(said(await archiveOf(to))).toEqual(said(linesOf(packed.buffer)));
  const [backup = ""] = await readdir(join(folders[1]!, "backups"));
  expect(said(linesOf(readFileSync(join(folders[1]!, "backups", backup))))).toEqual(before);

  await page.getByLabel(/An archive that/).setInputFiles({ ...packed, buffer: Buffer.from("no") });
  await page.getByText("The file is no archive of Loopwright").waitFor();
  expect(said(await archiveOf(to))).toEqual(said(linesOf(packed.buffer)));
});

it("a sample learner is looked at and left, and nothing else changes", async () => {
  const [, to] = servers.map(({ url }) => url) as [string, string];
  const before = said(await archiveOf(to));
  await open(to, "/data");
  await page.getByRole("button", { name: "Load the sample learner" }).click();
  const banner = page.getByRole("complementary", { name: "Sample learner" });
  await banner.waitFor({ timeout: 400_000 });
  for (const path of ["/attempts", "/data", "/tracks", "/"]) {
    await open(to, path);
    await banner.waitFor();
    await expectAccessible(page);
  }
  expect(said(await archiveOf(to))).toEqual(before);
  await banner.getByRole("button", { name: "Leave the sample" }).click();
  await banner.waitFor({ state: "detached" });
  expect(said(await archiveOf(to))).toEqual(before);
  expect(faults).toEqual([]);
}, 500_000);

it("everything is deleted after words were typed", async () => {
  const [, to] = servers.map(({ url }) => url) as [string, string];
  await open(to, "/data");
  await page.getByRole("button", { name: "Delete everything" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByLabel(/to confirm/).fill("delete everything");
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await page.waitForURL(`${to}/`);
  expect(said(await archiveOf(to))).toHaveLength(1);
  expect(await readdir(folders[1]!)).not.toContain("backups");
});
