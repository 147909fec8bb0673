import { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { quoted, type Place, type Report } from "./report.ts";
import { idPattern } from "./tokens.ts";
import { controlNamed, meaningNamed, technologyNamed } from "./words.ts";

const tag = /#([\p{L}\p{N}_][\p{L}\p{N}_.-]*)/uy;

const brackets = [
  { open: /</y, close: ">", read: readTechnology },
  { open: /\[/y, close: "]", read: readWords },
  { open: /\{/y, close: "}", read: readData },
] as const;

/** One of `<technology>`, `[words]`, `{data}`, `#tag`; false where none stands here. */
export function takeSuffix(cursor: Cursor, draft: Draft): boolean {
  void cursor.ended;
  const place = cursor.here;
  const tagged = cursor.match(tag);
  if (tagged !== null) {
    draft.add("tags", tagged[1]!, place);
    return true;
  }
  const kind = brackets.find(({ open }) => cursor.take(open) !== null);
  if (kind === undefined) return false;
  const end = cursor.line.text.indexOf(kind.close, cursor.at);
  if (end === -1)
    cursor.report.problem(
      place,
      `The bracket is not closed by ${kind.close}.`,
      'Close it, or put a name that holds a bracket in "quotation marks".',
    );
  const to = end === -1 ? cursor.line.text.length : end;
  const inside = cursor.line.text.slice(cursor.at, to);
  kind.read(members(inside, cursor.here), draft, cursor.report);
  cursor.at = Math.min(to + 1, cursor.line.text.length);
  return true;
}

type Member = { text: string; place: Place };

function members(inside: string, { line, column }: Place): Member[] {
  let at = 0;
  return inside.split(",").flatMap((part) => {
    const text = part.trim();
    const place = { line, column: column + at + (part.length - part.trimStart().length) };
    at += part.length + 1;
    return text === "" ? [] : [{ text, place }];
  });
}

function readTechnology(all: readonly Member[], draft: Draft, report: Report): void {
  for (const { text, place } of all) {
    if (draft.owner !== "elements") {
      report.problem(place, "A flow has no technology.", "Name its protocol in [brackets].");
      continue;
    }
    const found = technologyNamed(text);
    if (found === null || draft.value["technology"] !== undefined) {
      report.problem(
        place,
        `${quoted(text)} cannot be its technology.`,
        "Name one, in Latin letters: <aws-lambda>.",
      );
      continue;
    }
    if (!found.known) report.notice(place, `No stencil is called ${quoted(text)}; kept as it is.`);
    draft.set("technology", found.id, place);
  }
}

function readWords(all: readonly Member[], draft: Draft, report: Report): void {
  for (const { text, place } of all) {
    const found = draft.owner === "flows" ? meaningNamed(text) : withKind(controlNamed(text));
    if (found === null)
      report.problem(
        place,
        `${quoted(text)} has no Latin letter.`,
        "Name a control in Latin letters.",
      );
    else if (found.kind === "control") {
      if (!found.known)
        report.notice(
          place,
          `${quoted(text)} is no word of the tables; kept as control ${found.id}.`,
        );
      draft.add("controls", found.id, place);
    } else if (draft.value[found.kind] !== undefined)
      report.problem(
        place,
        `The ${found.kind} was already given as ${String(draft.value[found.kind])}.`,
        "Keep the one that holds.",
      );
    else draft.set(found.kind, found.id, place);
  }
}

const withKind = <T extends object>(found: T | null) =>
  found && { ...found, kind: "control" as const };

function readData(all: readonly Member[], draft: Draft, report: Report): void {
  for (const { text, place } of all) {
    const id = new Cursor({ ...place, text }, report).take(idPattern);
    if (id === text) draft.add("data", text, place);
    else report.problem(place, `${quoted(text)} is no id.`, "Name data by id: {photo}.");
  }
}
