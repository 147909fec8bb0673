import type { Passage } from "../text/passage.ts";
import { tokenise } from "../text/tokens.ts";
import { functionWords } from "../text/words.ts";
import type { Rubric } from "../rubric/schema.ts";
import { parseGroup } from "../rubric/terms.ts";
import { contentStems } from "./plain.ts";
import type { Window } from "./way.ts";

/** Why a whole text is not judged point by point. Only `blank` and `off-topic` make points missed. */
export type Guard = {
  kind: "blank" | "off-topic" | "aside" | "other-script" | "keywords";
  reason: string;
};

/** Sentences hold at least this share of function words; strings of keywords do not. */
const functionShareMin = 0.18;
/** Fewer words than this tell nothing about their kind; a short reply may well be a list. */
const shareWordsMin = { text: 25, window: 12 };

const latinShareMin = 0.5;
/** Where nobody says otherwise, fewer words than this say nothing. */
export const blankWords = 3;
/**
 * Share of its vocabulary that an answer has in common with rubric and question. Chosen on the bank: its
 * own answers have .35 and more, unless they say nothing; answers to other questions .24, and .40 at most
 * for 99 of 100. In between, nothing is called missed.
 */
const offTopicShare = 0.1;
const asideShare = 0.3;
const topicWordsMin = { offTopic: 15, aside: 30 };

const functionShare = (words: readonly string[]): number =>
  words.filter((word) => functionWords.has(word)).length / Math.max(1, words.length);

type Allowed = { vocabulary: ReadonlySet<string>; fewestWords: number };

export function guardText(passage: Passage, { vocabulary, fewestWords }: Allowed): Guard | null {
  const { tokens, text } = passage;
  const words = tokens.map(({ word }) => word);
  if (latinShare(text) < latinShareMin) {
    return { kind: "other-script", reason: "Only answers in English can be judged." };
  }
  if (words.length < fewestWords) return { kind: "blank", reason: "Nothing was said." };
  if (words.length >= shareWordsMin.text && functionShare(words) < functionShareMin) {
    const reason = "Keywords in a row prove nothing: say what does what, in sentences.";
    return { kind: "keywords", reason };
  }
  return guardTopic([...new Set(contentStems(tokens))], vocabulary);
}

function guardTopic(stems: readonly string[], vocabulary: ReadonlySet<string>): Guard | null {
  const shared = stems.filter((stem) => vocabulary.has(stem)).length / stems.length;
  if (shared < offTopicShare && stems.length >= topicWordsMin.offTopic) {
    return { kind: "off-topic", reason: "The answer speaks about something else." };
  }
  if (shared < asideShare && stems.length >= topicWordsMin.aside) {
    const reason =
      "Most of the answer speaks about something else, so single passages prove nothing.";
    return { kind: "aside", reason };
  }
  return null;
}

function latinShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters === 0 ? 1 : latin / letters;
}

/** Stems of everything that rubric and question say. */
export function vocabularyOf({ points, misconceptions }: Rubric, question: string): Set<string> {
  const said = points.flatMap(({ title, plain, why }) => [title, why, ...plain]);
  const errors = misconceptions.flatMap(({ says, instead }) => [says, instead]);
  const terms = points.flatMap(({ ways }) =>
    ways.flat().flatMap((group) => parseGroup(group).flat()),
  );
  return new Set([
    ...contentStems(tokenise([question, ...said, ...errors].join(". "))),
    ...terms.flatMap((part) => ("stem" in part ? [part.stem] : [part.prefix])),
  ]);
}

/** Whether a window is a string of keywords inside a text that otherwise has sentences. */
export function isKeywords({ tokens, pieces }: Passage, { first, last }: Window): boolean {
  const words = tokens
    .slice(pieces[first]?.from ?? 0, pieces[last]?.to ?? 0)
    .map(({ word }) => word);
  return words.length >= shareWordsMin.window && functionShare(words) < functionShareMin / 2;
}

/** Stems of the question in runs of this many are an echo, not an answer. */
const echoRun = 6;

/** Tells whether a window only says the question again. */
export function echoOf(question: string): (passage: Passage, window: Window) => boolean {
  const runs = new Set(runsOf(tokenise(question).map(({ stem }) => stem)));
  return ({ tokens, pieces }, { first, last }) => {
    const stems = tokens
      .slice(pieces[first]?.from ?? 0, pieces[last]?.to ?? 0)
      .map(({ stem }) => stem);
    const own = runsOf(stems);
    return own.length > 0 && own.filter((run) => runs.has(run)).length / own.length > 0.5;
  };
}

const runsOf = (stems: readonly string[]): string[] =>
  Array.from({ length: Math.max(0, stems.length - echoRun + 1) }, (_, at) =>
    stems.slice(at, at + echoRun).join(" "),
  );
