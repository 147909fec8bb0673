import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { firstProfile } from "@loopwright/core/learner";
import { forget } from "../learner/forget.ts";
import { saveProfile } from "../learner/profile.ts";
import type { PlanView } from "../views/plan-shapes.ts";
import { serving, type Serving } from "../../test/serving.ts";

const today = "2026-03-02";

let server: Serving;
beforeAll(async () => void (server = await serving()));
afterAll(() => server.close());
beforeEach(async () => {
  await server.store.archive.erase();
  forget(server.store);
  server.setNow(`${today}T10:00:00Z`);
});

const plan = async (): Promise<PlanView> => (await server.ask("/api/plan")).json;
const interviewOn = (day: string | null) =>
  saveProfile(server.context, { ...firstProfile(today), interviewOn: day });

describe("GET /plan", () => {
  it("is four weeks from today where nobody said anything", async () => {
    const view = await plan();
    expect(view).toMatchObject({ today, round: { title: "Phone screen", on: null } });
    expect(view.days).toHaveLength(28);
    expect(view.days[0]?.day).toBe(today);
    expect(view.days[0]?.items.length).toBeGreaterThan(0);
  });

  it("ends with the interview, which has nothing planned", async () => {
    await interviewOn("2026-03-06");
    const { days, round } = await plan();
    expect(round.on).toBe("2026-03-06");
    expect(days.at(-1)).toMatchObject({ day: "2026-03-06", items: [] });
    expect(days.at(-2)?.note).toContain("The day before");
  });

  it("takes an interview in the past for none, and says so", async () => {
    await interviewOn("2026-02-20");
    const { days, round } = await plan();
    expect(round.on).toBeNull();
    expect(days).toHaveLength(28);
    expect(days[0]?.note).toContain("past");
  });

  it("names no concept: they would tell what a drill is about", async () => {
    const { text, json } = await server.ask("/api/plan");
    expect(text).not.toContain("concepts");
    const view = json as PlanView;
    expect(view.days.flatMap(({ items }) => items).some(({ what }) => what === "drill")).toBe(true);
  });

  it("does not plan what was passed under interview conditions today", async () => {
    await interviewOn("2026-03-20");
    const ids = async () =>
      (await plan()).days.flatMap(({ items, day }) =>
        items.flatMap((item) => (item.what === "drill" ? [`${day} ${item.drill.id}`] : [])),
      );
    const first = (await ids())[0]!.split(" ")[1]!;
    const { json } = await server.ask("/api/attempts", {
      body: { drillId: first, conditions: "interview" },
    });
    const submitted = await server.ask(`/api/attempts/${json.id}/submit`, {
      body: { stage: "say", answer: { word: "hello" } },
    });
    expect(submitted.json.summary.passed).toBe(true);
    expect(await ids()).not.toContain(`${today} ${first}`);
  });
});

describe("GET /plan.ics", () => {
  it("is a calendar file to be saved", async () => {
    await interviewOn("2026-03-06");
    const { status, headers, text } = await server.ask("/api/plan.ics");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("content-disposition")).toBe('attachment; filename="loopwright-plan.ics"');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain("DTSTAMP:20260302T100000Z");
    expect(text).toContain("SUMMARY:Phone screen");
  });
});
