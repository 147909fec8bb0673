import type { Drill, Json, Review } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../test/engines.ts";
import { sampleDrill } from "../test/samples.ts";

const day = (n: number) => `2025-03-0${n}T10:00:00.000Z`;

describe.each(engines)("on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(() => under.clear());

  test("the local learner is there from the first open", async () => {
    const local = await under.store.learners.local();
    expect(local).toMatchObject({ id: "local", createdAt: expect.stringMatching(/T.*Z$/) });
  });

  test.each<[Json]>([["5"], [5], [null], [false], ["a\u0000"], [{ a: [1, null] }]])(
    "the setting %o comes back as it was",
    async (value) => {
      const { settings } = under.store;
      expect(await settings.get("local", "theme")).toBeUndefined();
      await settings.put("local", "theme", "before");
      await settings.put("local", "theme", value);
      expect(await settings.get("local", "theme")).toStrictEqual(value);
      expect(await settings.all("local")).toStrictEqual({ theme: value });
    },
  );

  test("a secret is read by its name only", async () => {
    const { settings } = under.store;
    await settings.put("local", "secret.key", "hidden");
    await settings.put("local", "secrets", "shown");
    expect(await settings.get("local", "secret.key")).toBe("hidden");
    expect(await settings.all("local")).toStrictEqual({ secrets: "shown" });
  });

  test("the first version of a drill under its hash stays, whole", async () => {
    const { drillVersions } = under.store;
    const drill = { ...sampleDrill(), later: "kept" } as Drill;
    await drillVersions.save(drill);
    await drillVersions.save(sampleDrill({ text: "changed" }));
    await drillVersions.save(sampleDrill({ hash: "hash-2", text: "new" }));
    expect(JSON.stringify(await drillVersions.get("hash-1"))).toBe(JSON.stringify(drill));
    expect(await drillVersions.get("hash-2")).toMatchObject({ text: "new" });
    expect(await drillVersions.get("none")).toBeNull();
  });

  test("a damaged drill version is named", async () => {
    const { drillVersions } = under.store;
    await drillVersions.save(sampleDrill());
    await under.sql("update drill_versions set body = '{}'");
    const broken = drillVersions.get("hash-1");
    await expect(broken).rejects.toMatchObject({ code: "broken-database", where: "hash-1" });
  });

  describe("cards", () => {
    const review = (id: string, cardId: string, n: number): Review => ({
      id,
      cardId,
      learnerId: "local",
      rating: 3,
      at: day(n),
    });
    beforeEach(async () => {
      const { cards } = under.store;
      await cards.addReview(review("r1", "tls", 1), { state: { n: 1 }, due: day(3) });
      await cards.addReview(review("r2", "idor", 2), { state: { n: 1 }, due: day(5) });
      await cards.addReview(review("r3", "tls", 3), { state: { n: 2 }, due: day(4) });
    });

    test("a card has the state of its last review", async () => {
      expect(await under.store.cards.states("local")).toEqual([
        { cardId: "tls", state: { n: 2 }, due: day(4) },
        { cardId: "idor", state: { n: 1 }, due: day(5) },
      ]);
    });

    test.each([
      [3, 9, ""],
      [4, 9, "tls"],
      [6, 9, "tls idor"],
      [6, 1, "tls"],
    ])("on day %i, at most %i: due is “%s”", async (n, limit, ids) => {
      const due = await under.store.cards.due({ learnerId: "local", until: day(n), limit });
      expect(due.map(({ cardId }) => cardId).join(" ")).toBe(ids);
    });

    test.each([
      [{ limit: 9 }, "r3 r2 r1"],
      [{ limit: 9, cardId: "tls" }, "r3 r1"],
      [{ limit: 2 }, "r3 r2"],
    ])("reviews by %o are %s", async (query, ids) => {
      const found = await under.store.cards.reviews({ learnerId: "local", ...query });
      expect(found.map(({ id }) => id).join(" ")).toBe(ids);
    });

    test("a review that was sent twice counts once", async () => {
      const { cards } = under.store;
      const again = cards.addReview(review("r1", "tls", 1), { state: { n: 99 }, due: day(9) });
      expect(await again).toBe(false);
      expect((await cards.states("local"))[0]).toMatchObject({ state: { n: 2 }, due: day(4) });
    });

    test("a rating that no button gives is refused, and nothing is written", async () => {
      const bad = { ...review("r4", "tls", 4), rating: 7 as 3 };
      const refused = under.store.cards.addReview(bad, { state: null, due: day(9) });
      await expect(refused).rejects.toMatchObject({ code: "invalid-input" });
      expect(await under.store.cards.reviews({ learnerId: "local", limit: 9 })).toHaveLength(3);
    });
  });
});
