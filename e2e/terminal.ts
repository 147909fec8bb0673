import type { Locator, Page } from "playwright-core";

import { tabTo } from "./keyboard.ts";

export const outputOf = (page: Page): Locator =>
  page.getByRole("region", { name: "Terminal output" });

/** Types into the field of a terminal, one command or several lines of them, and waits until all have ended. */
export async function runCommand(page: Page, text: string): Promise<void> {
  const ended = outputOf(page).locator("ol > li");
  const before = await ended.count();
  const lines = text.trim().split("\n").length;
  await tabTo(page, "textarea[aria-label=Command]");
  await page.keyboard.insertText(text.trim());
  await page.keyboard.press("Enter");
  await ended.nth(before + lines - 1).waitFor({ timeout: 120_000 });
  await page.keyboard.press("Escape");
}

/** A file by the shell, as an engineer would without leaving the terminal. */
export const written = ({ path, text }: { path: string; text: string }): string =>
  `python -c 'import sys; open("${path}", "w").write(sys.argv[1])' '${text.replaceAll(/\s+/g, " ").trim()}'`;
