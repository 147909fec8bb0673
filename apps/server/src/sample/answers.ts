import type { LoadedDrill } from "@loopwright/content";
import {
  materialOf,
  randomFrom,
  type AnswerFile,
  type Json,
  type KindModule,
} from "@loopwright/core";

import type { Quality } from "./plan.ts";

/** The fixtures of a kind that grades prose, by how good they are. */
const fixtures: Record<Quality, readonly ("strong" | "plain" | "decent" | "vague" | "wrong")[]> = {
  strong: ["strong", "strong", "plain"],
  decent: ["decent", "plain"],
  weak: ["vague", "wrong"],
};

/**
 * An answer of that quality out of the drill's own: its exemplars, wrong answers and fixtures. A wrong answer that
 * leaves a stage out is completed from an exemplar. Null where the drill has none.
 */
export function answerTo(
  { drill, wrong }: LoadedDrill,
  module: KindModule,
  { quality, seed }: { quality: Quality; seed: string },
): AnswerFile | null {
  const material = materialOf(drill) as never;
  const pick = <T>(all: readonly T[]): T | undefined =>
    all[Math.floor(randomFrom(seed)() * all.length)];
  if (module.ranked) {
    const { fixtures: all } = module.ranked(material);
    return triedAgain(all[pick(fixtures[quality]) ?? "strong"].answer, all.strong.answer, module);
  }
  const made = module.examples?.(material);
  const exemplars = [...drill.exemplars, ...(made?.exemplars ?? [])].map(({ answer }) => answer);
  const right = merged(exemplars);
  if (!right) return null;
  if (quality === "strong") return merged([right, pick(exemplars)]);
  // Some have nothing between right and wrong.
  if (quality === "decent" && randomFrom(`${seed} luck`)() < 0.4) return right;
  return merged([right, pick([...wrong, ...(made?.wrong ?? [])])?.answer]);
}

/** The stages of all, the later ones before the earlier; the log of actions of the last that has one. */
function merged(answers: readonly (AnswerFile | undefined)[]): AnswerFile | null {
  const given = answers.filter((one) => one !== undefined);
  if (given.length === 0) return null;
  const stages = Object.assign({}, ...given.map((one) => one.stages)) as AnswerFile["stages"];
  const acted = given.findLast(({ actions }) => actions.length > 0);
  return { stages, actions: acted?.actions ?? [] };
}

/**
 * A later stage that takes what an earlier one takes is a second try, made knowing what the first lacked. Any other
 * is handed in blank where that may be.
 */
function triedAgain(answer: AnswerFile, strong: AnswerFile, { kind }: KindModule): AnswerFile {
  const [said = null] = Object.values(strong.stages);
  const later = kind.stages.flatMap(({ id, answer: shape }): [string, Json][] => {
    if (Object.hasOwn(answer.stages, id)) return [];
    const given = [said, {}].find((one) => shape.safeParse(one).success);
    return given === undefined ? [] : [[id, given]];
  });
  return { ...answer, stages: { ...answer.stages, ...Object.fromEntries(later) } };
}
