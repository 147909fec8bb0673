import type { Completion } from "../../../terminal/complete/complete.ts";

/** A line with its caret, and what else could stand there. */
export type Completed = { text: string; caret: number; offered: Offered | null };

export type Offered = {
  /** Where what is offered begins. */
  from: number;
  options: string[];
  /** The one that was put in; null before one was. */
  chosen: number | null;
};

type Line = { text: string; caret: number };

/** Puts in what is certain. Where several fit, as much as they share; where that is nothing, they are offered. */
export function completeLine({ text, caret }: Line, { from, options }: Completion): Completed {
  const [only, ...others] = options;
  if (only === undefined) return { text, caret, offered: null };
  const shared = others.reduce(sharedStart, only);
  if (others.length > 0) {
    const line = put({ text, caret }, from, shared.length > caret - from ? shared : null);
    return { ...line, offered: { from, options, chosen: null } };
  }
  return { ...put({ text, caret }, from, finished(only)), offered: null };
}

/** Puts in the next of what is offered, or the one at a place of the list. */
export function chooseOffered(line: Line, offered: Offered, at?: number): Completed {
  const next = at ?? ((offered.chosen ?? -1) + 1) % offered.options.length;
  const option = offered.options[next] ?? "";
  return { ...put(line, offered.from, option), offered: { ...offered, chosen: next } };
}

function put({ text, caret }: Line, from: number, option: string | null): Line {
  if (option === null) return { text, caret };
  return { text: text.slice(0, from) + option + text.slice(caret), caret: from + option.length };
}

/** After a whole word comes a space; after a folder or a scheme its end. */
const finished = (option: string): string => (/[/=]$/.test(option) ? option : `${option} `);

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
