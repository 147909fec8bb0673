/** A place in the text; both count from 1. */
export type Place = { line: number; column: number };

/** What was understood, and how, where the lines did not say it. */
export type Notice = Place & { message: string };

/** What was not understood. The rest of the model stands. */
export type LineProblem = Place & { message: string; next: string };

const maxProblems = 1_000;

/** Collects what is to be said of a text. */
export class Report {
  readonly notices: Notice[] = [];
  readonly problems: LineProblem[] = [];
  private untold: Place | undefined;

  notice({ line, column }: Place, message: string): void {
    this.notices.push({ line, column, message });
  }

  problem({ line, column }: Place, message: string, next: string): void {
    if (this.problems.length < maxProblems) this.problems.push({ line, column, message, next });
    else this.untold ??= { line, column };
  }

  /** All in the order of the text; where there were too many, the last says so. */
  told(): { notices: Notice[]; problems: LineProblem[] } {
    const last = this.untold && {
      ...this.untold,
      message: `More than ${maxProblems} problems; the rest is not listed.`,
      next: "Mend these first.",
    };
    return {
      notices: inOrder(this.notices),
      problems: [...inOrder(this.problems), ...(last ? [last] : [])],
    };
  }
}

const inOrder = <T extends Place>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** What somebody typed, short enough to be said back. */
export const quoted = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text}”`;
