import type { CardMaker } from "@loopwright/core";

import type { kind } from "./kind.ts";

/** The word that was not said. */
export const cards: CardMaker<typeof kind> = ({ key, text, grade }) =>
  grade.criteria.some(({ verdict }) => verdict === "missed")
    ? [{ id: "word", front: text.split("\n")[0] ?? "", back: `The word is ${key.word}` }]
    : [];
