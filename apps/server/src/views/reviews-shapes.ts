import type { Rating } from "@loopwright/core";
import type { Suspension } from "@loopwright/core/schedule";

/** Where a card comes from: its track, a question that was tried, a grade that found something missing, the learner. */
export type CardOrigin = "curriculum" | "question" | "made" | "own";

type CardFacts = {
  id: string;
  origin: CardOrigin;
  /** Markdown, both. Empty where the back is the reviewed answer of an attempt. */
  front: string;
  back: string;
  concepts: readonly string[];
  /** What it stands on, and the day on which that was last looked at. */
  source: { url: string; asOf: string } | null;
  /** What it was made from. */
  from: { drillId: string; drillTitle: string; attemptId: string } | null;
};

/** A card as it is asked. */
export type QueueCard = CardFacts & {
  isNew: boolean;
  /** After how long it comes back, by rating: "10 min", "3 days". */
  intervals: Record<Rating, string>;
  /** What the last graded answer to it speaks for; null where there is none since its last review. */
  suggested: Rating | null;
};

/** GET /reviews: what is to be reviewed now. */
export type QueueView = {
  /** The first of the queue, in order. */
  cards: QueueCard[];
  /** Of the whole queue: cards seen before, and new ones. */
  due: number;
  fresh: number;
  /** Reviews of today. */
  done: number;
  /** The newest review of today, which can be undone. */
  last: { id: string } | null;
  /** Cards that are due tomorrow, new ones left out. */
  tomorrow: number;
  /** When the next card is due after those of the queue, ISO 8601; null where none is. */
  nextDueAt: string | null;
  /** New and due cards beyond today's limits. */
  beyond: { fresh: number; due: number };
  /** Of all cards there are. */
  total: number;
};

/** POST /reviews: whether the card has become a leech, and is asked no more. */
export type ReviewView = { leech: boolean; queue: QueueView };

export type CardFilter = "all" | "due" | "new" | "leech" | "suspended";

/** A card as the list shows it. */
export type CardRow = CardFacts & {
  isNew: boolean;
  /** ISO 8601; null before its first review. */
  due: string | null;
  /** How often it was forgotten after it had been learned. */
  lapses: number;
  suspended: Suspension;
};

/** GET /cards: one page of what fits. */
export type CardsView = {
  cards: CardRow[];
  /** How many fit. */
  total: number;
  /** Of all cards. */
  counts: Record<CardFilter, number>;
};

/** POST /cards/import: what came of each line. */
export type ImportView = {
  added: number;
  /** Lines whose front is there already: how many, and the first of them. */
  known: { count: number; lines: number[] };
  problems: { count: number; first: { line: number; message: string }[] };
};
