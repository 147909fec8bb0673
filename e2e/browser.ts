import { createRequire } from "node:module";
import { chromium, type Browser, type Page } from "playwright-core";
import { expect } from "vitest";

// @ts-expect-error plain JavaScript, shared with the set-up
import { chromium as chromiumPath } from "../scripts/tools.js";

export const launchOptions = {
  executablePath: chromiumPath() as string,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const launch = (): Promise<Browser> => chromium.launch(launchOptions);

const axeScript = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Runs axe in a world of its own, so that the page's policy on scripts stays as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page);
  const { readFile } = await import("node:fs/promises");
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "axe",
  });
  const evaluate = async (expression: string) =>
    session.send("Runtime.evaluate", {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
  await evaluate(await readFile(axeScript, "utf8"));
  const { result } = await evaluate(
    `axe.run(document, { runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"] })
      .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) =>
        id + ": " + nodes.map(({ target, failureSummary }) => target.join(" ") + " (" + failureSummary + ")").join("; "))))`,
  );
  await session.detach();
  expect({ page: page.url(), violations: JSON.parse(String(result.value)) }).toEqual({
    page: page.url(),
    violations: [],
  });
}

/** Waits for fonts and for transitions to end: half-faded text has half its contrast. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      // An editor's caret blinks for ever.
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** Collects what a page must never do: errors, refused policies, requests to other hosts. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) {
      faults.push(`request: ${url}`);
    }
  });
  return faults;
}
