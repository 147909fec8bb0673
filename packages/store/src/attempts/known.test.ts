import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../../test/samples.ts";

describe.each(engines)("what is known of attempts on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(async () => {
    await under.clear();
    await under.store.drillVersions.save(sampleDrill());
    for (const id of ["a1", "a2", "a3"]) await under.store.attempts.create(sampleAttempt({ id }));
  });
  const revisions = async () =>
    new Map((await under.store.attempts.revisions("local")).map((one) => [one.id, one.revision]));

  test("every attempt has its revision, which a change raises", async () => {
    expect(await revisions()).toEqual(new Map([["a1", 1], ["a2", 1], ["a3", 1]])); // prettier-ignore
    await under.store.attempts.update("a2", 1, sampleAttempt({ id: "a2" }));
    await under.store.attempts.remove("a3");
    expect(await revisions()).toEqual(new Map([["a1", 1], ["a2", 2]])); // prettier-ignore
  });

  test("outlines are those that were asked for, without drafts", async () => {
    const found = await under.store.attempts.outlines("local", ["a1", "none"]);
    expect([...found.keys()]).toEqual(["a1"]);
    expect(found.get("a1")).toMatchObject({ revision: 1, attempt: { id: "a1", outline: true } });
    expect(found.get("a1")?.attempt?.stages["review"]?.draft).toBeNull();
  });

  test("of another learner nothing is told", async () => {
    expect(await under.store.attempts.revisions("someone")).toEqual([]);
    expect((await under.store.attempts.outlines("someone", ["a1"])).size).toBe(0);
  });

  test("a damaged row is there, and null", async () => {
    await under.sql("update attempts set outline = '{}' where id = 'a2'");
    const found = await under.store.attempts.outlines("local", ["a1", "a2"]);
    expect(found.get("a2")).toEqual({ attempt: null, revision: 1 });
    expect(found.get("a1")?.attempt).not.toBeNull();
  });

  test("more than one query takes is read as well", async () => {
    const many = Array.from({ length: 2500 }, (_, at) => `no-${at}`);
    const found = await under.store.attempts.outlines("local", [...many, "a1", "a3"]);
    expect([...found.keys()].toSorted()).toEqual(["a1", "a3"]);
  });
});
