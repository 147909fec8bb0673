/** One record of a text file, and the line on which it begins. */
export type TextRecord = { line: number; fields: string[] };

/** `openQuote`: the line of a quotation mark that never closes; what follows it was not read. */
export type Records = { records: TextRecord[]; openQuote: number | null };

/**
 * Splits text into records of tab-separated fields. A field in quotation marks may hold tabs, line ends, and
 * quotation marks doubled, as Anki and spreadsheets write them.
 */
export function readRecords(text: string): Records {
  const source = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const records: TextRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const record: TextRecord = { line, fields: [] };
    for (let more = true; more;) {
      const field = source[at] === '"' ? quoted(source, at) : plain(source, at);
      if (field === null) return { records, openQuote: record.line };
      record.fields.push(field.text);
      line += linesIn(source, at, field.end);
      at = field.end + 1;
      more = source[field.end] === "\t";
    }
    line += 1;
    records.push(record);
  }
  return { records, openQuote: null };
}

type Field = { text: string; /** Where its tab or line end stands. */ end: number };

function plain(source: string, from: number): Field {
  const end = endFrom(source, from);
  return { text: source.slice(from, end), end };
}

/** What stands between the closing mark and the end of the field belongs to it: `"a"b` is ab. */
function quoted(source: string, from: number): Field | null {
  let text = "";
  for (let at = from + 1; ;) {
    const mark = source.indexOf('"', at);
    if (mark === -1) return null;
    text += source.slice(at, mark);
    if (source[mark + 1] !== '"') {
      const rest = plain(source, mark + 1);
      return { text: text + rest.text, end: rest.end };
    }
    text += '"';
    at = mark + 2;
  }
}

function endFrom(source: string, from: number): number {
  for (let at = from; at < source.length; at++)
    if (source[at] === "\t" || source[at] === "\n") return at;
  return source.length;
}

function linesIn(source: string, from: number, to: number): number {
  let lines = 0;
  for (let at = source.indexOf("\n", from); at !== -1 && at < to; at = source.indexOf("\n", at + 1))
    lines += 1;
  return lines;
}

/** A field as it is written: in quotation marks where it would be read as something else. */
export const writeField = (text: string): string =>
  /["\t\n\r]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
