import { pronounced, pronouncedCode } from "./pronounce.ts";
import { charactersMax, sentencesOf } from "./sentences.ts";

/** A part of a text that is read by itself. */
export type Block =
  | { kind: "heading" | "text"; text: string }
  | { kind: "code"; text: string }
  /** A row of a table: each cell with the head of its column. */
  | { kind: "row"; text: string; cells: { head: string; text: string }[] };

/** What is spoken in one go, and where it stands in its block. */
export type Piece = { block: number; start: number; end: number; says: string };

/** A text cut to be read aloud. Where code is not spoken, a few words tell that it is there. */
export const piecesOf = (blocks: readonly Block[], { code }: { code: boolean }): Piece[] =>
  blocks.flatMap((block, index) =>
    saidOf(block, code)
      .filter(({ says }) => /[\p{L}\p{N}]/u.test(says))
      .map((piece) => ({ block: index, ...piece })),
  );

function saidOf(block: Block, code: boolean): Omit<Piece, "block">[] {
  const whole = { start: 0, end: block.text.length };
  switch (block.kind) {
    case "code":
      return code ? linesOf(block.text) : [{ ...whole, says: leftOut(block.text) }];
    case "row":
      return rowSaid(block.cells).map((says) => ({ ...whole, says }));
    default:
      return sentencesOf(block.text).map(({ start, end }) => ({
        start,
        end,
        says: closed(pronounced(block.text.slice(start, end)), block.kind === "heading"),
      }));
  }
}

/** A heading has no full stop; without one, a voice runs on into the text. */
const closed = (said: string, isHeading: boolean): string =>
  isHeading && !/[.?!]$/.test(said) ? `${said}.` : said;

function leftOut(text: string): string {
  const lines = text.trimEnd().split("\n").length;
  return `Code, ${lines} ${lines === 1 ? "line" : "lines"}, left out.`;
}

function linesOf(text: string): Omit<Piece, "block">[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const at = start;
    start += line.length + 1;
    return sentencesOf(line).map((part) => ({
      start: at + part.start,
      end: at + part.end,
      says: pronouncedCode(line.slice(part.start, part.end)),
    }));
  });
}

/** "Boundary. Attached to: user, role. Grants: no." in goes that are short enough. */
function rowSaid(cells: { head: string; text: string }[]): string[] {
  const said = cells
    .filter(({ text }) => text.trim() !== "")
    .map(({ head, text }, index) =>
      closed(pronounced(index === 0 || head === "" ? text : `${head}: ${text}`), true),
    );
  const row = said.join(" ");
  if (row.length <= charactersMax) return [row];
  return sentencesOf(row).map(({ start, end }) => row.slice(start, end));
}
