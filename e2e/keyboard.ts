import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Presses Tab until the focused element matches; fails after a whole round of the page. Waits until
 * such an element is there: a page that still loads has nothing to walk through.
 */
export async function tabTo(page: Page, selector: string, { back = false } = {}): Promise<void> {
  await page.locator(selector).first().waitFor({ state: "attached" });
  for (let presses = 0; presses < 80; presses++) {
    if (await focusMatches(page, selector)) return;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  expect.fail(`Tab never reached ${selector} on ${page.url()}`);
}

const focusMatches = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);

/** Moves the line cursor of the code to a line. */
export async function goToLine(page: Page, line: number): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    const here = await page.evaluate(() =>
      Number(document.activeElement?.getAttribute("data-line") ?? 0),
    );
    if (here === line) return;
    await page.keyboard.press(here < line ? "ArrowDown" : "ArrowUp");
  }
  expect.fail(`the cursor never reached line ${line}`);
}

type Marking = { from: number; to: number; cwe: string; severity: string; impact: string };

/** Marks lines and says what is wrong with them, from the code back to the code. */
export async function markLines(page: Page, { from, to, cwe, severity, impact }: Marking) {
  await goToLine(page, from);
  for (let line = from; line < to; line++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Class (CWE)" }).waitFor();
  await page.keyboard.type(cwe);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await tabTo(page, "input[type=radio]");
  const order = ["low", "medium", "high", "critical"];
  await page.keyboard.press("Space");
  for (let at = 0; at < order.indexOf(severity); at++) await page.keyboard.press("ArrowRight");
  await tabTo(page, "textarea");
  await page.keyboard.type(impact);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("combobox", { name: "Class (CWE)" }).waitFor({ state: "detached" });
}
