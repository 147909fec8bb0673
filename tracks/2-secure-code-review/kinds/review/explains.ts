import { point, type Rubric } from "@loopwright/prose";
import { z } from "zod";

const { id, title, ways, plain, why } = point.shape;

/**
 * One thing that the sentence of a finding has to say: what an attacker gains, or what it costs a
 * customer. The terms are those of every rubric; see packages/prose.
 */
export const explained = z
  .strictObject({ id, title, ways, plain, why: why.optional() })
  .refine((one) => one.ways.every((way) => way.length >= 2), {
    message: "a way needs two groups or more: one word alone proves nothing",
    path: ["ways"],
  });
export type Explained = z.infer<typeof explained>;

type Told = { title: string; impact: string; why: string; explains: readonly Explained[] };

/** What the sentence on a flaw is graded by. */
export const rubricOf = ({ impact, why: reason, explains }: Told): Rubric => ({
  points: explains.map((one) => ({
    ...one,
    weight: 1,
    essential: false,
    // Told here, the flaw's own words count as being on topic.
    why: `${one.why ?? ""} ${impact} ${reason}`,
  })),
  misconceptions: [],
});

/** What was asked: neither the brief said again nor the name of the flaw explains it. */
export const questionOf = (brief: string, { title: named }: Pick<Told, "title">): string =>
  `${brief}\n\n${named}.`;
