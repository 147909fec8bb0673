import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { quoted, type Place } from "./report.ts";
import { readText } from "./values.ts";

/** A hyphen that begins an arrow is not part of an id: `app->api`. */
export const idPattern = /[A-Za-z0-9](?:[A-Za-z0-9_]|-(?!-*>))*/y;
const jsonString = /"(?:[^"\\]|\\.)*"/y;
const colon = /:/y;
const comma = /,/y;

/** A word that does not go on as an id would: `in`, `by`, a state. */
export const keyword = (words: string): RegExp => new RegExp(`(?:${words})(?![\\w-])`, "iy");

const inWord = keyword("in");

/** `in cloud` */
export function takeZone(cursor: Cursor, draft: Draft, field: string): boolean {
  if (cursor.next(inWord) === null) return false;
  void cursor.ended;
  const place = cursor.here;
  const zone = cursor.take(idPattern);
  if (zone === null)
    cursor.report.problem(place, "A zone is missing after in.", "Name it: in cloud.");
  else {
    draft.value[field] = zone;
    draft.places.set(field, place);
  }
  return true;
}

/** `app, photos` */
export function takeIds(cursor: Cursor, draft: Draft, field: string): void {
  do {
    void cursor.ended;
    const place = cursor.here;
    const id = cursor.take(idPattern);
    if (id === null) {
      cursor.report.problem(place, "An id is missing here.", "Name a part by its id.");
      return;
    }
    draft.add(field, id, place);
  } while (cursor.next(comma) !== null);
}

/** After a colon: the rest of the line, plain or as a JSON string. Null where no colon stands. */
export function takeRest(cursor: Cursor): { text: string; place: Place; quoted: boolean } | null {
  if (cursor.next(colon) === null) return null;
  const { text, ...place } = cursor.rest;
  cursor.at = cursor.line.text.length;
  return { text: textOf(cursor, text, place), place, quoted: text.startsWith('"') };
}

export function textOf(cursor: Cursor, text: string, place: Place): string {
  const read = readText(text);
  if ("value" in read) return read.value as string;
  cursor.report.problem(place, read.wrong, read.next);
  return text;
}

const plainName = /(?:[^<[{#]+|(?<!\s)#|#(?=\s|$))+/y;

/** After a colon: a name, up to the next suffix. */
export function takeName(cursor: Cursor): { text: string; place: Place } | null {
  if (cursor.next(colon) === null) return null;
  if (cursor.ended) return { text: "", place: cursor.here };
  const place = cursor.here;
  const whole = cursor.take(jsonString);
  if (whole !== null) return { text: textOf(cursor, whole, place), place };
  return { text: textOf(cursor, (cursor.take(plainName) ?? "").trimEnd(), place), place };
}

export function takeId(cursor: Cursor, draft: Draft, form: string): boolean {
  if (takeOptionalId(cursor, draft)) return true;
  cursor.report.problem(cursor.here, "An id is missing here.", `Write ${form}`);
  return false;
}

export function takeOptionalId(cursor: Cursor, draft: Draft): boolean {
  void cursor.ended;
  const { here } = cursor;
  const id = cursor.take(idPattern);
  if (id !== null) draft.set("id", id, here);
  return id !== null;
}

/** Reports the first word of a line that is not understood, and steps over it. */
export function stumble(cursor: Cursor, form: string): void {
  const place = cursor.here;
  const word = cursor.take(/[^\s:<>[\]{}]+|./uy) ?? cursor.take(/[^]/y) ?? "";
  if (cursor.report.problems.at(-1)?.line === place.line) return;
  cursor.report.problem(place, `${quoted(word)} is not understood here.`, `Write ${form}`);
}
