import type { ListedDrill } from "@loopwright/ui";

import type { QuestionListing } from "../../kinds/question/listing.ts";
import { rounds, topics } from "../../kinds/question/topics.ts";

export type Question = ListedDrill<QuestionListing>;

/** One way to narrow the list. A question may have several of its values, or none. */
export type Facet = {
  /** Its name in the address. */
  id: string;
  title: string;
  options: { value: string; label: string }[];
  /** Ticked or not: it has the one value "yes". */
  tick?: true;
  valuesOf: (question: Question) => string[];
};

const roundTitles: Record<(typeof rounds)[number], string> = {
  assessment: "Online assessment",
  phone: "Phone screen",
  loop: "Loop",
};

/** Chosen from a list each. */
export const choices: Facet[] = [
  {
    id: "topic",
    title: "Topic",
    options: Object.entries(topics).map(([value, label]) => ({ value, label })),
    valuesOf: ({ listing }) => [listing.topic],
  },
  {
    id: "round",
    title: "Round",
    options: rounds.map((value) => ({ value, label: roundTitles[value] })),
    valuesOf: ({ listing }) => listing.rounds,
  },
  {
    id: "level",
    title: "Level",
    options: [
      { value: "1", label: "1, first steps" },
      { value: "2", label: "2, phone screen" },
      { value: "3", label: "3, hard" },
    ],
    valuesOf: ({ level }) => [String(level)],
  },
  {
    id: "tried",
    title: "Practised",
    options: [
      { value: "no", label: "Not yet" },
      { value: "yes", label: "Practised" },
      { value: "open", label: "Practised, not passed" },
      { value: "passed", label: "Passed" },
    ],
    valuesOf: (question) => {
      if (!practised(question)) return ["no"];
      return ["yes", question.attempts.some(({ passed }) => passed) ? "passed" : "open"];
    },
  },
];

/** Ticked or not. */
export const marks: Facet[] = [
  {
    id: "core",
    title: "On the preparation list",
    options: [{ value: "yes", label: "On the preparation list" }],
    tick: true,
    valuesOf: ({ core }) => (core ? ["yes"] : []),
  },
  {
    id: "panel",
    title: "Asked by every panel",
    options: [{ value: "yes", label: "Asked by every panel" }],
    tick: true,
    valuesOf: ({ listing }) => (listing.panel ? ["yes"] : []),
  },
];

/** Principles are those that the questions name. Null where none does. */
export function principleFacet(questions: readonly Question[]): Facet | null {
  const named = new Set(questions.flatMap(({ listing }) => listing.principle ?? []));
  if (named.size === 0) return null;
  return {
    id: "principle",
    title: "Principle",
    options: [...named].toSorted().map((value) => ({ value, label: inWords(value) })),
    valuesOf: ({ listing }) => (listing.principle === undefined ? [] : [listing.principle]),
  };
}

/** "dive-deep" → "Dive deep" */
const inWords = (id: string) => {
  const words = id.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Having seen the answer is no practice. */
export const practised = ({ attempts }: Pick<Question, "attempts">): boolean =>
  attempts.some(({ state, range }) => state !== "given-up" || range !== null);
