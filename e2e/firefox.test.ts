import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { keys, openFirefox, type Firefox } from "./firefox.ts";
import { startServer, type RunningServer } from "./server.ts";

let dataFolder = "";
let server: RunningServer;
let firefox: Firefox;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "loopwright-firefox-"));
  server = await startServer({ dataFolder, hideBubblewrap: true });
  firefox = await openFirefox(join(dataFolder, "profile"));
});

afterAll(async () => {
  await firefox.close();
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Text of the page once it holds what is looked for. */
async function pageWith(path: string, wanted: RegExp): Promise<string> {
  await firefox.open(server.url + path);
  return firefox.waitFor(wanted);
}

it("Firefox shows Today, the tracks, a drill, and grades a review", async () => {
  expect(await pageWith("/", /Ready, by evidence/)).toMatch(/Today/);
  expect(await pageWith("/tracks", /Secure code review/)).toMatch(/Core technical skills/);
  await pageWith("/drills/order-api", /The order API/);
  await firefox.press(keys.enter);
  await firefox.waitFor(/Finish review/);
  await firefox.press(keys.control, keys.enter);
  expect(await firefox.waitFor(/Review graded/)).toMatch(/Any customer opens any order/);
});

it("Firefox runs the commands of a terminal in a worker of the page", async () => {
  await pageWith("/drills/claims-outlive-the-writer", /Claims that outlive/);
  await firefox.press(keys.enter);
  await firefox.waitFor(/To hold at the end/);
  await firefox.press("t");
  await firefox.waitForField();
  await firefox.type("aws sts get-caller-identity");
  await firefox.press(keys.enter);
  expect(await firefox.waitFor(/"UserId"/)).toMatch(/role\/storage-owner\/learner/);
});
