import { spendChars, type Session } from "./session.ts";
import type { List, Part, Word } from "./syntax.ts";

/** Runs a list and gives what it printed. */
export type Substitute = (list: List, session: Session) => string;

/**
 * A word as the fields that a program gets. Results of expansions outside quotes are split at white space;
 * one that is empty leaves no field. Patterns stay as they are written.
 */
export function fieldsOfWord(word: Word, session: Session, substitute: Substitute): string[] {
  const fields: string[] = [];
  let current: string | null = null;
  const add = (text: string) => {
    spendChars(session.budget, text.length);
    current = (current ?? "") + text;
  };
  const end = () => {
    if (current !== null) fields.push(current);
    current = null;
  };
  for (const { text, split } of piecesOf(word, session, substitute)) {
    if (!split) {
      add(text);
      continue;
    }
    const [first, ...others] = text.split(/[ \t\n]+/);
    if (first !== "") add(first!);
    for (const other of others) {
      end();
      if (other !== "") add(other);
    }
  }
  end();
  return fields;
}

/** A word as one text, for assignments and names of files. */
export function textOfWord(word: Word, session: Session, substitute: Substitute): string {
  const text = piecesOf(word, session, substitute)
    .map((piece) => piece.text)
    .join("");
  spendChars(session.budget, text.length);
  return text;
}

type Piece = { text: string; split: boolean };

const piecesOf = (word: Word, session: Session, substitute: Substitute): Piece[] =>
  word.flatMap((part) => piecesOfPart(part, session, substitute));

function piecesOfPart(part: Part, session: Session, substitute: Substitute): Piece[] {
  if (part.kind === "text") return [{ text: part.text, split: false }];
  const split = !part.quoted;
  if (part.kind === "output") {
    const text = substitute(part.list, session).replace(/\n+$/, "");
    return [{ text, split }];
  }
  const value = valueOf(part.name, session);
  if (value === "" && part.fallback) return piecesOf(part.fallback, session, substitute);
  // White space of a separator that is expanded splits like any other.
  return [{ text: value, split }];
}

function valueOf(name: string, session: Session): string {
  const special: Record<string, string> = {
    "?": String(session.lastExit),
    $: "4242",
    "0": "sh",
    "#": "0",
    IFS: " \t\n",
  };
  return session.vars.get(name) ?? (Object.hasOwn(special, name) ? special[name]! : "");
}
