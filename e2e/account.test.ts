import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { parse } from "yaml";

import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";
import { tabTo } from "./keyboard.ts";
import { outputOf, runCommand, written } from "./terminal.ts";

const journey = useJourney();
const slug = "settlement-from-a-build-key";

type Action = { in: string; run?: string; save?: { path: string; text: string } };

async function exemplar(): Promise<Action[]> {
  const path = `../tracks/7-amazon-specific-prep/drills/${slug}/answer/exemplars/version-gone-role-named/answer.yaml`;
  const text = await readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
  return (parse(text) as { actions: Action[] }).actions;
}

async function submit(page: Page, stage: string): Promise<void> {
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: `${stage} graded` }).waitFor({ timeout: 60_000 });
  await expectAccessible(page);
}

it("an escalation over two accounts is found and closed by terminal, and holds over a reload", async () => {
  const { page, url, faults } = journey();
  const actions = await exemplar();
  const work = (stage: string) => actions.filter((action) => action.in === stage);
  await page.goto(`${url}/drills/${slug}`);
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Command" }).waitFor();
  await expectAccessible(page);

  for (const action of work("reach")) await runCommand(page, action.run!);
  const output = outputOf(page);
  await output.getByText(/assumed-role\/settlement-operator\//).waitFor();
  // What was done is rebuilt from its record, and nothing of it happens again.
  await page.reload();
  await output.getByText(/assumed-role\/settlement-operator\//).waitFor();
  await expectAccessible(page);
  await submit(page, "Way in");
  await page.keyboard.press("n");

  await page.getByRole("textbox", { name: "Command" }).waitFor();
  for (const action of work("close")) await runCommand(page, action.run ?? written(action.save!));
  await submit(page, "Repair");
  expect(await page.locator("body").innerText()).toMatch(/100\s+of 100/);
  expect(faults).toEqual([]);
}, 600_000);
