import type { Passage } from "../text/passage.ts";
import type { Group, Term } from "../rubric/terms.ts";

/** Where a term stands: index of its first token, and of the one after its last. */
export type Occurrence = { from: number; to: number };

/** Finds terms in one text; built once, asked for every group of a rubric. */
export type TermIndex = (group: Group) => Occurrence[];

export function indexTerms({ tokens }: Passage): TermIndex {
  const byStem = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  for (const [index, { stem, word }] of tokens.entries()) {
    push(byStem, stem, index);
    push(byWord, word, index);
  }
  const vocabulary = [...byWord.keys()];
  const startsOf = ([first]: Term): number[] => {
    if (first === undefined) return [];
    if ("stem" in first) return byStem.get(first.stem) ?? [];
    return vocabulary
      .filter((word) => word.startsWith(first.prefix))
      .flatMap((word) => byWord.get(word) ?? []);
  };
  const stands = (term: Term, from: number): boolean =>
    term.every((part, offset) => {
      const token = tokens[from + offset];
      if (!token) return false;
      return "stem" in part ? token.stem === part.stem : token.word.startsWith(part.prefix);
    });
  const known = new Map<Group, Occurrence[]>();
  const find = (group: Group): Occurrence[] =>
    group
      .flatMap((term) =>
        startsOf(term)
          .filter((from) => stands(term, from))
          .map((from) => ({ from, to: from + term.length })),
      )
      .toSorted((a, b) => a.from - b.from || b.to - a.to);
  return (group) => {
    const found = known.get(group) ?? find(group);
    known.set(group, found);
    return found;
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
