import { dataClasses, dataKinds } from "../model/words.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { forms } from "./forms.ts";
import { quoted, type Place } from "./report.ts";
import { keyword, stumble, takeId, textOf } from "./tokens.ts";

const classWord = keyword(dataClasses.join("|"));
export const kindsAtEnd = /\s*\(([^()]*)\)\s*$/;

export function readData(cursor: Cursor, draft: Draft): boolean {
  if (!takeId(cursor, draft, forms.data)) return false;
  while (!cursor.ended) {
    const { here } = cursor;
    const named = cursor.take(classWord)?.toLowerCase();
    const kinds = named === undefined ? cursor.match(/\(([^()]*)\)/y) : null;
    const name = named === undefined && kinds === null ? takeRawRest(cursor) : null;
    if (named !== undefined) draft.set("class", named, here);
    else if (kinds !== null) readKinds(kinds[1]!, draft, { cursor, place: here, name: null });
    else if (name === null) stumble(cursor, forms.data);
    else dataName(cursor, name, draft);
  }
  return true;
}

function dataName(
  cursor: Cursor,
  { text, place }: { text: string; place: Place },
  draft: Draft,
): void {
  const found = kindsAtEnd.exec(text);
  const isKinds = found !== null && readKinds(found[1]!, draft, { cursor, place, name: text });
  const rest = isKinds ? text.slice(0, found.index) : text;
  draft.set("name", textOf(cursor, rest, place), place);
}

/** In a name, brackets of which no word is a kind belong to the name. */
function readKinds(
  inside: string,
  draft: Draft,
  { cursor, place, name }: { cursor: Cursor; place: Place; name: string | null },
): boolean {
  const typed = inside.split(",").map((one) => one.trim().toLowerCase());
  const known = dataKinds.filter((one) => typed.includes(one));
  if (name !== null && known.length === 0) {
    cursor.report.notice(place, `(${inside}) names no kind of data; it stays in the name.`);
    return false;
  }
  for (const one of typed)
    if (dataKinds.some((kind) => kind === one)) draft.add("kinds", one, place);
    else
      cursor.report.problem(
        place,
        `${quoted(one)} is no kind of data.`,
        `Write ${dataKinds.join(", ")}.`,
      );
  return true;
}

function takeRawRest(cursor: Cursor): { text: string; place: Place } | null {
  if (cursor.take(/:/y) === null) return null;
  const { text, ...place } = cursor.rest;
  cursor.at = cursor.line.text.length;
  return { text, place };
}
