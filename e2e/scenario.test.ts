import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { parse } from "yaml";

import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";
import { tabTo } from "./keyboard.ts";

const journey = useJourney();
const slug = "smart-lock-before-production";

type Smallest = {
  stages: {
    clarify: { scope: string; assumptions: string };
    draw: { model: string };
    threats: { threats: { text: string; targets: string[]; stride: string[] }[] };
    rank: { top: Ranked[]; residual: string };
    summary: { text: string };
  };
  actions: { ask: string }[];
};
type Ranked = {
  threat: string;
  likelihood: number;
  impact: number;
  mitigations: string;
  why?: string;
};

async function smallest(): Promise<Smallest> {
  const path = `../tracks/1-threat-modeling/drills/${slug}/answer/smallest.yaml`;
  return parse(await readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8")) as Smallest;
}

/** Submits the stage at hand, and goes on to the next. */
async function submit(page: Page, stage: string): Promise<void> {
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: `${stage} graded` }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("n");
}

it("a scenario is worked from the first question to the debrief with the keyboard alone", async () => {
  const { page, url, faults } = journey();
  const answer = await smallest();
  await page.goto(`${url}/drills/${slug}`);
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");

  await page.getByRole("textbox", { name: "Question" }).waitFor();
  await expectAccessible(page);
  for (const { ask } of answer.actions) {
    await tabTo(page, "form input");
    await page.keyboard.type(ask);
    await page.keyboard.press("Enter");
    await page.getByText(ask, { exact: true }).waitFor();
  }
  await tabTo(page, "aside textarea");
  await page.keyboard.type(answer.stages.clarify.scope);
  await submit(page, "Clarify");

  await page.getByRole("tab", { name: "Canvas" }).waitFor();
  await expectAccessible(page);
  await tabTo(page, "[role=tab]");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, "textarea");
  await page.keyboard.insertText(answer.stages.draw.model);
  await submit(page, "Draw");

  await page.getByRole("region", { name: "A change" }).waitFor();
  for (const [index, { text, targets, stride }] of answer.stages.threats.threats.entries()) {
    // Out of the field, where letters are actions.
    await tabTo(page, "main button, button");
    await page.keyboard.press("a");
    const card = page.locator(`[data-threat="t${index + 1}"]`);
    await card.locator("textarea:focus").waitFor();
    await page.keyboard.type(text);
    await tabTo(page, "summary");
    await page.keyboard.press("Enter");
    for (const target of targets) {
      await tabTo(page, `[data-threat="t${index + 1}"] input[value="${target}"]`);
      await page.keyboard.press("Space");
    }
    for (const letter of stride) {
      await tabTo(page, `[data-threat="t${index + 1}"] [name=stride][value=${letter}]`);
      await page.keyboard.press("Space");
    }
  }
  await submit(page, "Threats");

  const ids = answer.stages.threats.threats.map((_, index) => `t${index + 1}`);
  const named = Object.fromEntries(
    (answer.stages.threats.threats as { id?: string }[]).map(({ id }, at) => [id ?? "", ids[at]!]),
  );
  for (const [place, one] of answer.stages.rank.top.entries()) {
    await tabTo(page, `button[data-rank="${named[one.threat]}"]`);
    await page.keyboard.press("Enter");
    await page.locator(`[data-place="${place + 1}"] select:focus`).waitFor();
    await page.keyboard.type(String(one.likelihood));
    await page.keyboard.press("Tab");
    await page.keyboard.type(String(one.impact));
    await page.keyboard.press("Tab");
    await page.keyboard.type(one.mitigations);
    await page.keyboard.press("Tab");
    await page.keyboard.type(one.why ?? "");
  }
  await submit(page, "Ranking");

  await tabTo(page, "textarea");
  await page.keyboard.type(answer.stages.summary.text.trim());
  await submit(page, "Summary");
  await page
    .getByText(/Passed/)
    .first()
    .waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
