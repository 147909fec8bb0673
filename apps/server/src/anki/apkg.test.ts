import { createHash } from "node:crypto";

import { strFromU8, unzipSync } from "fflate";
import startSql, { type Database } from "sql.js";
import { describe, expect, test } from "vitest";

import { writeApkg, type PackedCard } from "./apkg.ts";

const now = Date.parse("2026-03-02T10:00:00Z");
const card = (n: number, over: Partial<PackedCard> = {}): PackedCard => ({
  id: `card-${n}`,
  front: `What is <number> ${n}?`,
  back: "`it`",
  concepts: ["aws", "s3"],
  source: { url: "https://example.com/?a=1&b=2", asOf: "2026-01-02" },
  ...over,
});

type Opened = { db: Database; files: Record<string, Uint8Array> };

/** Opens a package as any reader of the documented format would. */
async function opened(cards: PackedCard[], check: (opened: Opened) => void): Promise<void> {
  const files = unzipSync(await writeApkg(cards, now));
  const { Database } = await startSql();
  const db = new Database(files["collection.anki2"]);
  check({ db, files });
  db.close();
}

const rows = (db: Database, sql: string) => db.exec(sql)[0]?.values ?? [];
const one = (db: Database, sql: string) => rows(db, sql)[0]?.[0];

describe("a package", () => {
  test("holds a collection of schema 11 and no media", () =>
    opened([card(1)], ({ db, files }) => {
      expect(Object.keys(files).toSorted()).toEqual(["collection.anki2", "media"]);
      expect(strFromU8(files["media"]!)).toBe("{}");
      expect(strFromU8(files["collection.anki2"]!.slice(0, 15))).toBe("SQLite format 3");
      expect(one(db, "pragma integrity_check")).toBe("ok");
      expect(one(db, "select ver from col")).toBe(11);
      expect(one(db, "select count(*) from col")).toBe(1);
    }));

  // The columns as the documentation of the format lists them, in their order.
  test.each([
    [
      "cards",
      "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    ],
    ["col", "id crt mod scm ver dty usn ls conf models decks dconf tags"],
    ["graves", "usn oid type"],
    ["notes", "id guid mid mod usn tags flds sfld csum flags data"],
    ["revlog", "id cid usn ease ivl lastIvl factor time type"],
  ])("has the table %s", (table, columns) =>
    opened([], ({ db }) => {
      const names = rows(db, `pragma table_info(${table})`).map((row) => row[1]);
      expect(names.join(" ")).toBe(columns);
    }),
  );

  test("ties cards to notes, notes to the note type, cards to the deck", () =>
    opened([card(1), card(2)], ({ db }) => {
      const parsed = (
        column: string,
      ): Record<string, { id: number; name: string; flds?: object[] }> =>
        JSON.parse(String(one(db, `select ${column} from col`))) as never;
      const [model] = Object.values(parsed("models"));
      expect(model).toMatchObject({ name: "Loopwright", flds: [{}, {}, {}] });
      expect(rows(db, "select distinct mid from notes")).toEqual([[model!.id]]);
      const deck = Object.values(parsed("decks")).find(({ name }) => name === "Loopwright");
      expect(rows(db, "select distinct did, type, queue, ord from cards")).toEqual([
        [deck!.id, 0, 0, 0],
      ]);
      expect(rows(db, "select due from cards join notes on nid = notes.id order by due")).toEqual([
        [1],
        [2],
      ]);
      expect(parsed("dconf")["1"]).toMatchObject({ name: "Default" });
    }));

  test("holds each card as text that cannot run", () =>
    opened(
      [card(1, { front: "Is <script>alert(1)</script> run?", back: "**No** & never" })],
      ({ db }) => {
        const [[flds, tags, sfld, csum] = []] = rows(
          db,
          "select flds, tags, sfld, csum from notes",
        ) as string[][];
        const [front, back, source] = flds!.split("\u001F");
        expect(front).toBe("Is &lt;script&gt;alert(1)&lt;/script&gt; run?");
        expect(back).toBe("<b>No</b> &amp; never");
        expect(source).toMatch(/^<a href="https:\/\/example.com\/\?a=1&amp;b=2">/);
        expect(tags).toBe(" aws s3 ");
        expect(sfld).toBe("Is <script>alert(1)</script> run?");
        const sha1 = createHash("sha1").update(sfld!).digest("hex").slice(0, 8);
        expect(csum).toBe(Number.parseInt(sha1, 16));
      },
    ));

  test("3,000 cards with fields of any kind, each note and card once", () => {
    const nasty = [
      "a\u0000b\u001Fc",
      "“ü” 😀",
      "x".repeat(4000),
      "'; drop table notes; --",
      "{{Front}}",
    ];
    const cards = Array.from({ length: 3000 }, (_, n) =>
      card(n, { back: nasty[n % 5]!, source: null }),
    );
    return opened(cards, ({ db }) => {
      expect(one(db, "pragma integrity_check")).toBe("ok");
      expect(one(db, "select count(*) from notes")).toBe(3000);
      expect(one(db, "select count(distinct guid) from notes")).toBe(3000);
      expect(one(db, "select count(*) from cards join notes on nid = notes.id")).toBe(3000);
      expect(
        one(db, "select max(length(flds) - length(replace(flds, char(31), ''))) from notes"),
      ).toBe(2);
    });
  });

  test("gives a card the same guid whenever it is exported", async () => {
    const guids: unknown[] = [];
    for (const front of ["before", "after"])
      await opened([card(1, { front })], ({ db }) => guids.push(one(db, "select guid from notes")));
    expect(guids[0]).toBe(guids[1]);
  });
});
