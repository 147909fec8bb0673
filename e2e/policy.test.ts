import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";
import { tabTo } from "./keyboard.ts";

const answer = (path: string): Promise<string> =>
  readFile(
    fileURLToPath(
      new URL(
        `../tracks/7-amazon-specific-prep/drills/refund-ledger-key/answer/${path}/files/key-policy.json`,
        import.meta.url,
      ),
    ),
    "utf8",
  );

const journey = useJourney();

it("a KMS key policy is repaired with the trace open, with the keyboard alone", async () => {
  const { page, url, faults } = journey();
  const { keyboard } = page;
  const write = async (text: string) => {
    await page.evaluate((one) => navigator.clipboard.writeText(one), text);
    await tabTo(page, ".cm-content", { back: true });
    await keyboard.press("Control+a");
    await keyboard.press("Control+v");
  };
  const leave = async () => {
    await keyboard.press("Escape");
    await keyboard.press("Tab");
  };

  await page.goto(`${url}/drills/refund-ledger-key`);
  await page.getByRole("heading", { level: 1, name: /key policy/i }).waitFor();
  await keyboard.press("Enter");
  await page.locator(".cm-content").waitFor();
  await expectAccessible(page);

  // The start locks its own account out; the trace says which gate does it.
  await tabTo(page, ".cm-content");
  await keyboard.press("Control+Enter");
  const surprise = "An administrator mends the policy: denied, and is to be allowed";
  await page.getByText(surprise).waitFor();
  await leave();
  await tabTo(page, "li details > summary");
  await keyboard.press("Enter");
  const trace = page.getByRole("list", { name: /How “An administrator mends/ });
  await trace.getByText("settles it").waitFor();
  await trace.getByText(/Statement 1 \(Enable IAM policies\) does not apply/).waitFor();
  await expectAccessible(page);

  // A slip is underlined and told before anything is decided.
  const right = await answer("exemplars/iam-administers-the-key-names");
  await write(right.replace('"Action"', '"Acton"'));
  await page.getByText("Has prohibited field Acton.").waitFor();
  await expectAccessible(page);

  // A repair that hands everything to IAM decides the trace's example, and another one wrongly.
  await write(await answer("wrong/delegates-everything"));
  await keyboard.press("Control+Enter");
  await page.getByText("An administrator mends the policy: allowed, as stated").waitFor();
  await page
    .getByText("A worker decrypts without a context: allowed, and is to be denied")
    .waitFor();
  await trace.getByText(/whose identity policies decide/).waitFor();

  await write(right);
  await keyboard.press("Control+Enter");
  await page.getByText("A worker decrypts without a context: denied, as stated").waitFor();
  await page.getByText(/^Saved/).waitFor();
  await keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: "Policies graded" }).waitFor();
  await page.getByText("100", { exact: true }).first().waitFor();
  await expectAccessible(page);

  await tabTo(page, "[role=tab]");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  const exemplar = page.getByRole("tabpanel", { name: /\w+ \w+/ });
  await exemplar.getByRole("textbox", { name: "Key policy" }).waitFor();
  expect(await page.getByRole("tab", { selected: true }).textContent()).not.toBe("Submitted");
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
