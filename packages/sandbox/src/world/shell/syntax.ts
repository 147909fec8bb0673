/** What a line of the shell says, before anything is expanded. */

export type Part =
  | { kind: "text"; text: string; quoted: boolean }
  /** $NAME, ${NAME}, ${NAME:-word}, and $? $$ $0 $# */
  | { kind: "variable"; name: string; fallback: Word | null; quoted: boolean }
  /** $(…) and `…` */
  | { kind: "output"; list: List; quoted: boolean };

export type Word = Part[];

export type Redirect = { fd: number; op: ">" | ">>" | "<" | ">&"; to: Word };

export type Command =
  | { kind: "simple"; sets: { name: string; to: Word }[]; words: Word[]; redirects: Redirect[] }
  | { kind: "group"; list: List; redirects: Redirect[] };

export type Pipeline = { commands: Command[]; negated: boolean };

/** `after` says when the next one runs: always, or after success or failure of this one. */
export type List = { pipeline: Pipeline; after: ";" | "&&" | "||" }[];

/** The line cannot be read; nothing of it runs. */
export class SyntaxProblem extends Error {}

export const lineMaxChars = 16_000;
const nestedMax = 25;

/** A place in the text. Nested readers count how deep they are, since each is a call on the stack. */
export class Reader {
  at = 0;
  readonly text: string;
  depth: number;

  constructor(text: string, depth = 0) {
    if (text.length > lineMaxChars) throw new SyntaxProblem("line too long");
    this.text = text;
    this.depth = depth;
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? "";
  }

  sees(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Steps over the text if it is next. */
  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over what the sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  nested<T>(read: () => T): T {
    if (this.depth >= nestedMax) throw new SyntaxProblem("nested too deeply");
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }
}
