import { topics } from "../../kinds/question/topics.ts";
import type { Facet, Question } from "./facets.ts";

/** What is chosen: a value for each facet by its id, and the words that are looked for. */
export type Filter = { chosen: Record<string, string>; text: string };

export type Found = {
  questions: Question[];
  /** By facet, then value: how many there would be with that value chosen. */
  counts: Record<string, Record<string, number>>;
};

/** From the address, where anything may stand: what no facet knows is left out. */
export function readFilter(search: Readonly<Record<string, string>>, facets: Facet[]): Filter {
  const chosen: Record<string, string> = {};
  for (const { id, options } of facets) {
    const value = search[id];
    if (value !== undefined && options.some((one) => one.value === value)) chosen[id] = value;
  }
  return { chosen, text: search["q"] ?? "" };
}

export const writeFilter = ({ chosen, text }: Filter): Record<string, string> => ({
  ...chosen,
  ...(text.trim() !== "" && { q: text }),
});

export const isEmpty = ({ chosen, text }: Filter): boolean =>
  Object.keys(chosen).length === 0 && text.trim() === "";

export function find(questions: readonly Question[], filter: Filter, facets: Facet[]): Found {
  const words = wordsOf(filter.text);
  const counts: Found["counts"] = Object.fromEntries(facets.map(({ id }) => [id, {}]));
  const found: Question[] = [];
  for (const question of questions) {
    const said = words.length === 0 ? "" : searched(question);
    if (!words.every((word) => said.includes(word))) continue;
    const failing = facets.filter((facet) => !holds(facet, question, filter));
    if (failing.length === 0) found.push(question);
    // With one facet in its way, a question would come by another choice of that facet alone.
    const counted = failing.length === 0 ? facets : failing.length === 1 ? failing : [];
    for (const { id, valuesOf } of counted) {
      const tally = counts[id] ?? {};
      for (const value of valuesOf(question)) tally[value] = (tally[value] ?? 0) + 1;
    }
  }
  return { questions: found, counts };
}

function holds({ id, valuesOf }: Facet, question: Question, { chosen }: Filter): boolean {
  const value = chosen[id];
  return value === undefined || valuesOf(question).includes(value);
}

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

const wordsOf = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean);

const searched = ({ title, listing }: Question): string =>
  plain([title, listing.question, topics[listing.topic]].join("\n"));

const order = Object.keys(topics);

/** By topic, then from easy to hard. */
export const inOrder = (questions: readonly Question[]): Question[] =>
  questions.toSorted(
    (a, b) =>
      order.indexOf(a.listing.topic) - order.indexOf(b.listing.topic) ||
      a.level - b.level ||
      a.title.localeCompare(b.title),
  );
