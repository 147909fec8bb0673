import type { Verdict } from "@loopwright/core";

import type { KeyAnswer } from "../key.ts";

type Wanted = Extract<KeyAnswer, { type: "names" }>;

export type NamesFound = {
  verdict: Verdict;
  right: string[];
  /** Named, and had nothing to do with it. */
  wrong: string[];
  /** How many were not named. */
  missing: number;
};

/** All of them and no other; partly where half of them are there, and one other at most. */
export function judgeNames({ all, may }: Wanted, given: readonly string[]): NamesFound {
  const open = [...all];
  const right: string[] = [];
  const wrong: string[] = [];
  for (const one of new Set(given.map((text) => text.trim()).filter((text) => text !== ""))) {
    const at = open.findIndex((name) => names(name, one));
    if (at >= 0) {
      open.splice(at, 1);
      right.push(one);
      // The same thing in another spelling is no second one.
    } else if (![...all, ...may].some((name) => names(name, one))) wrong.push(one);
  }
  const isHalf = right.length * 2 >= all.length && wrong.length <= 1;
  const verdict = open.length === 0 && wrong.length === 0 ? "met" : isHalf ? "partly" : "missed";
  return { verdict, right, wrong, missing: open.length };
}

/** Whether a text is one of the spellings, or the end of one from a colon or slash on. */
const names = (spellings: readonly string[], text: string): boolean =>
  spellings.some((spelling) => {
    const [whole, part] = [spelling.toLowerCase(), text.toLowerCase()];
    return whole === part || whole.endsWith(`/${part}`) || whole.endsWith(`:${part}`);
  });
