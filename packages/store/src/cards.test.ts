import type { KeptCard, NewReview } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../test/engines.ts";

const day = (n: number) => `2025-03-0${n}T10:00:00.000Z`;
const learnerId = "local";

const review = (id: string, cardId: string, n: number, tookMs?: number): NewReview => {
  return { id, cardId, learnerId, rating: 3, at: day(n), ...(tookMs && { tookMs }) };
};
const own = (id: string, front = id): KeptCard => ({
  id,
  front,
  back: "the back",
  concepts: ["xss"],
  origin: "own",
  drillId: null,
  attemptId: null,
  createdAt: day(1),
});

describe.each(engines)("on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(async () => {
    await under.clear();
    const { cards } = under.store;
    await cards.addReview(review("r1", "tls", 1), { state: { n: 1 }, due: day(3) });
    await cards.addReview(review("r2", "idor", 2), { state: { n: 1 }, due: day(5) });
    await cards.addReview(review("r3", "tls", 3), { state: { n: 2 }, due: day(4) });
  });

  /** "tls 2 2025-03-04": what is known of each card, and until when. */
  const standing = async () =>
    (await under.store.cards.states(learnerId))
      .map(({ cardId, state, due, suspended }) => {
        const n = (state as { n: number } | null)?.n ?? "-";
        return `${cardId} ${n} ${due.slice(8, 10)}${suspended ? ` ${suspended}` : ""}`;
      })
      .join(", ");

  test("a card has the state of its last review", async () => {
    expect(await standing()).toBe("tls 2 04, idor 1 05");
    expect(await under.store.cards.state(learnerId, "tls")).toMatchObject({ state: { n: 2 } });
    expect(await under.store.cards.state(learnerId, "none")).toBeNull();
  });

  test.each([
    [{}, "r3 r2 r1"],
    [{ cardId: "tls" }, "r3 r1"],
    [{ since: day(2) }, "r3 r2"],
    [{ limit: 2 }, "r3 r2"],
  ])("reviews by %o are %s", async (query, ids) => {
    const found = await under.store.cards.reviews({ learnerId, ...query });
    expect(found.map(({ id }) => id).join(" ")).toBe(ids);
  });

  test("a review that was sent twice counts once", async () => {
    const { cards } = under.store;
    const again = cards.addReview(review("r1", "tls", 1), { state: { n: 99 }, due: day(9) });
    expect(await again).toBe(false);
    expect(await standing()).toBe("tls 2 04, idor 1 05");
  });

  test.each([
    ["no button", { rating: 7 as 3 }],
    ["a rating between two", { rating: 2.5 as 3 }],
    ["no moment", { at: "yesterday" }],
    ["a time below nothing", { tookMs: -1 }],
  ])("a review with %s is refused, and nothing is written", async (_name, bad) => {
    const given = { ...review("r4", "tls", 4), ...bad };
    const refused = under.store.cards.addReview(given, { state: null, due: day(9) });
    await expect(refused).rejects.toMatchObject({ code: "invalid-input" });
    expect(await under.store.cards.reviews({ learnerId })).toHaveLength(3);
  });

  test("of two windows that review one card, the second hears of the first", async () => {
    const { cards } = under.store;
    const next = { state: { n: 3 }, due: day(8), readDue: day(4) };
    await cards.addReview(review("r4", "tls", 4), next);
    const second = cards.addReview(review("r5", "tls", 4), next);
    await expect(second).rejects.toMatchObject({ code: "conflict" });
    const third = cards.addReview(review("r6", "new", 4), { ...next, readDue: day(1) });
    await expect(third).rejects.toMatchObject({ code: "conflict" });
    expect(await cards.reviews({ learnerId })).toHaveLength(4);
  });

  describe("undo", () => {
    test("step by step back to a card that was never seen", async () => {
      const { cards } = under.store;
      await cards.suspend({ learnerId, cardId: "tls", suspended: "learner", at: day(9) });
      await cards.addReview(review("r4", "tls", 4), { state: { n: 3 }, due: day(8) });
      const seen = [];
      for (const id of ["r4", "r3", "r1"]) {
        expect(await cards.undoReview(learnerId, id)).toBe("tls");
        seen.push(await standing());
      }
      expect(seen).toEqual(["tls 2 04 learner, idor 1 05", "tls 1 03, idor 1 05", "idor 1 05"]);
      expect(await cards.reviews({ learnerId })).toHaveLength(1);
    });

    test.each([
      ["one that is not the last of its card", "r1", "conflict"],
      ["one that never was", "r9", "not-found"],
    ])("%s is refused", async (_name, id, code) => {
      await expect(under.store.cards.undoReview(learnerId, id)).rejects.toMatchObject({ code });
      expect(await standing()).toBe("tls 2 04, idor 1 05");
    });

    test("one of another learner is not found, and one without a memory stays", async () => {
      const { cards } = under.store;
      await expect(cards.undoReview("other", "r3")).rejects.toMatchObject({ code: "not-found" });
      await under.sql("update reviews set before = null");
      await expect(cards.undoReview(learnerId, "r3")).rejects.toMatchObject({ code: "conflict" });
    });
  });

  test("a suspended card keeps what is known of it, and one never seen has nothing", async () => {
    const { cards } = under.store;
    for (const cardId of ["tls", "new"])
      await cards.suspend({ learnerId, cardId, suspended: "learner", at: day(9) });
    expect(await standing()).toBe("tls 2 04 learner, idor 1 05, new - 09 learner");
    await cards.suspend({ learnerId, cardId: "tls", suspended: null, at: day(9) });
    expect(await standing()).toBe("tls 2 04, idor 1 05, new - 09 learner");
  });

  test("the middle of the times that were measured", async () => {
    const { cards } = under.store;
    expect(await cards.medianMs(learnerId)).toBeNull();
    for (const [index, ms] of [4000, 90_000, 6000].entries())
      await cards.addReview(review(`m${index}`, `c${index}`, 5, ms), { state: null, due: day(6) });
    expect(await cards.medianMs(learnerId)).toBe(6000);
  });

  describe("cards of the learner", () => {
    test("come back as they were, however many, and once", async () => {
      const { cards } = under.store;
      const many = Array.from({ length: 450 }, (_, n) => own(`own:${String(n).padStart(3, "0")}`));
      many[7] = { ...many[7]!, front: "a\u0000 <script>alert(1)</script>" };
      expect(await cards.add(learnerId, many)).toBe(450);
      expect(await cards.add(learnerId, [own("own:001", "another"), own("own:new")])).toBe(1);
      expect((await cards.kept(learnerId)).slice(0, 450)).toEqual(many);
      expect(await cards.add(learnerId, [])).toBe(0);
    });

    test("one that is deleted takes its schedule along, not what was done", async () => {
      const { cards } = under.store;
      await cards.add(learnerId, [own("idor"), own("other")]);
      expect(await cards.remove(learnerId, "idor")).toBe(true);
      expect(await cards.remove(learnerId, "idor")).toBe(false);
      // A card of the curriculum is nobody's to delete.
      expect(await cards.remove(learnerId, "tls")).toBe(false);
      expect(await standing()).toBe("tls 2 04");
      expect(await cards.reviews({ learnerId })).toHaveLength(3);
    });

    test.each([
      ["no front", { front: "  " }],
      ["a back without end", { back: "x".repeat(4001) }],
      ["concepts in other words", { concepts: ["Two Words"] }],
    ])("one with %s is refused", async (_name, bad) => {
      const refused = under.store.cards.add(learnerId, [own("a"), { ...own("b"), ...bad }]);
      await expect(refused).rejects.toMatchObject({ code: "invalid-input" });
      expect(await under.store.cards.kept(learnerId)).toEqual([]);
    });
  });
});
