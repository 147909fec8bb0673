import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { startFakeModel, type FakeModel } from "../packages/model-client/test/fake-model.ts";
import { ask } from "./api.ts";
import { expectAccessible, launch, watch } from "./browser.ts";
import { tabTo } from "./keyboard.ts";
import { materialOf, type Material } from "./question-material.ts";
import { startServer, type RunningServer } from "./server.ts";

const bank = "/tracks/8-interview-scenarios/questions";

let dataFolder = "";
let browser: Browser;
let server: RunningServer;
let fake: FakeModel;
let page: Page;
let faults: string[] = [];
let asked: Material;
let shown: Material;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-questions-"));
  asked = await materialOf("crypto-symmetric-asymmetric");
  shown = await materialOf("ir-compromised-aws-credentials");
  fake = await startFakeModel();
  server = await startServer({ dataFolder });
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  faults = watch(page, server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await fake.close();
  await rm(dataFolder, { recursive: true });
});

/** Opens the bank and waits for its list. */
async function openBank(search = ""): Promise<void> {
  await page.goto(`${server.url}${bank}${search}`);
  await page.getByRole("list", { name: "Questions" }).waitFor();
}

/** Types into the field at hand as a dictation would, and waits until it is kept. */
async function write(text: string): Promise<void> {
  await page.keyboard.press("w");
  await page.keyboard.insertText(text);
  await page.getByText(/^Saved/).waitFor();
}

const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();

it("a question is found, answered, contested, probed and answered again, with the keyboard alone", async () => {
  const { keyboard } = page;
  await openBank();
  await expectAccessible(page);

  await keyboard.press("/");
  await keyboard.type(asked.title);
  await page.getByText(/^1 of \d+ questions$/).waitFor();
  await keyboard.press("Enter");
  await tabTo(page, "button");
  await keyboard.press("Enter");

  // The answer, and what it said.
  await page.getByRole("textbox", { name: "Answer" }).waitFor();
  await expectAccessible(page);
  await write(asked.decent);
  await keyboard.press("Control+Enter");
  await heading("Answer graded");
  expect(await page.locator("mark").count()).toBeGreaterThan(0);
  await expectAccessible(page);

  // What was not found is contested; the claim stands beside the verdict.
  await tabTo(page, "summary[aria-label^='Contest:']");
  await keyboard.press("Enter");
  await tabTo(page, "form button[type=submit]");
  await keyboard.press("Enter");
  await page.getByText(/^Own word: the point was made/).waitFor();
  await expectAccessible(page);

  // The interviewer asks on.
  await keyboard.press("n");
  await page.getByText(/^Probe 1 of/).waitFor();
  await expectAccessible(page);
  const probes = await page.getByRole("button", { name: /^Probe \d/ }).count();
  expect(probes).toBeGreaterThan(0);
  for (let number = 1; number <= probes; number++) {
    await page.getByRole("textbox", { name: `Reply to probe ${number}` }).waitFor();
    await write(asked.reply);
    await keyboard.press("Control+Enter");
  }
  await heading("Probes graded");
  await expectAccessible(page);

  // The second try: beside the first one, then the reviewed answer.
  await keyboard.press("n");
  await page.getByRole("textbox", { name: "Second try" }).waitFor();
  await expectAccessible(page);
  await write(asked.strong);
  await keyboard.press("Control+Enter");
  await heading("Second try graded");
  for (const name of ["First try", "Second try", "The reviewed answer", "Sources"]) {
    await heading(name);
  }
  await expectAccessible(page);
  await keyboard.press("n");
  await page.getByRole("region", { name: "Result" }).waitFor();
  await expectAccessible(page);

  // The bank knows it.
  await openBank(`?q=${encodeURIComponent(asked.title)}&tried=yes`);
  await page.getByText(/assed: \d+( to \d+)? of 100/).waitFor();
  expect(faults).toEqual([]);
});

it("an answer is shown only after it was told what that costs, and the question is given up", async () => {
  await openBank(`?q=${encodeURIComponent(shown.title)}`);
  await page.getByRole("button", { name: `Show the reviewed answer ${shown.title}` }).click();
  const dialog = page.getByRole("dialog", { name: "Show the reviewed answer?" });
  await dialog.getByText(/proves nothing for 14 days/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Show the reviewed answer" }).click();

  await heading("The reviewed answer");
  await expectAccessible(page);
  const sources = page.getByRole("region", { name: "Sources" }).getByRole("link");
  expect(await sources.count()).toBeGreaterThan(0);
  for (const link of await sources.all()) expect(await link.getAttribute("rel")).toBe("noreferrer");

  // Back leads to the same filter; the question was not practised by that.
  await page.goBack();
  await page.getByText(/^Answer shown, /).waitFor();
  await page.getByLabel("Practised").selectOption("no");
  await page.getByText(/^Answer shown, /).waitFor();
  await page.getByLabel("Practised").selectOption("");
  await page.goBack();
  expect(new URL(page.url()).searchParams.get("tried")).toBe("no");
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

/** Touches two points in words that the grader alone cannot place. */
const unclear = {
  speed:
    "The symmetric ciphers of our data platform were picked by a team that cared for little else.",
  "whose-public-key": "Somebody always asks how a public key came from its owner to us.",
};

/** A model that finds a point in what is said of it above, and in nothing else. */
function findsUnclear(input: unknown): unknown {
  const { points } = input as { points: { id: string }[] };
  const said: Record<string, string> = unclear;
  return {
    points: points.map(({ id }) => ({ id, met: id in said, quote: said[id] ?? "" })),
  };
}

type Graded = { range: string; alone: boolean };

/** One attempt up to its first grade: its range in words, and whether it says that the model failed. */
async function graded(text: string): Promise<Graded> {
  await openBank(`?q=${encodeURIComponent(asked.title)}`);
  await page.getByRole("button", { name: `Practise ${asked.title}` }).click();
  await page.getByRole("textbox", { name: "Answer" }).waitFor();
  await write(text);
  await page.keyboard.press("Control+Enter");
  await heading("Answer graded");
  await expectAccessible(page);
  const panel = page.getByRole("region", { name: "Answer graded" });
  const words = (await panel.textContent()) ?? "";
  const id = /attempts\/([^/]+)/.exec(page.url())?.[1];
  await page.goto(server.url);
  // Else the bank would go on with it.
  await ask(`${server.url}/api/attempts/${id}/give-up`, {});
  return {
    range: /\d+( to \d+)? of 100/.exec(words)?.[0] ?? "",
    alone: words.includes("Graded without the language model: "),
  };
}

const lowOf = ({ range }: Graded): number => Number(/\d+/.exec(range)?.[0]);

it("a language model is off, on, cut off in the middle of its answer, and off again", async () => {
  const text = Object.values(unclear).join(" ");
  const off = await graded(text);
  expect(off.alone).toBe(false);
  expect(fake.seen).toEqual([]);

  await page.goto(`${server.url}/settings`);
  await page.getByLabel(/^Use a language model/).click();
  await page.getByLabel("Base URL").fill(fake.baseUrl);
  await page.keyboard.press("Enter");
  await page.getByText("2 models are there.").waitFor();
  await page.getByLabel("Model", { exact: true }).fill("tiny");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Test the connection" }).click();
  await page
    .getByRole("strong")
    .filter({ hasText: /^Answered in/ })
    .waitFor();
  await expectAccessible(page);

  fake.answer = findsUnclear;
  const on = await graded(text);
  expect(lowOf(on)).toBeGreaterThan(lowOf(off));

  fake.mood = "cut off";
  expect(await graded(text)).toEqual({ ...off, alone: true });

  fake.mood = "good";
  await page.goto(`${server.url}/settings`);
  await page.getByLabel(/^Use a language model/).click();
  await page.getByLabel("Base URL").waitFor({ state: "detached" });
  const before = fake.seen.length;
  expect(await graded(text)).toEqual(off);
  expect(fake.seen.length).toBe(before);
  expect(faults).toEqual([]);
});
