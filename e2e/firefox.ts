import { spawn, type ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { expect } from "vitest";

// @ts-expect-error plain JavaScript, shared with the set-up
import { firefox as firefoxPath } from "../scripts/tools.js";
import { Bidi } from "./bidi.ts";

export type Firefox = {
  open: (url: string) => Promise<void>;
  /** The page's text, once it matches. */
  waitFor: (wanted: RegExp) => Promise<string>;
  /** Until something that can be written in has the focus: a key that leads there takes a moment. */
  waitForField: () => Promise<void>;
  /** Keys that are pressed together, by their WebDriver values. */
  press: (...keys: string[]) => Promise<void>;
  /** Characters, one after the other. */
  type: (words: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Values of keys, https://www.w3.org/TR/webdriver/#keyboard-actions */
export const keys = { enter: "\uE007", control: "\uE009" };

/**
 * The system's own Firefox, over WebDriver BiDi. Playwright drives a Firefox of its own build only, which
 * is not what learners have.
 */
export async function openFirefox(profile: string): Promise<Firefox> {
  await mkdir(profile, { recursive: true });
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const child = spawn(firefoxPath() as string, args, { stdio: ["ignore", "ignore", "pipe"] });
  const bidi = await Bidi.connect(`${await address(child)}/session`);
  await bidi.send("session.new", { capabilities: {} });
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>(
    "browsingContext.getTree",
    {},
  );
  const context = contexts[0]!.context;
  const evaluate = async (expression: string) => {
    const { result } = await bidi.send<{ result?: { value?: string } }>("script.evaluate", {
      expression,
      target: { context },
      awaitPromise: false,
    });
    return result?.value ?? "";
  };
  const text = () => evaluate("document.body.innerText");
  const writing = () =>
    evaluate('document.activeElement.matches("input, textarea, [contenteditable]") ? "yes" : ""');
  return {
    open: async (url) =>
      void (await bidi.send("browsingContext.navigate", { context, url, wait: "complete" })),
    waitFor: async (wanted) => {
      await expect.poll(text, { timeout: 30_000 }).toMatch(wanted);
      return text();
    },
    waitForField: async () => {
      await expect.poll(writing, { timeout: 10_000 }).toBe("yes");
    },
    press: async (...values) => {
      const down = values.map((value) => ({ type: "keyDown", value }));
      const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
      const source = { type: "key", id: "keyboard", actions: [...down, ...up] };
      await bidi.send("input.performActions", { context, actions: [source] });
    },
    type: async (words) => {
      const actions = [...words].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      const source = { type: "key", id: "keyboard", actions };
      await bidi.send("input.performActions", { context, actions: [source] });
    },
    close: () => end(child, bidi),
  };
}

/** Firefox prints where it listens. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stderr!.on("data", (part) => {
      printed += String(part);
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(printed);
      if (found?.[1]) resolve(found[1]);
    });
    child.once("exit", (code) => reject(new Error(`Firefox ended with ${code}: ${printed}`)));
  });
}

async function end(child: ChildProcess, bidi: Bidi): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await bidi.send("browser.close", {}).catch(() => child.kill());
  bidi.close();
  await ended;
}
