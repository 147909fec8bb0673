import { AppError } from "@loopwright/core";

import { freshId, id as idShape } from "../../model/ids.ts";
import { numbered } from "./numbered.ts";

/** More parts than any list of a model holds, together. */
const maxParts = 35_000;

export type Fresh = (wanted: string, fallback?: string) => string;

/**
 * Gives out ids, each once: the one that is wanted, while it is valid and free, or one made of it. It goes on
 * counting where it stopped, so that a file in which one id stands ten thousand times is no burden.
 */
export function freshIn(taken: Set<string>): Fresh {
  const counts = new Map<string, number>();
  return (wanted, fallback = "part") => {
    if (taken.size > maxParts) throw tooMany();
    const id =
      idShape.safeParse(wanted).success && !taken.has(wanted) ? wanted : next(wanted, fallback);
    taken.add(id);
    return id;
  };
  function next(wanted: string, fallback: string): string {
    const base = freshId(wanted, new Set(), fallback);
    let count = counts.get(base) ?? 1;
    const id = () => (count === 1 ? base : `${base}-${count}`);
    while (taken.has(id())) count += 1;
    counts.set(base, count);
    return id();
  }
}

const tooMany = (): AppError =>
  new AppError("invalid-input", {
    message: `The file has more than ${numbered(maxParts)} parts.`,
    next: "Split the model.",
  });
