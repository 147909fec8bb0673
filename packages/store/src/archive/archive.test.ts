import { PassThrough, Readable, Writable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";

import type { Json } from "@loopwright/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { engines, openTestStore, type TestStore } from "../../test/engines.ts";
import { sampleAttempt, sampleDrill } from "../../test/samples.ts";
import type { Store } from "../store.ts";
import { linesOf } from "./lines.ts";

const at = "2025-03-01T10:00:00.000Z";

/** One of everything, and what is hard to carry. */
async function fill({ drillVersions, attempts, settings, documents, cards }: Store) {
  await drillVersions.save(sampleDrill({ text: "a\u0000b \ud800 “ü”" }));
  await attempts.create(sampleAttempt({ id: "z-parent" }));
  await attempts.create(sampleAttempt({ id: "a-child", parentId: "z-parent" }));
  await settings.put("local", "theme", null);
  await settings.put("local", "secret.model", "key of mine");
  const content = { title: "One", format: 1, body: { a: [1] }, summary: {} };
  const { id } = await documents.create({ learnerId: "local", type: "story", ...content });
  await documents.save(id, 1, { ...content, title: "Two" });
  await cards.addReview(
    { id: "r1", learnerId: "local", cardId: "c1", rating: 3, at },
    { state: { s: 1 }, due: at },
  );
  const rest = { origin: "made", drillId: "order-api", attemptId: "gone", createdAt: at } as const;
  const text = { front: "a\u0000b <script>", back: "“ü”", concepts: ["xss"] };
  await cards.add("local", [{ id: "made:one", ...text, ...rest }]);
  await cards.suspend({ learnerId: "local", cardId: "made:one", suspended: "learner", at });
}

async function written(store: Store): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await store.archive.write(into);
  return Buffer.concat(chunks);
}

const linesIn = (archive: Buffer): string[] => gunzipSync(archive).toString().trimEnd().split("\n");
const packed = (lines: string[]): Buffer => gzipSync(`${lines.join("\n")}\n`);
const read = (store: Store, archive: Buffer, replace = false) =>
  store.archive.read(Readable.from([archive]), { replace });

describe.each(engines)("on $name", (engine) => {
  let under: TestStore;
  beforeAll(async () => void (under = await openTestStore(engine, import.meta.filename)));
  afterAll(() => under.close());
  beforeEach(() => under.clear());

  test("what was written and read is what was there, but for secrets", async () => {
    const { store } = under;
    await fill(store);
    const archive = await written(store);
    await under.clear();
    await store.settings.put("local", "secret.model", "key of this machine");
    expect(await read(store, archive)).toMatchObject({
      attempts: 2,
      documentVersions: 2,
      settings: 1,
      cards: 1,
      cardStates: 2,
      reviews: 1,
    });
    const again = await written(store);
    // The first line says when, and the last has the checksum of that.
    expect(linesIn(again).slice(1, -1)).toEqual(linesIn(archive).slice(1, -1));
    expect(linesIn(archive).join()).not.toContain("key of mine");
    expect(await store.settings.get("local", "secret.model")).toBe("key of this machine");
    expect((await store.attempts.get("a-child"))?.attempt.parentId).toBe("z-parent");
  });

  test("more rows than are held at once, in order", async () => {
    const { store } = under;
    await store.drillVersions.save(sampleDrill());
    for (let n = 0; n < 120; n += 1) await store.settings.put("local", `key-${n}`, n);
    const archive = await written(store);
    await read(store, archive, true);
    expect(linesIn(await written(store)).slice(1, -1)).toEqual(linesIn(archive).slice(1, -1));
  });

  test("an archive of format 1, before there were cards, is taken in", async () => {
    const { store } = under;
    await fill(store);
    const later = new Set(["suspended", "tookMs", "before"]);
    const lines = linesIn(await written(store))
      .filter((line) => !line.includes('"table":"cards"') && !line.includes("made:one"))
      .map((line) =>
        JSON.stringify(JSON.parse(line), (name, value: Json) =>
          later.has(name) ? undefined : name === "format" && value === 2 ? 1 : value,
        ),
      );
    const { createHash } = await import("node:crypto");
    const before = lines.slice(0, -1);
    const sha256 = createHash("sha256")
      .update(before.map((one) => `${one}\n`).join(""))
      .digest("hex");
    const { end } = JSON.parse(lines.at(-1)!) as { end: object };
    const archive = packed([...before, JSON.stringify({ end: { ...end, sha256 } })]);
    await read(store, archive, true);
    const [state] = await store.cards.states("local");
    expect(state).toEqual({ cardId: "c1", state: { s: 1 }, due: at, suspended: null });
    const [review] = await store.cards.reviews({ learnerId: "local" });
    expect(review).toMatchObject({ id: "r1", tookMs: null, before: null });
  });

  test("what is there gives way only where that is said", async () => {
    const { store } = under;
    await fill(store);
    const archive = await written(store);
    await store.settings.put("local", "later", 1);
    await expect(read(store, archive)).rejects.toMatchObject({ code: "conflict" });
    expect(await store.settings.get("local", "later")).toBe(1);
    await read(store, archive, true);
    expect(await store.settings.get("local", "later")).toBeUndefined();
    expect(await store.settings.get("local", "secret.model")).toBe("key of mine");
  });

  type Change = (lines: string[], whole: Buffer) => Buffer;
  const edited =
    (edit: (row: Record<string, Json>, line: string) => Json | undefined): Change =>
    (lines) =>
      packed(
        lines.map((line) =>
          JSON.stringify(edit(JSON.parse(line) as never, line) ?? JSON.parse(line)),
        ),
      );
  const inTable = (name: string, change: object): Change =>
    edited((one) =>
      one["table"] === name ? { ...one, row: { ...(one["row"] as object), ...change } } : undefined,
    );

  test.each<[string, Change, RegExp]>([
    ["that is nothing", () => Buffer.alloc(0), /breaks off|no archive/],
    ["that is text", () => Buffer.from("hello"), /no archive of Loopwright/],
    ["of another program", () => packed(['{"tables": []}']), /no archive of Loopwright/],
    ["that breaks off", (_lines, whole) => whole.subarray(0, whole.length - 40), /breaks off/],
    ["without its end", (lines) => packed(lines.slice(0, -1)), /last line is missing/],
    ["with one line less", (lines) => packed(lines.toSpliced(2, 1)), /altered|do not fit/],
    ["with more after its end", (lines) => packed([...lines, lines[1]!]), /follows the end/],
    [
      "of a newer version",
      edited((one) => ("archive" in one ? { ...one, format: 3 } : undefined)),
      /format 3; .* up to 2/,
    ],
    [
      "with a table of its own",
      (lines) => packed(lines.toSpliced(1, 0, '{"table":"users","row":{}}')),
      /no table “users”/,
    ],
    ["with a line that is no JSON", (lines) => packed(lines.toSpliced(1, 0, "{")), /no JSON/],
    ["with a secret", inTable("settings", { key: "secret.model" }), /secret is not imported/],
    ["with a moment that is none", inTable("reviews", { at: "yesterday" }), /at: /],
    ["with an attempt that cannot be read", inTable("attempts", { body: { id: "x" } }), /:/],
    ["with a column of its own", inTable("reviews", { extra: 1 }), /extra/],
    ["with an attempt of no drill", inTable("attempts", { drillHash: "none" }), /do not fit/],
    ["with one word changed", inTable("documents", { title: "Other" }), /altered/],
  ])("an archive %s is refused, and everything stays", async (_name, change, message) => {
    const { store } = under;
    await fill(store);
    const archive = await written(store);
    const before = linesIn(archive).slice(1, -1);
    const broken = change(linesIn(archive), archive);
    await expect(read(store, broken, true)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(message),
    });
    expect(linesIn(await written(store)).slice(1, -1)).toEqual(before);
    expect(await store.settings.get("local", "secret.model")).toBe("key of mine");
  });

  test("a stream that is closed ends the writing with an error", async () => {
    await fill(under.store);
    const into = new PassThrough();
    into.destroy();
    await expect(under.store.archive.write(into)).rejects.toMatchObject({ code: "internal" });
    expect(await under.store.settings.get("local", "theme")).toBeNull();
  });
});

describe("lines", () => {
  const limits = { lineBytes: 1_000, allBytes: 5_000 };
  const all = async (text: string) => {
    const lines: string[] = [];
    for await (const line of linesOf(Readable.from([gzipSync(text)]), limits))
      lines.push(line.toString());
    return lines;
  };

  test("come whole, empty ones too", async () => {
    expect(await all("a\n\nü\n")).toEqual(["a", "", "ü"]);
  });

  test.each([
    ["a line without an end", "x".repeat(3_000), /too long/],
    ["a small file that unpacks to much", "x\n".repeat(900_000), /larger than can be read/],
    ["half a line", "a\nb", /middle of a line/],
  ])("%s is refused", async (_name, text, message) => {
    await expect(all(text)).rejects.toMatchObject({ message: expect.stringMatching(message) });
  });
});
