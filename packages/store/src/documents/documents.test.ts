import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import type { NewDocument } from "./documents.ts";

const story: NewDocument = {
  learnerId: "local",
  type: "story",
  title: "The leak",
  format: 1,
  body: { text: "one" },
};
const second = { title: "The leak", format: 1, body: { text: "two" } };

describe.each(engines)("documents on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(() => under.clear());

  test("every save is a version", async () => {
    const { documents } = under.store;
    const { id, ...first } = await documents.create(story);
    expect(first).toMatchObject({ ...story, version: 1, deletedAt: null });
    const saved = await documents.save(id, 1, { ...second, title: "A leak", format: 2 });
    expect(saved).toMatchObject({ version: 2, title: "A leak", format: 2, body: { text: "two" } });
    expect(await documents.get(id)).toStrictEqual(saved);
    expect(await documents.history(id)).toMatchObject([
      { version: 2, title: "A leak", format: 2, savedAt: saved.updatedAt },
      { version: 1, title: "The leak", format: 1, savedAt: first.createdAt },
    ]);
    expect(await documents.version(id, 1)).toMatchObject({
      title: "The leak",
      body: { text: "one" },
    });
    expect(await documents.version(id, 3)).toBeNull();
    expect(await documents.get("none")).toBeNull();
  });

  test("of old versions a few stay, of other documents all", async () => {
    const { documents } = under.store;
    const [{ id }, other] = [await documents.create(story), await documents.create(story)];
    for (const [version, text] of ["b", "c", "d"].entries()) {
      await documents.save(id, version + 1, { ...second, body: { text } });
    }
    await documents.save(other.id, 1, second);
    await under.sql("update document_versions set saved_at = '2020-01-02T03:04:05Z'");
    await documents.save(id, 4, { ...second, body: { text: "e" } });
    expect((await documents.history(id)).map(({ version }) => version)).toEqual([5, 4, 1]);
    expect(await documents.history(other.id)).toHaveLength(2);
  });

  test("saving the same again adds no version", async () => {
    const { documents } = under.store;
    const { id } = await documents.create(story);
    await documents.save(id, 1, second);
    expect(await documents.save(id, 2, second)).toMatchObject({ version: 2 });
    expect(await documents.history(id)).toHaveLength(2);
  });

  test("of two saves of one version one wins", async () => {
    const { documents } = under.store;
    const { id } = await documents.create(story);
    const both = await Promise.allSettled(
      ["a", "b"].map((text) => documents.save(id, 1, { ...second, body: { text } })),
    );
    const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ code: "conflict", where: id }]);
    expect(await documents.history(id)).toHaveLength(2);
  });

  test("removed is out of the list, keeps its versions, and comes back", async () => {
    const { documents } = under.store;
    const { id } = await documents.create(story);
    expect([await documents.remove(id), await documents.remove(id)]).toEqual([true, false]);
    expect(await documents.list({ learnerId: "local" })).toEqual([]);
    expect(await documents.list({ learnerId: "local", deleted: true })).toMatchObject([{ id }]);
    await expect(documents.save(id, 1, second)).rejects.toMatchObject({ code: "not-found" });
    expect(await documents.get(id)).toMatchObject({ deletedAt: expect.any(String) });
    expect([await documents.restore(id), await documents.restore(id)]).toEqual([true, false]);
    expect(await documents.save(id, 1, second)).toMatchObject({ version: 2 });
  });

  test("erased is gone with every version", async () => {
    const { documents } = under.store;
    const { id } = await documents.create(story);
    expect([await documents.erase(id), await documents.erase(id)]).toEqual([true, false]);
    expect(await documents.get(id)).toBeNull();
    expect(await under.sql("select * from document_versions")).toEqual([]);
  });

  test("a list has one type, the last changed first, with summaries and no bodies", async () => {
    const { documents } = under.store;
    const one = await documents.create({ ...story, summary: { words: 1 } });
    const two = await documents.create({ ...story, title: "Two" });
    await documents.create({ ...story, type: "plan" });
    await documents.create({ ...story, type: "story", learnerId: "local", title: "Three" });
    await under.sql("update documents set updated_at = '2030-01-02' where id = $1", [two.id]);
    await documents.save(one.id, 1, { ...second, summary: { words: 2 } });
    await under.sql("update documents set updated_at = '2030-01-03' where id = $1", [one.id]);
    const list = await documents.list({ learnerId: "local", type: "story" });
    expect(list.map(({ title }) => title)).toEqual(["The leak", "Two", "Three"]);
    expect(list[0]).toMatchObject({ version: 2, summary: { words: 2 } });
    expect(list[0]).not.toHaveProperty("body");
    expect(await documents.list({ learnerId: "someone" })).toEqual([]);
  });

  test.each([
    ["U+0000 in the title", { title: "a\u0000b" }, "invalid-input"],
    ["a format that is no number", { format: 1.5 }, "invalid-input"],
  ])("%s is refused", async (_name, over, code) => {
    const refused = under.store.documents.create({ ...story, ...over });
    await expect(refused).rejects.toMatchObject({ code });
    expect(await under.sql("select * from documents")).toEqual([]);
  });
});
