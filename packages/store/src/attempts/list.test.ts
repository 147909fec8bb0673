import { criteriaOf, scoreOf } from "@loopwright/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../../test/samples.ts";
import type { AttemptCursor, AttemptQuery } from "./list.ts";

const day = (n: number) => `2025-03-${String(n).padStart(2, "0")}T10:00:00.000Z`;

describe.each(engines)("the list of attempts on $name", (engine) => {
  let under: TestStore;
  const { list, get, update } = {
    list: (query: Partial<AttemptQuery> = {}) =>
      under.store.attempts.list({ learnerId: "local", limit: 100, ...query }),
    get: (id: string) => under.store.attempts.get(id),
    update: (...args: Parameters<TestStore["store"]["attempts"]["update"]>) =>
      under.store.attempts.update(...args),
  };
  beforeAll(async () => {
    under = await openTestStore(engine, import.meta.filename);
    await under.store.drillVersions.save(sampleDrill());
    for (let n = 1; n <= 6; n += 1) {
      const drillId = n % 2 === 0 ? "even" : "odd";
      const parentId = n === 6 ? "a1" : null;
      const state = n > 4 ? "graded" : "open";
      const conditions = n === 3 ? "interview" : "practice";
      // Two of one moment: the id decides.
      const startedAt = day(Math.max(n, 2));
      await under.store.attempts.create(
        sampleAttempt({ id: `a${n}`, drillId, parentId, conditions, state, startedAt }),
      );
    }
  });
  afterAll(() => under.close());

  test.each<[Partial<AttemptQuery>, string]>([
    [{}, "a6 a5 a4 a3 a2 a1"],
    [{ drillId: "odd" }, "a5 a3 a1"],
    [{ state: "open" }, "a4 a3 a2 a1"],
    [{ state: "graded" }, "a6 a5"],
    [{ parentId: "a1" }, "a6"],
    [{ parentId: null }, "a5 a4 a3 a2 a1"],
    [{ conditions: "interview" }, "a3"],
    [{ limit: 2 }, "a6 a5"],
    [{ before: { startedAt: day(4), id: "a4" } }, "a3 a2 a1"],
    [{ before: { startedAt: day(2), id: "a2" } }, "a1"],
    [{ learnerId: "someone" }, ""],
  ])("%o gives %s", async (query, ids) => {
    const page = await list(query);
    expect(page.attempts.map(({ id }) => id).join(" ")).toBe(ids);
    expect(page.broken).toEqual([]);
  });

  test("pages meet without a gap or a repeat", async () => {
    const seen: string[] = [];
    let before: AttemptCursor | undefined;
    do {
      const page = await list({ limit: 4, ...(before ? { before } : {}) });
      seen.push(...page.attempts.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before);
    expect(seen).toEqual(["a6", "a5", "a4", "a3", "a2", "a1"]);
  });

  test("an outline scores as the whole attempt does, and holds no draft, evidence or log", async () => {
    const [outline] = (await list({ limit: 1 })).attempts;
    const whole = await get("a6");
    expect(scoreOf(criteriaOf(outline!))).toEqual(scoreOf(criteriaOf(whole!.attempt)));
    expect(outline).toMatchObject({ id: "a6", revision: 1, seed: "seed", actions: [] });
    expect(JSON.stringify(outline)).not.toMatch(/findings|app\.py|Found first/);
  });

  test("an outline cannot be stored in place of its attempt", async () => {
    const [outline] = (await list({ limit: 1 })).attempts;
    await expect(update("a6", 1, outline!)).rejects.toMatchObject({ code: "invalid-input" });
    expect((await get("a6"))?.attempt.stages["review"]?.draft).toEqual({ findings: ["one"] });
  });
});
