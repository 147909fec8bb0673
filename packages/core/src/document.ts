import { z } from "zod";

import type { Json } from "./json.ts";

/**
 * documents/<type>/document.ts: something that the learner keeps, such as a threat model or a story.
 * All types share one versioned table and one API.
 */
export type DocumentType<S extends z.ZodType = z.ZodType> = {
  id: string;
  title: string;
  /** The current shape. */
  schema: S;
  /** Version of the shape; stored with each document. */
  format: number;
  /** Lifts a body that was written in an older format. */
  migrate: (body: Json, fromFormat: number) => Json;
  /** A summary that is computed on every save, for lists and rules. */
  analyse?: (body: z.infer<S>) => Json;
  /**
   * A document of this type that a text of an answer writes down, for the sample learner; null where the text is
   * something else. Whether it fits the shape is checked by whoever asks.
   */
  fromText?: (text: string) => Json | null;
};

/** Of a document as JSON. A threat model of a thousand elements with its flows has about one. */
export const documentBytesMax = 8_000_000;

export const defineDocument = <const S extends z.ZodType>(type: DocumentType<S>): DocumentType<S> =>
  type;

export const documentRecord = z.strictObject({
  id: z.string(),
  learnerId: z.string(),
  type: z.string(),
  title: z.string(),
  format: z.int(),
  /** Counts up with every save; the optimistic lock. */
  version: z.int().min(1),
  body: z.json(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
});
export type DocumentRecord = z.infer<typeof documentRecord>;

/** Something that was said: typed, pasted, loaded from an address, or dictated in the browser. */
export const utterance = z.strictObject({
  text: z.string(),
  source: z.enum(["typed", "pasted", "url", "browser"]),
  edited: z.boolean(),
  recordingId: z.string().optional(),
  speech: (z.json() as z.ZodType<Json>).optional(),
});
export type Utterance = z.infer<typeof utterance>;
