import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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
    expect(faults).toEqual([]);
  });
});
