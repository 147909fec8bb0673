import { cardText, type CardText } from "@loopwright/core";

import { fromHtml } from "./html.ts";
import { readRecords, writeField, type TextRecord } from "./records.ts";

export type LineProblem = { line: number; message: string };
export type ReadCards = { cards: (CardText & { line: number })[]; problems: LineProblem[] };

/** So many lines are read; what stands behind them is told. */
const linesMax = 20_000;

/**
 * Cards of a text file: front, back and tags, with tabs between, and the header lines that Anki writes ("#html",
 * "#tags column" and so on). What cannot be read is told by its line; the rest counts.
 */
export function readTsv(text: string): ReadCards {
  const { records, openQuote } = readRecords(text);
  const isHeader = ({ fields }: TextRecord) => fields[0]?.startsWith("#") === true;
  const begin = records.findIndex((one) => !isHeader(one));
  const layout = layoutOf(records.slice(0, begin === -1 ? records.length : begin));
  const read: ReadCards = { cards: [], problems: [...layout.problems] };
  const rows = begin === -1 ? [] : records.slice(begin);
  for (const { line, fields } of rows.slice(0, linesMax)) {
    if (fields.every((one) => one.trim() === "")) continue;
    const card = cardFrom(fields, layout);
    if (typeof card === "string") read.problems.push({ line, message: card });
    else read.cards.push({ ...card, line });
  }
  if (openQuote !== null) read.problems.push({ line: openQuote, message: neverClosed });
  const beyond = rows[linesMax];
  if (beyond) read.problems.push({ line: beyond.line, message: tooManyLines });
  return read;
}

const neverClosed = "A quotation mark opens here and never closes; nothing behind it was read.";
const tooManyLines = `Only ${linesMax.toLocaleString("en")} lines are read at once. Import the rest as a second file.`;

type Layout = { html: boolean; tags: number; skipped: Set<number>; problems: LineProblem[] };

/** Columns are counted from 1 in the file, from 0 here. */
function layoutOf(headers: readonly TextRecord[]): Layout {
  const layout: Layout = { html: false, tags: -1, skipped: new Set(), problems: [] };
  for (const { line, fields } of headers) {
    const [, name = "", value = ""] = /^#([^:]+):(.*)$/.exec(fields[0] ?? "") ?? [];
    const column = Number(value) - 1;
    if (name === "html") layout.html = value === "true";
    else if (name === "tags column") layout.tags = column;
    else if (/^(guid|notetype|deck) column$/.test(name)) layout.skipped.add(column);
    else if (name === "separator" && !/^(tab|\\t)$/i.test(value))
      layout.problems.push({ line, message: `Fields are parted by tabs here, not by “${value}”.` });
  }
  return layout;
}

/** What is wrong with it, where it is no card. */
function cardFrom(fields: readonly string[], { html, tags, skipped }: Layout): CardText | string {
  const sides = fields.filter((_text, at) => at !== tags && !skipped.has(at));
  const tagText = tags === -1 ? (sides[2] ?? "") : (fields[tags] ?? "");
  const most = tags === -1 ? 3 : 2;
  if (sides.length < 2) return "Front and back are needed, with a tab between them.";
  const extra = sides.slice(most).filter((one) => one.trim() !== "").length;
  if (extra > 0) return `There are ${sides.length} columns; front, back and tags are read.`;
  if (fields.some((one) => one.includes("\u0000")))
    return "It holds a character that is no text (U+0000).";
  const [front = "", back = ""] = html ? sides.map(fromHtml) : sides;
  const card = cardText.safeParse({ front, back, concepts: conceptsOf(tagText) });
  if (card.success) return card.data;
  const { path, code } = card.error.issues[0]!;
  const side = path[0] === "back" ? "back" : "front";
  return code === "too_small"
    ? `The ${side} is empty.`
    : `The ${side} is too long: 4,000 characters fit.`;
}

/** Tags of Anki as concepts: "AWS::S3 Public_Access" is aws-s3 and public-access. */
export const conceptsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/\s+/)
        .map((one) =>
          one
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, "-")
            .replaceAll(/^-+|-+$/g, ""),
        )
        .filter((one) => one !== "" && one.length <= 60),
    ),
  ].slice(0, 20);

/** Cards as text that Anki and `readTsv` take in: plain, so that nothing in a field is more than text. */
export const writeTsv = (cards: readonly CardText[]): string =>
  [
    "#separator:tab",
    "#html:false",
    "#columns:Front\tBack\tTags",
    "#tags column:3",
    ...cards.map(({ front, back, concepts }) =>
      [front, back, concepts.join(" ")].map(writeField).join("\t"),
    ),
    "",
  ].join("\n");
