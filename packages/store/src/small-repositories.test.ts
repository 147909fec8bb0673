import type { Drill, Json } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../test/engines.ts";
import { sampleDrill } from "../test/samples.ts";

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
});
