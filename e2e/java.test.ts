import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

import { expectAccessible } from "./browser.ts";
import { drillFile, useJourney, writeCode } from "./journey.ts";
import { markLines, tabTo } from "./keyboard.ts";

const repaired = drillFile(
  "catalog-feed-import/answer/exemplars/three-checks/files/market/FeedImport.java",
);

const journey = useJourney();

it("a Java drill: marked, debriefed, repaired with a compile error on the way, and passed", async () => {
  const { page, url, faults } = journey();
  const { keyboard } = page;

  await page.goto(`${url}/drills/catalog-feed-import`);
  await page.getByText("Java", { exact: true }).first().waitFor();
  await keyboard.press("Enter");
  await page.getByRole("grid", { name: "market/FeedImport.java" }).waitFor();
  // In an interview one may ask what an API does: the lab stands beside the brief.
  await keyboard.press("l");
  await page.getByText("lab.sql", { exact: false }).first().waitFor();
  await expectAccessible(page);
  await keyboard.press("l");
  await tabTo(page, "[data-line]");
  await markLines(page, {
    from: 81,
    to: 84,
    cwe: "611",
    severity: "high",
    impact: "A merchant's feed names a file of the server, and its secrets come back as a title.",
  });
  await page.getByText(/^Saved/).waitFor();
  await keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Review graded" }).waitFor();
  await expectAccessible(page);

  await keyboard.press("n");
  await page.locator(".cm-content").waitFor();
  const right = await readFile(repaired, "utf8");
  await writeCode(page, right.replace("package market;", "package market"));
  await keyboard.press("Control+Enter");
  await page
    .getByText(/FeedImport\.java:1/)
    .first()
    .waitFor();
  await writeCode(page, right);
  await keyboard.press("Control+Enter");
  await page
    .getByText(/→ 20[01]/)
    .first()
    .waitFor();
  await keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Repair graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
