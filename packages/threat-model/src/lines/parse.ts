import type { Model } from "../model/model.ts";
import { Cursor, type SourceLine } from "./cursor.ts";
import { details } from "./details.ts";
import type { Draft } from "./draft.ts";
import { finish } from "./finish.ts";
import { readFlow } from "./flow-head.ts";
import { readHead } from "./heads.ts";
import { quoted, Report, type LineProblem, type Notice } from "./report.ts";
import { blocksOf, type Block } from "./split.ts";

export type ParsedLines = { model: Model; notices: Notice[]; problems: LineProblem[] };

/**
 * Reads a model that is typed as lines. It never throws: a line that cannot be read is a problem with its
 * place, and the rest of the model stands.
 */
export function parseLines(text: string): ParsedLines {
  const report = new Report();
  const drafts = blocksOf(text, report).flatMap((block) => readBlock(block, report) ?? []);
  const model = finish(drafts, report);
  return { model, ...report.told() };
}

function readBlock({ head, details: below }: Block, report: Report): Draft | null {
  const cursor = new Cursor(head, report);
  const flow = readFlow(cursor);
  const draft = flow === null ? readHead(cursor) : flow.draft;
  for (const line of below) {
    if (draft === null)
      report.problem(line, "The line above it could not be read.", "Mend that line first.");
    else readDetail(line, draft, report);
  }
  return draft;
}

const keyed = /^([A-Za-z]+(?:[ -][A-Za-z]+)*)\s*:\s*/;

function readDetail(line: SourceLine, draft: Draft, report: Report): void {
  const all = draft.owner === "decisions" ? [] : details[draft.owner];
  const found = keyed.exec(line.text);
  const key = found?.[1]?.toLowerCase().replace(/ /g, "-");
  const detail = all.find((one) => one.key === key);
  if (found === null || detail === undefined) {
    const known = all.map((one) => one.key).join(", ");
    report.problem(
      line,
      found === null
        ? "An indented line says more of the line above it, as key: value."
        : `${quoted(found[1]!)} is no key here.`,
      known === ""
        ? "Begin it at the left edge."
        : `Known here: ${known}. Other lines begin at the left edge.`,
    );
    return;
  }
  const place = { line: line.line, column: line.column + found[0].length };
  const read = detail.read(line.text.slice(found[0].length).trimEnd());
  if ("wrong" in read) report.problem(place, read.wrong, read.next);
  else if (draft.places.has(detail.path) || hasMembers(draft, detail.path))
    report.problem(line, `${detail.key} was already given.`, "Keep one of the two.");
  else draft.set(detail.path, read.value, place);
}

const hasMembers = (draft: Draft, path: string): boolean =>
  Array.isArray(draft.value[path]) && draft.value[path].length > 0;
