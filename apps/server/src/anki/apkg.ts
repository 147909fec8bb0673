import { createHash } from "node:crypto";

import type { CardText } from "@loopwright/core";
import { strToU8, zipSync } from "fflate";
import startSql, { type Database } from "sql.js";

import { deckId, modelId, settingsAt, tables } from "./collection.ts";
import { escapeHtml, textOf, toHtml } from "./html.ts";

export type PackedCard = CardText & {
  /** Makes the note the same in every export, so that a second import changes it and adds none. */
  id: string;
  source: { url: string; asOf: string } | null;
};

/** An Anki package of new cards: a collection and no media, zipped. `now`: milliseconds since 1970. */
export async function writeApkg(cards: readonly PackedCard[], now: number): Promise<Uint8Array> {
  const { Database } = await startSql();
  const db = new Database();
  try {
    db.run(tables);
    writeCollection(db, cards.length, now);
    writeNotes(db, cards, now);
    return zipSync({ "collection.anki2": db.export(), media: strToU8("{}") });
  } finally {
    db.close();
  }
}

const schemaVersion = 11;

function writeCollection(db: Database, notes: number, now: number): void {
  const seconds = Math.floor(now / 1000);
  const { conf, models, decks, dconf } = settingsAt(seconds, notes);
  const json = [conf, models, decks, dconf].map((one) => JSON.stringify(one));
  db.run("insert into col values (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')", [
    seconds,
    now,
    now,
    schemaVersion,
    ...json,
  ]);
}

/** Between fields of a note. */
const separator = "\u001F";

function writeNotes(db: Database, cards: readonly PackedCard[], now: number): void {
  const seconds = Math.floor(now / 1000);
  const note = db.prepare("insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const card = db.prepare(
    "insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  db.run("begin");
  for (const [index, one] of cards.entries()) {
    const id = now + index;
    const fields = [toHtml(one.front), toHtml(one.back), sourceHtml(one)].map(withoutSeparator);
    const sorted = textOf(fields[0]!);
    const tags = one.concepts.length === 0 ? "" : ` ${one.concepts.join(" ")} `;
    const flds = fields.join(separator);
    note.run([id, guidOf(one.id), modelId, seconds, tags, flds, sorted, checksum(sorted)]);
    card.run([id, id, deckId, seconds, index + 1]);
  }
  db.run("commit");
  note.free();
  card.free();
}

const sourceHtml = ({ source }: PackedCard): string => {
  if (!source) return "";
  const url = escapeHtml(source.url);
  return `<a href="${url}">${url}</a>, as of ${source.asOf}`;
};

/** Neither the separator nor U+0000, which would end the text for SQLite's own functions. */
// oxlint-disable-next-line no-control-regex -- these two are what is meant
const withoutSeparator = (text: string): string => text.replaceAll(/[\u0000\u001F]/g, "");

const guidOf = (id: string): string =>
  createHash("sha1").update(id).digest("base64url").slice(0, 16);

/** The first eight hexadecimal digits of the SHA-1 of the first field's text, as a number. */
const checksum = (text: string): number =>
  Number.parseInt(createHash("sha1").update(text).digest("hex").slice(0, 8), 16);
