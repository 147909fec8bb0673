import type { Audience } from "../audience.ts";

/**
 * One line of the list: names parted by " | " ("to " marks a verb), plain words, and the least
 * technical reader who knows it: `nobody` outside security does, an `engineer`, a `manager`.
 * `customer` means that the term is common knowledge; it is listed so that longer names win over it.
 */
export type TermRow = readonly [names: string, plain: string, knownBy: Audience | "nobody"];

export type Term = { names: readonly string[]; plain: string; explainFor: readonly Audience[] };

const explainFor: Record<TermRow[2], readonly Audience[]> = {
  nobody: ["engineer", "manager", "customer"],
  engineer: ["manager", "customer"],
  manager: ["customer"],
  customer: [],
};

export const termOf = ([names, plain, knownBy]: TermRow): Term => ({
  names: names.split(" | "),
  plain,
  explainFor: explainFor[knownBy],
});
