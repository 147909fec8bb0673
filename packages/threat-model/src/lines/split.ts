import type { SourceLine } from "./cursor.ts";
import type { Report } from "./report.ts";

/** A line and the indented lines below it. */
export type Block = { head: SourceLine; details: SourceLine[] };

export const maxChars = 1_000_000;
export const maxLines = 20_000;

/** Comments and blank lines fall away. A text that is indented as a whole is read from its own left edge. */
export function blocksOf(text: string, report: Report): Block[] {
  if (text.length > maxChars) {
    report.problem(
      { line: 1, column: 1 },
      `The text has ${text.length} characters; a million is the most.`,
      "Keep such a model as JSON.",
    );
    return [];
  }
  const all = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  if (all.length > maxLines)
    report.problem(
      { line: maxLines + 1, column: 1 },
      `The text has ${all.length} lines; the first ${maxLines} were read.`,
      "Keep such a model as JSON.",
    );
  const lines = all
    .slice(0, maxLines)
    .map((one, at) => ({ line: at + 1, column: 1, text: one }))
    .filter((one) => !/^\s*(#|$)/.test(one.text));
  return grouped(lines, /^\s*/.exec(lines[0]?.text ?? "")![0], report);
}

function grouped(lines: readonly SourceLine[], edge: string, report: Report): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const start = line.text.startsWith(edge) ? edge.length : 0;
    const blanks = /^\s*/.exec(line.text.slice(start))![0].length;
    const at = start + blanks;
    const inner = { line: line.line, column: line.column + at, text: line.text.slice(at) };
    const last = blocks.at(-1);
    if (blanks === 0) blocks.push({ head: inner, details: [] });
    else if (last) last.details.push(inner);
    else
      report.problem(
        inner,
        "An indented line needs a line above it.",
        "Begin it at the left edge.",
      );
  }
  return blocks;
}
