import type { Place, Report } from "./report.ts";

export type SourceLine = Place & { text: string };

const space = /[\s]+/y;

/** Walks along one line, token by token. */
export class Cursor {
  at = 0;
  readonly line: SourceLine;

  readonly report: Report;

  constructor(line: SourceLine, report: Report) {
    this.line = line;
    this.report = report;
  }

  get here(): Place {
    return this.placeOf(this.at);
  }

  get ended(): boolean {
    this.take(space);
    return this.at >= this.line.text.length;
  }

  /** What is left, with its place. */
  get rest(): SourceLine {
    this.take(space);
    return { ...this.here, text: this.line.text.slice(this.at).trimEnd() };
  }

  placeOf(at: number): Place {
    return { line: this.line.line, column: this.line.column + at };
  }

  /** The pattern has to be sticky. Nothing moves where it does not match. */
  take(pattern: RegExp): string | null {
    return this.match(pattern)?.[0] ?? null;
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** As `take`, after blanks. */
  next(pattern: RegExp): string | null {
    this.take(space);
    return this.take(pattern);
  }
}
