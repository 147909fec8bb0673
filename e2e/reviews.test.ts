import { readFile } from "node:fs/promises";

import { expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";

const journey = useJourney();

const nasty = {
  front: 'Does <script>window.ran = 1</script> run? <img src=x onerror="window.ran = 1"> &lt;b&gt;',
  back: "[No](javascript:window.ran=1): <svg onload=window.ran=1> stays **text**",
  concepts: ["xss"],
};

/** What is asked: the text of the card at hand. */
const cardText = () => journey().page.getByRole("article").innerText();

/** Presses a key and waits until this card stands there; where none is named, another one or none. */
async function press(key: string, card?: string): Promise<void> {
  const { page } = journey();
  const article = page.getByRole("article");
  const before = (await article.allInnerTexts()).join();
  await page.keyboard.press(key);
  await expect
    .poll(async () => (await article.allInnerTexts()).join())
    .toSatisfy((now: string) => (card === undefined ? now !== before : now === card));
}

it("cards are reviewed, undone and suspended with the keyboard alone", async () => {
  const { page, url, faults } = journey();
  await ask(`${url}/api/cards`, nasty);
  await page.goto(`${url}/attempts`);
  await page.getByRole("heading", { name: "Attempts", exact: true }).waitFor();
  await page.keyboard.type("gv");
  await page.getByRole("button", { name: /Show the back/ }).waitFor();
  await expectAccessible(page);

  // The same words as before the parser of Markdown was there, but for the paragraphs around them.
  const first = await cardText();
  expect(first).toContain("Does <script>window.ran = 1</script> run?");
  expect(first).toContain("&lt;b&gt;");
  await page.keyboard.press("4");
  expect(await cardText()).toBe(first);
  await press("Space");
  expect(await cardText()).toMatch(/No: <svg onload=window.ran=1> stays text/);
  expect(await page.getByRole("button", { name: /Easy/ }).innerText()).toMatch(/8 days/);
  await expectAccessible(page);
  await press("4");

  const second = await cardText();
  expect(second).not.toContain("script");
  await press("z", first);
  await press("s", second);
  await press("z", first);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(faults).toEqual([]);
});

it("a day goes to its end, and a reload undoes no more than it should", async () => {
  const { page, url } = journey();
  for (let left = 10; left > 0; left--) {
    await press("Enter");
    await press("4");
  }
  await page.getByText(/^Done for now: 10 reviews today/).waitFor();
  expect(await page.locator("main").innerText()).toMatch(
    /new cards wait: the limit of the day is reached/,
  );
  await expectAccessible(page);
  await page.reload();
  await page.getByText(/^Done for now/).waitFor();
  await press("z");
  await page.getByRole("button", { name: /Show the back/ }).waitFor();
  const { json } = await ask(`${url}/api/reviews`);
  expect(json).toMatchObject({ done: 9, fresh: 1 });
});

it("all cards are searched and filtered, taken in from text and given out for Anki", async () => {
  const { page, url, faults } = journey();
  await page.goto(`${url}/reviews/cards`);
  await page.getByRole("searchbox").fill("window.ran");
  await page.getByText("1 found").waitFor();
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await page.getByRole("link", { name: /^Suspended 1/ }).click();
  await page.getByText(/^suspended$/).waitFor();
  expect(page.url()).toMatch(/q=window.ran&show=suspended/);
  await expectAccessible(page);

  const text = "one front\tits back\tone-tag\nalone\none front\tagain\n";
  await page.getByLabel(/^Text file of cards/).setInputFiles({
    name: "cards.tsv",
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 card added.").waitFor();
  expect(await dialog.innerText()).toMatch(
    /1 were there already \(line 3\)[\s\S]*Line 2 Front and back/,
  );
  await page.keyboard.press("Escape");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export for Anki" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("loopwright-cards.apkg");
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe("PK");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(faults).toEqual([]);
});
