import { parseList } from "./parse.ts";
import { Reader, SyntaxProblem, type Part, type Word } from "./syntax.ts";

/** Characters that end a word outside quotes. */
const breaks = " \t\n;&|<>()";
const plain = /[^ \t\n;&|<>()'"\\$`]+/y;
const bracePlain = /[^}'"\\$`]+/y;
const quotedPlain = /[^"\\$`]+/y;
const name = /[A-Za-z_]\w*|[0-9?$#@*!-]/y;

/**
 * Reads one word, or null where none begins. Quotes join what stands beside them. Inside ${NAME:-word} what ends
 * a word elsewhere is a text like any other.
 */
export function readWord(reader: Reader, ends = breaks): Word | null {
  const parts: Word = [];
  while (reader.next !== "" && !ends.includes(reader.next)) {
    // Nothing between two quotes is still a word; a line break behind a backslash is not.
    const read = readPart(reader, ends === breaks ? plain : bracePlain);
    if (read) parts.push(...read);
  }
  return parts.length > 0 ? parts : null;
}

function readPart(reader: Reader, unquoted: RegExp): Word | null {
  if (reader.take("'")) return [readSingle(reader)];
  if (reader.take('"')) return readDouble(reader);
  if (reader.take("\\\n")) return null;
  if (reader.take("\\")) {
    const text = reader.next;
    reader.at += 1;
    return [{ kind: "text", text: text === "" ? "\\" : text, quoted: true }];
  }
  if (reader.next === "$" || reader.next === "`") return [readExpansion(reader, false)];
  return [{ kind: "text", text: reader.match(unquoted)![0], quoted: false }];
}

function readSingle(reader: Reader): Part {
  const end = reader.text.indexOf("'", reader.at);
  if (end < 0) throw new SyntaxProblem("Unterminated quoted string");
  const text = reader.text.slice(reader.at, end);
  reader.at = end + 1;
  return { kind: "text", text, quoted: true };
}

function readDouble(reader: Reader): Word {
  const parts: Word = [{ kind: "text", text: "", quoted: true }];
  const add = (text: string) => parts.push({ kind: "text", text, quoted: true });
  while (!reader.take('"')) {
    if (reader.next === "") throw new SyntaxProblem("Unterminated quoted string");
    const text = reader.match(quotedPlain)?.[0];
    if (text !== undefined) add(text);
    else if (reader.next === "$" || reader.next === "`") parts.push(readExpansion(reader, true));
    else if (reader.take("\\")) {
      const escaped = reader.next;
      reader.at += 1;
      if (escaped !== "\n") add('$`"\\'.includes(escaped) ? escaped : `\\${escaped}`);
    }
  }
  return parts;
}

function readExpansion(reader: Reader, quoted: boolean): Part {
  if (reader.take("`")) return { kind: "output", list: readBackticks(reader), quoted };
  reader.at += 1;
  if (reader.take("(")) {
    const list = reader.nested(() => parseList(reader, ")"));
    return { kind: "output", list, quoted };
  }
  if (reader.take("{")) return readBraces(reader, quoted);
  const found = reader.match(name)?.[0];
  if (found === undefined) return { kind: "text", text: "$", quoted };
  return { kind: "variable", name: found, fallback: null, quoted };
}

function readBraces(reader: Reader, quoted: boolean): Part {
  const found = reader.match(name)?.[0];
  if (found === undefined) throw new SyntaxProblem("Bad substitution");
  let fallback: Word | null = null;
  if (reader.match(/:?-/y)) fallback = reader.nested(() => readWord(reader, "}")) ?? [];
  if (!reader.take("}")) throw new SyntaxProblem("Bad substitution");
  if (quoted) fallback = fallback?.map((part) => ({ ...part, quoted })) ?? null;
  return { kind: "variable", name: found, fallback, quoted };
}

function readBackticks(reader: Reader) {
  const found = reader.match(/((?:[^`\\]|\\[\s\S])*)`/y);
  if (!found) throw new SyntaxProblem("EOF in backquote substitution");
  const inner = found[1]!.replaceAll(/\\([`\\$])/g, "$1");
  return reader.nested(() => parseList(new Reader(inner, reader.depth), ""));
}
