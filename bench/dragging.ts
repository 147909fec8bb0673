import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

import { ask } from "../e2e/api.ts";
import { launch } from "../e2e/browser.ts";
import { startServer } from "../e2e/server.ts";
import { largeModel } from "./large-model.ts";
import { median, type Figure } from "./table.ts";

const size = { elements: 300, flows: 450, zones: 12, assets: 30 };
const drags = 5;
const moves = 150;
const aim = 30;

/** One element of a drawing of 300 led round by the mouse in the studio: frames that were shown in a second. */
export async function dragInLarge(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "loopwright-bench-"));
  const server = await startServer({ dataFolder });
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openStudio(page, server.url);
  const rates: number[] = [];
  for (let round = 0; round < drags; round += 1) {
    rates.push(await framesWhileDragged(page, round % 2 === 0 ? 40 : -40));
  }
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
  const rate = median(rates);
  const what = `${size.elements} elements and ${size.flows} flows, one dragged (median of ${drags})`;
  return [
    { what, value: `${Math.round(rate)} frames/s`, aim: `${aim} or more`, held: rate >= aim },
  ];
}

/** The whole drawing in view: the worst case, since what is out of sight is not drawn. */
async function openStudio(page: Page, url: string): Promise<void> {
  const body = largeModel(size);
  const made = await ask(`${url}/api/documents`, {
    type: "threat-model",
    title: body.title,
    body,
  });
  if (made.status !== 201) throw new Error(`The model was not kept: ${JSON.stringify(made.json)}`);
  await page.goto(`${url}/tracks/1-threat-modeling/studio?model=${String(made.json["id"])}`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.waitForTimeout(3_000);
}

/** As text: what the loader makes of a named function has no place in the page. */
const countFrames = `
  globalThis.count = { frames: 0, began: performance.now() };
  (function next(mine) {
    if (mine !== globalThis.count) return;
    mine.frames += 1;
    requestAnimationFrame(() => next(mine));
  })(globalThis.count);
`;

async function framesWhileDragged(page: Page, reach: number): Promise<number> {
  const part = page.locator(".react-flow__node").filter({ hasText: "Element 42" }).first();
  const box = (await part.boundingBox())!;
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(countFrames);
  for (let step = 1; step <= moves; step += 1) {
    const turn = (step / moves) * Math.PI;
    await page.mouse.move(from.x + 80 * Math.sin(turn), from.y + reach * (1 - Math.cos(turn)));
  }
  const rate = await page.evaluate(() => {
    const { frames, began } = (globalThis as unknown as { count: Count }).count;
    return (frames * 1000) / (performance.now() - began);
  });
  await page.mouse.up();
  await page.waitForTimeout(500);
  const moved = (await part.boundingBox())!.y - box.y;
  if (Math.abs(moved) < 40)
    throw new Error(`The element was not dragged: it moved by ${moved} px.`);
  return rate;
}

type Count = { frames: number; began: number };
