import type { Topic } from "../material/key.ts";
import { topicsPerQuestion } from "../material/limits.ts";
import { hearPoints } from "../grading/prose.ts";

/** What a question to the interviewer was about. */
export type Heard = {
  /** Topics that it gets an answer to, in the key's order. */
  topics: Topic[];
  /** Whether it asked about more than one question can carry. */
  more: boolean;
  /** Whether anything in it was phrased as a question. */
  asks: boolean;
};

const interrogative =
  /\b(what|which|who|whom|whose|where|when|why|how|is|are|was|were|do|does|did|can|could|will|would|should|may|must|has|have)\b/i;
const request = /\b(tell me|say more|assume|describe|explain|wonder|want to know|like to know)\b/i;
const fewestWords = 3;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Sentences that ask. "Load? Users? Data?" is a list, however many question marks it has. */
export function questionsIn(text: string): string[] {
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
  return sentences.filter((one) => {
    const words = one.match(/[\p{L}\p{N}'’]+/gu) ?? [];
    const begins = words.slice(0, 3).join(" ");
    const asks = one.endsWith("?") ? interrogative.test(one) : interrogative.test(begins);
    return words.length >= fewestWords && (asks || request.test(one));
  });
}

/** Hears a question: at most three topics, so that one breath does not get everything. */
export function hear(text: string, topics: readonly Topic[], question: string): Heard {
  const questions = questionsIn(text);
  const found = new Set(questions.flatMap((one) => topicsIn(one, topics, question)));
  const about = topics.filter(({ id }) => found.has(id));
  return {
    topics: about.slice(0, topicsPerQuestion),
    more: about.length > topicsPerQuestion,
    asks: questions.length > 0,
  };
}

/** A question that holds a negation ("do they not sign in?") asks all the same. */
function topicsIn(sentence: string, topics: readonly Topic[], question: string): string[] {
  const { findings } = hearPoints({ text: sentence, points: topics, question });
  return findings.filter(({ kind }) => kind !== "open").map(({ point }) => point);
}
