import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";

import { ask } from "./api.ts";
import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";

const journey = useJourney();
const studio = "/tracks/1-threat-modeling/studio";

const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Canvas" });

/** Waits until what was kept says so, and the page knows: an earlier save is told in the same word. */
async function saved(page: Page, url: string, says: (body: string) => boolean): Promise<void> {
  const id = new URL(page.url()).searchParams.get("model")!;
  const kept = async () => JSON.stringify((await ask(`${url}/api/documents/${id}`)).json["body"]);
  await expect.poll(async () => says(await kept()), { timeout: 20_000 }).toBe(true);
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();
}

/** Of a part that stands still: the view may be on its way to where everything is shown. */
const middle = async (one: Locator) => {
  const find = async () => (await one.boundingBox())!;
  let box = await find();
  for (let still = 0; still < 3;) {
    await one.page().waitForTimeout(60);
    const next = await find();
    still = next.x === box.x && next.y === box.y ? still + 1 : 0;
    box = next;
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Adds a part by its button; its name is typed where it stands. */
async function add(page: Page, button: string, name: string): Promise<void> {
  await toolbar(page).getByRole("button", { name: button }).click();
  await page.getByRole("application").getByRole("textbox").waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

/** Presses on a part, and lets go on another place. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

it("a model is drawn with the mouse, saved, changed, and compared with what it was", async () => {
  const { page, url, faults } = journey();
  await page.goto(url + studio);
  await page.getByRole("button", { name: "New model" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "New model" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Photo sharing");

  await add(page, "Zone", "Internet");
  await page.getByLabel("Trust, 0 to 100").fill("0");
  await add(page, "Actor", "Customer");
  await page.mouse.click(1060, 300);
  await add(page, "Zone", "Cloud");
  await page.getByLabel("Trust, 0 to 100").fill("80");
  await add(page, "Process", "Photo API");
  await toolbar(page).getByRole("button", { name: "Show everything" }).click();

  const customer = page.getByRole("group", { name: /^Customer/ });
  const api = page.getByRole("group", { name: /^Photo API/ });
  await customer.click();
  const grip = customer.locator(".react-flow__handle-right");
  await drag(page, await middle(grip), await middle(api));
  await page.keyboard.type("upload");
  await page.keyboard.press("Enter");
  await saved(page, url, (body) => body.includes("upload"));
  await page.reload();
  await page.getByRole("group", { name: /^Photo API/ }).waitFor();

  await page.getByRole("tab", { name: /^Findings/ }).click();
  const finding = page.getByText("Photo API takes requests of Customer without knowing who sends");
  await finding.first().waitFor();
  await expectAccessible(page);

  // The change: the flow says how the caller is known.
  await page.getByRole("tab", { name: "Model" }).click();
  await page.getByRole("tab", { name: "Outline" }).click();
  await page
    .getByRole("treeitem", { name: /upload/ })
    .first()
    .click();
  await page.getByRole("combobox", { name: "Authentication" }).selectOption("session");
  await saved(page, url, (body) => body.includes(`"authentication":"session"`));
  await page.getByRole("tab", { name: "History" }).click();
  const meaning = page.getByRole("region", { name: "What it means" });
  await meaning
    .getByText(/upload/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Restore version/ }).click();
  await saved(page, url, (body) => !body.includes(`"authentication":"session"`));

  await page.getByRole("button", { name: "All models" }).click();
  await page.getByRole("button", { name: "Delete Photo sharing" }).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.getByRole("button", { name: "Photo sharing", exact: true }).waitFor();
  expect(faults).toEqual([]);
});

const composerFile = fileURLToPath(
  new URL("../packages/threat-model/src/formats/fixtures/parcel-lockers.tc.json", import.meta.url),
);

it("a Threat Composer file is imported, analysed and exported", async () => {
  const { page, url, faults } = journey();
  await page.goto(url + studio);
  await page.getByRole("button", { name: "From a file" }).click();
  await page.locator("input[type=file]").setInputFiles(composerFile);
  await page.getByText(/is Threat Composer/).waitFor();
  await page.getByRole("button", { name: "Make a model of it" }).click();
  await page.getByRole("tab", { name: /^Threats/ }).click();
  await page
    .getByText(/courier/)
    .first()
    .waitFor();

  // The file holds no diagram: it is typed, and the rules speak at once.
  await page.getByRole("tab", { name: "Model" }).click();
  await page.getByRole("tab", { name: "Lines" }).click();
  const lines = page.getByRole("textbox", { name: /lines/i });
  await lines.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(
    "\nzone street 0\nzone cloud 80\nprocess locker in street <iot-device>\n",
  );
  await page.keyboard.type("process desk in cloud <api>\nlocker -> desk: opened [MQTT]\n");
  await page.getByRole("tab", { name: /^Findings [1-9]/ }).click();
  await page
    .getByText(/locker/)
    .first()
    .waitFor();

  await page.getByRole("tab", { name: "Files and report" }).click();
  await page.getByRole("combobox", { name: "Format" }).selectOption({ label: "Threat Composer" });
  await page.getByText("This file cannot hold").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Download .*\.tc\.json/ }).click(),
  ]);
  const written = JSON.parse(await readFile(await download.path(), "utf8"));
  const read = JSON.parse(await readFile(composerFile, "utf8"));
  expect(written.threats).toHaveLength(read.threats.length);
  expect(written.workspace).toEqual(read.workspace);
  expect(JSON.stringify(written.assumptions)).toContain("custom:asked");
  expect(faults).toEqual([]);
});

it("a file that is hostile or broken is told with its place, and nothing is lost", async () => {
  const { page, url } = journey();
  const body = {
    format: 1,
    title: `<script>alert(1)</script>`,
    elements: [{ id: "a", name: `"><img src=x onerror=alert(1)>`, type: "process" }],
  };
  const made = await ask(`${url}/api/documents`, { type: "threat-model", title: "Hostile", body });
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    // Leaving what is not saved yet asks first; a script that ran would say something.
    if (dialog.type() !== "beforeunload") dialogs.push(dialog.message());
    void dialog.accept();
  });
  await page.goto(`${url}${studio}?model=${String(made.json["id"])}`);
  await page.getByRole("heading", { name: "<script>alert(1)</script>" }).waitFor();
  await page.getByRole("tab", { name: "Files and report" }).click();
  const give = (name: string, text: string) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (let at = 0; at < 8; at++) {
    const [name, last] = ["bcdefghi"[at]!, "abcdefgh"[at]!];
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(",")}]`);
  }
  for (const [name, text, told] of [
    ["cut.json", `{"format": 1,\n"title": "x", "elements": [`, /line 2/],
    ["bomb.yaml", `otmVersion: 0.2.0\n${bomb.join("\n")}\n`, /alias/i],
    ["nothing.json", "", /empty/i],
  ] as const) {
    await give(name, text);
    await page.getByRole("alert").filter({ hasText: told }).waitFor();
  }
  const large = join(await mkdtemp(join(tmpdir(), "loopwright-large-")), "large.json");
  await writeFile(large, `{"a":"${"x".repeat(50_000_000)}"}`);
  await page.locator("input[type=file]").setInputFiles(large);
  await page.getByRole("alert").filter({ hasText: /50 MB/ }).waitFor();
  await rm(dirname(large), { recursive: true });
  await page.getByRole("tab", { name: "Model" }).click();
  await page.getByRole("group", { name: /onerror/ }).waitFor();
  expect(dialogs).toEqual([]);
});
