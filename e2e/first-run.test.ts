import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

import { loadCurriculum } from "../packages/content/src/index.ts";
import { ask } from "./api.ts";
import { expectAccessible } from "./browser.ts";
import { useJourney } from "./journey.ts";

const journey = useJourney();
const tracks = fileURLToPath(new URL("../tracks", import.meta.url));
/** More steps than any first day of a quarter of an hour has. */
const stepsMax = 20;

const dayIn = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const heading = (name: string | RegExp) => journey().page.getByRole("heading", { name });

/** Hands in the drill's own exemplar where it has one, stage by stage; else ends the attempt by showing its answer. */
async function finish(): Promise<void> {
  const { page, url } = journey();
  await page.waitForURL(/\/attempts\//);
  const id = page.url().split("/attempts/")[1]!.split("/")[0]!;
  const api = `${url}/api/attempts/${id}`;
  const { json } = await ask(api);
  const { drill } = json as unknown as { drill: { id: string; stages: { id: string }[] } };
  const curriculum = await loadCurriculum(tracks);
  const loaded = await curriculum.drill(drill.id);
  const exemplar = loaded.drill.exemplars[0]?.answer.stages;
  for (const { id: stage } of drill.stages) {
    const answer = exemplar?.[stage];
    const sent = answer === undefined ? null : await ask(`${api}/submit`, { stage, answer });
    if (sent?.status === 200) continue;
    await ask(`${api}/give-up`, {});
    break;
  }
  await page.goto(`${url}/attempts/${id}`);
  await heading(/^(Passed|Not passed|Given up)$/).waitFor();
}

/** Looks at every card of the day once, and calls each easy. */
async function reviewCards(): Promise<void> {
  const { page } = journey();
  const end = page.getByText(/^Done for now/);
  const back = page.getByRole("button", { name: /^Show the back/ });
  for (;;) {
    await end.or(back).waitFor();
    if (await end.isVisible()) return;
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^Easy/ }).waitFor();
    await page.keyboard.press("4");
    await page.getByRole("button", { name: /^Easy/ }).waitFor({ state: "detached" });
  }
}

it("goes from the first look to the end of the first day", async () => {
  const { page, url } = journey();
  await page.goto(url);
  await heading("What is the preparation for?").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Enter");

  await heading("Preparation").waitFor();
  await page.getByLabel("Day of the interview").fill(dayIn(10));
  await page.getByText("In 10 days.").waitFor();
  await page.getByLabel("On a usual day").fill("15");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await page.getByRole("link", { name: "See today" }).click();

  await heading("Phone screen in 10 days").waitFor();
  await heading(/^Placement/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: /^(Start|Review)/ }).waitFor();
  await expectAccessible(page);

  for (let step = 0; step < stepsMax; step++) {
    await page.goto(url);
    await heading(/^Phone screen in/).waitFor();
    if (await heading("Done for today").isVisible()) break;
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(attempts|reviews)/);
    await (page.url().includes("/reviews") ? reviewCards() : finish());
  }
  await heading("Done for today").waitFor();
  await expectAccessible(page);
  expect(journey().faults).toEqual([]);
});

it("goes from a result straight on", async () => {
  const { page, url } = journey();
  await page.goto(url);
  await page.getByRole("button", { name: "More for today" }).click();
  await page.getByRole("button", { name: /^Start/ }).click();
  await finish();
  await page.getByRole("button", { name: /^Next: / }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(attempts|reviews)/);
  expect(journey().faults).toEqual([]);
});

it("moves with the interview, a week closer", async () => {
  const { page, url } = journey();
  await page.goto(`${url}/profile`);
  await page.getByLabel("Day of the interview").fill(dayIn(3));
  await page.getByText("In 3 days.").waitFor();
  await page.goto(`${url}/plan`);
  await heading("Plan").waitFor();
  const { json } = await ask(`${url}/api/plan`);
  const days = (json["days"] as { day: string }[]).map(({ day }) => day);
  expect(days.at(-1)).toBe(dayIn(3));
  await expectAccessible(page);
  await page.goto(url);
  await heading("Phone screen in 3 days").waitFor();
  expect(journey().faults).toEqual([]);
});

it("says of a day that is over that it is over, and keeps what was saved", async () => {
  const { page, url } = journey();
  await page.goto(`${url}/profile`);
  await page.getByLabel("Day of the interview").fill(dayIn(-1));
  await page.getByText("That day is over. A day from today on, or none.").waitFor();
  await page.getByLabel("On a usual day").fill("0");
  await page.keyboard.press("Enter");
  await page.getByText("A whole number from 5 to 480.").waitFor();
  const { json } = await ask(`${url}/api/profile`);
  expect(json["profile"]).toMatchObject({ interviewOn: dayIn(3), minutesPerDay: 15 });
});
