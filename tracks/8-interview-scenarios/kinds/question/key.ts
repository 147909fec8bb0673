import { z } from "zod";
import { slug } from "@loopwright/core";
import { rubric } from "@loopwright/prose";

const words = z.string().min(10, "say it in a sentence").max(900);

/** What an interviewer asks when a point was not made, or an error was stated. */
const probe = z.strictObject({
  id: slug,
  ask: words,
  /** The point that a good reply makes. */
  point: slug,
  /** Asked as well where this error was stated. */
  error: slug.optional(),
});
export type Probe = z.infer<typeof probe>;

const fixture = z.strictObject({
  /** Ids of the points that a human reader finds in it. */
  makes: z.array(slug).default([]),
  /** Ids of the errors that it states. */
  states: z.array(slug).default([]),
  text: z.string().min(20).max(6000),
});

const fixtures = z.strictObject({
  strong: fixture,
  decent: fixture,
  vague: fixture,
  wrong: fixture,
  stuffed: fixture,
  plain: fixture,
});

const note = z.strictObject({ quote: z.string().min(5), note: words });

/** answer/key.yaml, with fixtures.yaml and annotated.yaml beside it: never public. */
export const key = z.strictObject({
  ...rubric.shape,
  probes: z.array(probe).min(1).max(6),
  /** What is asked when all was said. */
  deeper: z.strictObject({ ask: words, listen: words }),
  /** What an answer sounds like at each level: ours, not a published scale. */
  levels: z.strictObject({ L4: words, L5: words, L6: words }),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: z.url() })).min(1),
  fixtures,
  /** A strong and a weak answer with what a panel hears in them. */
  annotated: z
    .strictObject({
      strong: z.array(note).min(1),
      weak: z.strictObject({ of: z.enum(["wrong", "vague"]), notes: z.array(note).min(1) }),
    })
    .optional(),
});
export type QuestionKey = z.infer<typeof key>;
