import type { ComponentType, ReactNode } from "react";
import type { Attempt, Conditions, DrillMeta, Json, ScoreRange } from "@loopwright/core";

/**
 * What a track's pages/<page>/page.tsx default-exports: a component with these props. Its `page.ts`
 * says what it lists; the shell fetches that, draws title and lead, and does what a page asks for.
 * A page fetches nothing itself, and keeps what it shows in the address.
 */
export type PageProps<Listing extends Json = Json> = {
  /** Drills of the kinds that page.ts lists, of every track. */
  drills: ListedDrill<Listing>[];
  /** What stands behind "?" in the address, all of it text. */
  search: Readonly<Record<string, string>>;
  /** Replaces it all. `replace`: without a step for the back button, as while typing. */
  onSearch: (search: Record<string, string>, options?: { replace?: boolean }) => void;
  /** Under which conditions `onStart` starts. */
  conditions: Conditions;
  /** Starts an attempt and goes there; the clock runs from then on. */
  onStart: (drillId: string) => void;
  /** Starts an attempt, gives it up, and goes where its answer is shown. Ask before. */
  onShowAnswer: (drillId: string) => void;
  /** Documents of the types that page.ts keeps; null where it keeps none. */
  documents: DocumentsPort | null;
  /** How the last of these two stands. */
  starting: { busy: boolean; error: { message: string; next: string } | null };
  Link: ComponentType<PageLinkProps>;
};

export type PageLinkProps = {
  /** An attempt opens where it stands. */
  to: { drill: string } | { attempt: string };
  className?: string | undefined;
  children: ReactNode;
};

/** A drill in a list, with what its kind tells of it before the clock starts. */
export type ListedDrill<Listing extends Json = Json> = Pick<
  DrillMeta,
  "id" | "kind" | "title" | "level" | "minutes" | "core" | "status"
> & {
  trackId: string;
  kindTitle: string;
  /** The learner's attempts on it, newest first. */
  attempts: PastAttempt[];
  listing: Listing;
};

export type PastAttempt = {
  id: string;
  state: Attempt["state"];
  /** ISO 8601 */
  startedAt: string;
  /** Null before the first grade. */
  range: ScoreRange | null;
  passed: boolean;
  /** What its kind's recall.ts tells of each graded stage, by stage. Left out where it tells nothing. */
  recall?: Record<string, Json>;
};

/**
 * What a page keeps for the learner. Every promise may reject with `{ code, message, next }`, fit to be
 * shown; `conflict`: somebody saved in between; `unreachable`: worth trying again.
 */
export type DocumentsPort = {
  /** Last changed first. */
  list: (type: string) => Promise<DocumentListing[]>;
  create: (type: string, content: { title: string; body: Json }) => Promise<KeptDocument>;
  get: (id: string) => Promise<KeptDocument>;
  /** Adds a version after `version`; the same content adds none. */
  save: (id: string, content: DocumentSave) => Promise<KeptDocument>;
  /** Newest first. */
  history: (id: string) => Promise<{ version: number; title: string; savedAt: string }[]>;
  version: (id: string, version: number) => Promise<{ version: number; title: string; body: Json }>;
  remove: (id: string) => Promise<unknown>;
  /** Undoes a removal. */
  restore: (id: string) => Promise<unknown>;
};

export type DocumentSave = { version: number; title: string; body: Json };

export type KeptDocument = {
  id: string;
  type: string;
  title: string;
  version: number;
  body: Json;
  /** ISO 8601 */
  createdAt: string;
  updatedAt: string;
};

/** `summary` is what its type says of it on every save. */
export type DocumentListing = Omit<KeptDocument, "body"> & { summary: Json };
