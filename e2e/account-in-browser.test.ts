import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";

import { useJourney } from "./journey.ts";
import { tabTo } from "./keyboard.ts";
import { outputOf, runCommand, written } from "./terminal.ts";

const journey = useJourney({ hideBubblewrap: true });
const slug = "claims-outlive-the-writer";

type Action = { run?: string; save?: { path: string; text: string } };

async function exemplar(): Promise<Action[]> {
  const path = `../tracks/7-amazon-specific-prep/drills/${slug}/answer/exemplars/denied-at-the-bucket/answer.yaml`;
  const text = await readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
  return (parse(text) as { actions: Action[] }).actions;
}

async function begin(drill: string): Promise<void> {
  const { page, url } = journey();
  await page.goto(`${url}/drills/${drill}`);
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Command" }).waitFor();
}

it("without bubblewrap, the terminal of an account runs in the page and the server grades", async () => {
  const { page, faults } = journey();
  await begin(slug);
  const output = outputOf(page);

  await runCommand(page, "aws sts get-caller-identity");
  await output.getByText(/"Account": "818283848586"/).waitFor();
  // The interpreter stays: what the shell knows is there in the next command.
  await runCommand(page, "export KEPT=from-before; mkdir -p deep && cd deep");
  await runCommand(page, 'echo "$KEPT in $(pwd)"');
  await output.getByText(/from-before in .*\/deep/).waitFor();
  await runCommand(page, "aws s3api get-object --bucket no-such-bucket --key a b");
  await output.getByText(/NoSuchBucket/).waitFor();

  // Another page has an interpreter of its own, and the same account, files and variables.
  await runCommand(page, "cd .. && echo kept > note.txt");
  await page.reload();
  await output.getByText(/from-before in/).waitFor();
  await runCommand(page, "cat note.txt && echo $KEPT again");
  await output.getByText(/kept\s+from-before again/).waitFor();

  for (const { run, save } of await exemplar()) await runCommand(page, run ?? written(save!));
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("heading", { name: /graded$/ }).waitFor({ timeout: 60_000 });
  expect(await page.locator("body").innerText()).toMatch(/100\s+of 100/);
  await page.getByText("The commands ran in this browser.").waitFor();
  expect(faults).toEqual([]);
}, 300_000);

it("an interpreter that ends while it works is replaced, with its files", async () => {
  const { page } = journey();
  const ended = outputOf(page).getByText(/The interpreter ended/);
  await begin("payout-role-by-prefix");
  await runCommand(page, "echo stays > note.txt");
  await runCommand(page, "python -c 'import os; os.abort()'");
  await ended.waitFor();
  await runCommand(page, "cat note.txt");
  await outputOf(page).getByText("stays", { exact: true }).waitFor();

  // The page that leaves takes it along.
  await tabTo(page, "textarea[aria-label=Command]");
  await page.keyboard.insertText("python -c 'while True: pass'");
  await page.keyboard.press("Enter");
  await page.getByText(/Running… [1-9]/).waitFor();
  await page.reload();
  await ended.nth(1).waitFor();
  await runCommand(page, "cat note.txt note.txt");
  const last = await outputOf(page).locator("ol > li").last().innerText();
  expect(last).toMatch(/stays\s+stays/);
}, 120_000);

it("where the picture of its memory cannot be used, the interpreter boots without", async () => {
  const { page } = journey();
  const asked: string[] = [];
  await page.route("**/*.snapshot", async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ body: Buffer.alloc(1_000_000, 7) });
  });
  await begin("settlement-from-a-build-key");
  await runCommand(page, "echo $AWS_REGION plainly");
  await outputOf(page).getByText("eu-west-1 plainly").waitFor();
  expect(asked).toHaveLength(1);
}, 120_000);
