import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { expectAccessible } from "./browser.ts";
import { useJourney, writeCode } from "./journey.ts";
import { tabTo } from "./keyboard.ts";

const right = fileURLToPath(
  new URL(
    "../tracks/3-security-automation/drills/stale-keys/answer/exemplars/paginators/check_keys.py",
    import.meta.url,
  ),
);

const said = [
  "Every account gets a read-only role that the security account may assume.",
  "The owner is asked before anything is switched off.",
  "I would rotate all keys every 90 days, which is enough.",
];

/** Three questions, one after the other, and the grade of the replies. */
async function talk(page: Page): Promise<void> {
  await page.keyboard.press("n");
  for (const [index, reply] of said.entries()) {
    await page.getByRole("textbox", { name: `Reply to question ${index + 1}` }).fill(reply);
    await page.getByText(/^Saved/).waitFor();
    await page.keyboard.press("Control+Enter");
  }
  await page.getByRole("heading", { name: "Talk graded" }).waitFor();
  await page.getByText(/^Instead: A rotated key is a new long-lived key/).waitFor();
  await page.getByRole("region", { name: "How it can be said" }).waitFor();
}

describe.each([
  ["confined on the server", {}],
  ["in the browser, with bubblewrap hidden", { hideBubblewrap: true }],
])("%s", (_name, options) => {
  const journey = useJourney(options);

  it("a script from an empty editor: run on the sample, mended, and passed on accounts not shown", async () => {
    const { page, url, faults } = journey();
    const { keyboard } = page;
    await page.goto(`${url}/drills/stale-keys`);
    await tabTo(page, "main button");
    await keyboard.press("Enter");
    await page.locator(".cm-content").waitFor();
    expect(await page.locator(".cm-content").innerText()).toBe("\n");
    await keyboard.press("Control+Shift+Enter");
    await page.getByText(/^The program is empty/).waitFor();

    const whole = await readFile(right, "utf8");
    await writeCode(page, whole.replace("json.dump(", "json.dumb("));
    await keyboard.press("Control+Enter");
    const last = page.getByRole("region", { name: "Last run" });
    await last.getByText(/has no attribute 'dumb'/).waitFor({ timeout: 60_000 });
    await writeCode(page, whole);
    await keyboard.press("Control+Enter");
    await last.getByText("It ended with exit code 1.").waitFor();
    await last.getByText(/\d+ calls in the account/).click();
    await last.getByText("iam:ListUsers").first().waitFor();
    await expectAccessible(page);

    await page.getByText(/^Saved/).waitFor();
    await keyboard.press("Control+Shift+Enter");
    await page.getByRole("heading", { name: "Script graded" }).waitFor({ timeout: 90_000 });
    await page.getByText("100", { exact: true }).first().waitFor();
    await page.getByRole("tab", { name: "To take along" }).click();
    await page.getByText("iam:GetLoginProfile").waitFor();
    await expectAccessible(page);
    await talk(page);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });
});
