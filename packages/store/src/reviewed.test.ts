import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../test/engines.ts";

describe.each(engines)("when cards were reviewed on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(() => under.clear());

  const review = (id: string, at: string, cardId = "tls") =>
    under.store.cards.addReview(
      { id, learnerId: "local", cardId, rating: 3, at },
      { state: {}, due: "2025-03-09T10:00:00.000Z" },
    );

  test("reviews are counted by quarters of an hour", async () => {
    await review("r0", "2025-02-28T23:59:59.999Z");
    await review("r1", "2025-03-01T00:00:00.000Z");
    await review("r2", "2025-03-01T18:29:59.999Z");
    await review("r3", "2025-03-01T18:30:00.000Z");
    await review("r4", "2025-03-01T18:44:59.999Z");
    const query = { learnerId: "local", since: "2025-03-01T00:00:00Z" };
    const found = await under.store.cards.reviewedQuarters(query);
    expect(found.toSorted((a, b) => (a.at < b.at ? -1 : 1))).toEqual([
      { at: "2025-03-01T00:00:00Z", count: 1 },
      { at: "2025-03-01T18:15:00Z", count: 1 },
      { at: "2025-03-01T18:30:00Z", count: 2 },
    ]);
  });

  test("days of cards are told by how their ids begin, which is text and no pattern", async () => {
    await review("r0", "2025-03-01T08:00:00.000Z", "made:a_b:1");
    await review("r1", "2025-03-01T09:30:00.250Z", "made:a_b:1");
    await review("r2", "2025-03-02T09:00:00.000Z", "made:a_b:1");
    await review("r3", "2025-03-01T10:00:00.000Z", "made:axb:1");
    await review("r4", "2025-03-01T10:00:00.000Z", "tls");
    const find = (prefix: string) => under.store.cards.cardDays({ learnerId: "local", prefix });
    const found = await find("made:a_b:");
    expect(found.toSorted((a, b) => (a.first < b.first ? -1 : 1))).toEqual([
      {
        cardId: "made:a_b:1",
        first: "2025-03-01T08:00:00.000Z",
        last: "2025-03-01T09:30:00.250Z",
      },
      {
        cardId: "made:a_b:1",
        first: "2025-03-02T09:00:00.000Z",
        last: "2025-03-02T09:00:00.000Z",
      },
    ]);
    expect(await find("made:")).toHaveLength(3);
    expect(await find("%")).toEqual([]);
  });
});
