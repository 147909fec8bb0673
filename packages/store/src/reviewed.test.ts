import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../test/engines.ts";

describe.each(engines)("when cards were reviewed on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(() => under.clear());

  const review = (id: string, at: string) =>
    under.store.cards.addReview(
      { id, learnerId: "local", cardId: "tls", rating: 3, at },
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
});
