import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

import { expectAccessible } from "./browser.ts";
import { drillFile, useJourney, writeCode } from "./journey.ts";
import { markLines, tabTo } from "./keyboard.ts";

const drill = "session-sharing-change";
const repaired = ["partners.js", "console.js"].map((name) => ({
  name,
  file: drillFile(`${drill}/answer/exemplars/origins-and-fetch-metadata/files/${name}`),
}));

const journey = useJourney();

it("a JavaScript change: read as a diff, marked where it did not touch, debriefed and repaired", async () => {
  const { page, url, faults } = journey();
  const { keyboard } = page;
  await page.goto(`${url}/drills/${drill}`);
  await page.getByText("JavaScript", { exact: true }).first().waitFor();
  await keyboard.press("Enter");
  await page.getByText("Sellers work with our orders in Tillgate and Packmate").first().waitFor();
  await page.getByRole("grid", { name: "partners.js" }).waitFor();
  await expectAccessible(page);

  // A new file is all change; the next ones are opened from the tree of files.
  await tabTo(page, "[data-file='partners.js'] [data-line]");
  await markLines(page, {
    from: 13,
    to: 13,
    cwe: "942",
    severity: "high",
    impact:
      "endsWith lets eviltillgate.example through, and its page reads orders with the seller's session.",
  });
  // The flaw sits in a file that the change did not touch: it is folded, and can be opened and marked.
  await page
    .getByRole("button", { name: /console\.js/ })
    .first()
    .click();
  const untouched = page.locator("[data-file='console.js']");
  await untouched.locator("[data-line='18']").click();
  await markLines(page, {
    from: 18,
    to: 24,
    cwe: "346",
    severity: "high",
    impact:
      "Any page loads boot.js in a script tag, the cookie goes along, and it reads name, IBAN and CSRF token.",
  });
  await page.getByText(/^Saved/).waitFor();
  await keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Review graded" }).waitFor();
  await page
    .getByText(/never marked/)
    .first()
    .waitFor();
  await expectAccessible(page);

  await keyboard.press("n");
  await page.locator(".cm-content").waitFor();
  for (const { name, file } of repaired) {
    await page.getByRole("tab", { name }).click();
    await writeCode(page, await readFile(file, "utf8"));
  }
  await keyboard.press("Control+Enter");
  await page
    .getByText(/POST \/login/)
    .first()
    .waitFor();
  await keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Repair graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
