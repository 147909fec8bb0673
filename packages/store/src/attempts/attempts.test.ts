import type { Attempt, Json } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../../test/samples.ts";

describe.each(engines)("attempts on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(async () => {
    await under.clear();
    await under.store.drillVersions.save(sampleDrill());
  });

  const create = (over: Partial<Attempt> = {}) => under.store.attempts.create(sampleAttempt(over));
  const action = (seq: number, body: Json = { say: "hi" }) => ({
    seq,
    atMs: 2.5,
    body,
    replies: [],
  });

  test("an attempt comes back as it was, with its log", async () => {
    const actions = [action(1), { ...action(2, null), replies: [null, "x", { b: 1, a: 2 }] }];
    const attempt = sampleAttempt({ actions });
    expect(await under.store.attempts.create(attempt)).toBe(1);
    const found = await under.store.attempts.get("a1");
    expect(found).toStrictEqual({ attempt, revision: 1 });
    expect(await under.store.attempts.get("none")).toBeNull();
  });

  // jsonb, or a second JSON.parse in a driver, would change these.
  test.each<[string, Json]>([
    ["NUL and a lone surrogate", "a\u0000b\uD800c"],
    ["text that looks like JSON", '"5"'],
    ["the order of keys", { z: 1, a: 2 }],
    ["a deep value", { a: [{ b: [[null, 1e300, -0.1, "é😀"]] }] }],
    ["null", null],
  ])("a draft keeps %s", async (_name, draft) => {
    const attempt = sampleAttempt();
    const stages = { ...attempt.stages, repair: { ...attempt.stages["repair"]!, draft } };
    await create({ stages, actions: [action(1, draft)] });
    const found = await under.store.attempts.get("a1");
    const text = JSON.stringify(draft);
    expect(JSON.stringify(found?.attempt.stages["repair"]?.draft)).toBe(text);
    expect(JSON.stringify(found?.attempt.actions[0]?.body)).toBe(text);
  });

  test("an update needs the current revision", async () => {
    await create();
    const changed = sampleAttempt({ state: "given-up", endedAt: "2025-03-01T11:00:00.000Z" });
    expect(await under.store.attempts.update("a1", 1, changed)).toBe(2);
    const stale = under.store.attempts.update("a1", 1, sampleAttempt());
    await expect(stale).rejects.toMatchObject({ code: "conflict", where: "a1" });
    expect(await under.store.attempts.get("a1")).toStrictEqual({ attempt: changed, revision: 2 });
  });

  test("of two updates at once one wins", async () => {
    await create();
    const both = await Promise.allSettled([
      under.store.attempts.update("a1", 1, sampleAttempt({ seed: "one" })),
      under.store.attempts.update("a1", 1, sampleAttempt({ seed: "two" })),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("of ten appends of one number exactly one wins", async () => {
    await create();
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => under.store.attempts.appendAction("a1", action(1, i))),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(["conflict"]));
    expect((await under.store.attempts.get("a1"))?.attempt.actions).toHaveLength(1);
  });

  test("an update leaves the log alone", async () => {
    await create();
    await under.store.attempts.appendAction("a1", action(1));
    await under.store.attempts.update("a1", 1, sampleAttempt({ seed: "other" }));
    const found = await under.store.attempts.get("a1");
    expect(found?.attempt).toMatchObject({ seed: "other", actions: [action(1)] });
  });

  test.each([
    ["a gap", "a1", 2, "conflict"],
    ["an attempt that is over", "over", 1, "attempt-closed"],
    ["no attempt", "none", 1, "not-found"],
  ])("appending to %s is refused", async (_name, id, seq, code) => {
    await create();
    await create({ id: "over", state: "graded" });
    const refused = under.store.attempts.appendAction(id, action(seq));
    await expect(refused).rejects.toMatchObject({ name: "AppError", code });
  });

  test.each<[string, Partial<Attempt>, string]>([
    ["the same id", {}, "conflict"],
    ["an unknown drill version", { id: "a2", drillHash: "none" }, "not-found"],
    ["an unknown session", { id: "a2", parentId: "none" }, "not-found"],
    ["a state that core does not know", { id: "a2", state: "done" as "open" }, "invalid-input"],
    ["U+0000 in an id", { id: "a\u0000" }, "invalid-input"],
  ])("creating with %s is refused", async (_name, over, code) => {
    await create();
    await expect(create(over)).rejects.toMatchObject({ name: "AppError", code });
    expect(
      (await under.store.attempts.list({ learnerId: "local", limit: 9 })).attempts,
    ).toHaveLength(1);
  });

  test("what is missing cannot be updated", async () => {
    const refused = under.store.attempts.update("none", 1, sampleAttempt());
    await expect(refused).rejects.toMatchObject({ code: "not-found", where: "none" });
  });

  test("removing takes the log and embedded attempts along", async () => {
    await create();
    await create({ id: "child", parentId: "a1", actions: [action(1)] });
    expect(await under.store.attempts.remove("a1")).toBe(true);
    expect(await under.store.attempts.remove("a1")).toBe(false);
    expect(await under.store.attempts.get("child")).toBeNull();
    expect(await under.sql("select * from actions")).toEqual([]);
  });

  test("a damaged row is named, and the others are still there", async () => {
    await create();
    await create({ id: "a2" });
    await under.sql(`update attempts set body = '{"id": 7}', outline = '[]' where id = 'a1'`);
    const broken = under.store.attempts.get("a1");
    await expect(broken).rejects.toMatchObject({ code: "broken-database", where: "a1" });
    const page = await under.store.attempts.list({ learnerId: "local", limit: 10 });
    expect(page.attempts.map(({ id }) => id)).toEqual(["a2"]);
    expect(page.broken).toMatchObject([{ id: "a1", message: expect.stringContaining("attempt") }]);
  });
});
