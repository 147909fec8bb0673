import {
  Reader,
  SyntaxProblem,
  type Command,
  type List,
  type Pipeline,
  type Redirect,
} from "./syntax.ts";
import { readWord } from "./words.ts";

/**
 * The grammar of a POSIX shell as far as command lines go: lists, pipelines, groups, redirects, assignments.
 * Compound commands (if, for, case), functions, here-documents, arithmetic and patterns are left out: their
 * words are taken as names of programs, which are not found. Throws SyntaxProblem.
 */
export function parse(line: string): List {
  return parseList(new Reader(line), "");
}

/** Reads until `end`: ")" or the end of the text. */
export function parseList(reader: Reader, end: ")" | ""): List {
  const list: List = [];
  for (;;) {
    skipBlank(reader, true);
    if (reader.next === end) {
      reader.at += 1;
      const last = list.at(-1);
      if (last && last.after !== ";") throw unexpected(reader, end);
      return list;
    }
    if (reader.next === "") throw unexpected(reader, "");
    const pipeline = parsePipeline(reader);
    list.push({ pipeline, after: parseOperator(reader, end) });
  }
}

function parseOperator(reader: Reader, end: string): ";" | "&&" | "||" {
  skipBlank(reader, false);
  if (reader.take("&&")) return "&&";
  if (reader.take("||")) return "||";
  // What runs in the background runs at once here, so that its traces are there when a test looks.
  if (reader.take(";") || reader.take("&") || reader.take("\n")) return ";";
  if (reader.next === end || reader.next === "") return ";";
  throw unexpected(reader, reader.next);
}

function parsePipeline(reader: Reader): Pipeline {
  const negated = reader.match(/![ \t]+/y) !== null;
  const commands = [parseCommand(reader)];
  for (;;) {
    skipBlank(reader, false);
    if (reader.sees("||") || !reader.take("|")) return { commands, negated };
    skipBlank(reader, true);
    commands.push(parseCommand(reader));
  }
}

function parseCommand(reader: Reader): Command {
  if (reader.take("(")) {
    const list = reader.nested(() => parseList(reader, ")"));
    return { kind: "group", list, redirects: parseRedirects(reader) };
  }
  const simple: Extract<Command, { kind: "simple" }> = {
    kind: "simple",
    sets: [],
    words: [],
    redirects: [],
  };
  for (;;) {
    skipBlank(reader, false);
    const redirect = parseRedirect(reader);
    if (redirect) {
      simple.redirects.push(redirect);
      continue;
    }
    const set = simple.words.length === 0 ? reader.match(/([A-Za-z_]\w*)=/y) : null;
    if (set) {
      simple.sets.push({ name: set[1]!, to: readWord(reader) ?? [] });
      continue;
    }
    const word = readWord(reader);
    if (!word) break;
    simple.words.push(word);
  }
  const { sets, words, redirects } = simple;
  if (sets.length + words.length + redirects.length === 0) throw unexpected(reader, reader.next);
  return simple;
}

function parseRedirects(reader: Reader): Redirect[] {
  const found: Redirect[] = [];
  for (;;) {
    skipBlank(reader, false);
    const redirect = parseRedirect(reader);
    if (!redirect) return found;
    found.push(redirect);
  }
}

function parseRedirect(reader: Reader): Redirect | null {
  if (reader.match(/[0-9]*<</y)) throw new SyntaxProblem("here-documents are not known here");
  const found = reader.match(/([0-9]?)(>&|>>|>\||>|<)/y);
  if (!found) return null;
  const [, digit, op] = found as unknown as [string, string, string];
  skipBlank(reader, false);
  const to = readWord(reader);
  if (!to) throw unexpected(reader, reader.next);
  const fd = digit === "" ? (op === "<" ? 0 : 1) : Number(digit);
  return { fd, op: op === ">|" ? ">" : (op as Redirect["op"]), to };
}

/** Space, comments, continued lines; between commands of a list, line breaks too. */
function skipBlank(reader: Reader, lines: boolean): void {
  reader.match(lines ? /(?:[ \t\n]|\\\n|#[^\n]*)+/y : /(?:[ \t]|\\\n|#[^\n]*)+/y);
}

function unexpected(reader: Reader, what: string): SyntaxProblem {
  const seen = what === "" ? "end of file" : what === "\n" ? "newline" : `"${what}"`;
  return new SyntaxProblem(`${seen} unexpected`);
}
