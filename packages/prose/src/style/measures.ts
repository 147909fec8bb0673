import type { Measure } from "@loopwright/core";

import type { Audience } from "./audience.ts";
import { styleOf, type Style } from "./style.ts";

/** Figures beside the verdicts, in a fixed order. None of them is a score; the grade may be absent. */
export const styleMeasures = (text: string, audience: Audience): Measure[] =>
  measuresOf(styleOf(text, audience));

export function measuresOf(style: Style): Measure[] {
  const { readability, figures } = style;
  const complete = new Set(figures.map(({ triple }) => triple).filter(isComplete)).size;
  return present([
    ["style-words", "Words", readability.words, "words"],
    ["style-sentence-length", "Mean sentence", readability.meanSentenceWords, "words"],
    ["style-grade", "Reading grade", readability.grade, "school years"],
    ["style-jargon", "Unexplained terms", style.jargon.length, "terms"],
    ["style-passives", "Passive verbs", style.passives.length, "verbs"],
    ["style-hedges", "Hedges", style.hedges.length, "phrases"],
    ["style-vague", "Vague words", style.vague.length, "phrases"],
    ["style-figures", "Figures", figures.length, "figures"],
    ["style-figures-complete", "With baseline, result and period", complete, "figures"],
  ]);
}

const isComplete = ({ baseline, result, period }: Style["figures"][number]["triple"]): boolean =>
  baseline !== undefined && result !== undefined && period !== undefined;

type Row = readonly [id: string, title: string, value: number | null, unit: string];

const present = (rows: readonly Row[]): Measure[] =>
  rows.flatMap(([id, title, value, unit]) =>
    value === null ? [] : [{ id, title, value: Math.round(value * 10) / 10, unit }],
  );
