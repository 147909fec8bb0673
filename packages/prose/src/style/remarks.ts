import type { Remark } from "@loopwright/core";

import { audienceTarget, type Audience } from "./audience.ts";
import type { Quoted } from "./quoted.ts";
import { styleOf, type Style } from "./style.ts";

const leading = 3;
const readers: Record<Audience, string> = {
  engineer: "an engineer",
  manager: "a manager",
  customer: "a customer",
};

/**
 * At most three remarks on style, what costs the reader most first. Style is never scored: no remark
 * names a criterion. The thresholds are ours and leave single slips alone.
 */
export const styleRemarks = (text: string, audience: Audience): Remark[] =>
  remarksOn(styleOf(text, audience));

export const remarksOn = (style: Style): Remark[] =>
  [jargonRemark, figureRemark, lengthRemark, hedgeRemark, vagueRemark, passiveRemark]
    .flatMap((remarkOn) => remarkOn(style))
    .slice(0, leading);

function jargonRemark({ jargon, audience }: Style): Remark[] {
  const [first] = jargon;
  if (!first) return [];
  const others = jargon.slice(1, 3).map(quote);
  const also = others.length === 0 ? "" : ` The same holds for ${others.join(" and ")}.`;
  const reader = readers[audience];
  return actionable(
    `Say ${quote(first)} in plain words, for example “${first.plain}”: ${reader} may not know the term, and it is not explained.${also}`,
  );
}

// A change with one leg missing is worth completing; a text without figures is not asked for them here.
function figureRemark({ figures }: Style): Remark[] {
  const open = figures.find(({ triple }) => triple.result && !(triple.baseline && triple.period));
  const { baseline, result, period } = open?.triple ?? {};
  if (!result) return [];
  const missing = baseline ? "how long it took" : period ? "where it started" : null;
  const add = missing ?? "where it started and how long it took";
  return actionable(
    `Add ${add} to ${quote(result)}: a change is only as strong as what it is held against.`,
  );
}

function lengthRemark({ readability, audience }: Style): Remark[] {
  const { grade, meanSentenceWords } = readability;
  const { maxGrade } = audienceTarget(audience);
  if (grade === null || meanSentenceWords === null || grade <= maxGrade) return [];
  const words = Math.round(meanSentenceWords);
  const advice = words > 20 ? "Cut the long sentences in two" : "Choose shorter words";
  return actionable(
    `${advice}: the text reads at grade ${Math.round(grade)} with ${words} words a sentence; for ${readers[audience]}, ${maxGrade} is our ceiling.`,
  );
}

function hedgeRemark({ hedges, readability }: Style): Remark[] {
  const few = Math.max(2, readability.words / 100);
  if (hedges.length < few) return [];
  return actionable(
    `State what is known, and name what would settle the rest: ${listed(hedges)} take${hedges.length === 1 ? "s" : ""} the answer half back.`,
  );
}

function vagueRemark({ vague }: Style): Remark[] {
  const [first] = vague;
  if (!first || vague.length < 2) return [];
  return actionable(
    `Put the fact in place of ${quote(first)} (${first.instead}): ${listed(vague)} could stand in any answer.`,
  );
}

function passiveRemark({ passives, readability }: Style): Remark[] {
  const open = passives.filter(({ agent }) => agent === null);
  const [first] = open;
  if (!first || open.length < Math.max(3, readability.words / 50)) return [];
  return [
    {
      weight: "informative",
      text: `Name who acts in ${quote(first)}: ${open.length} verbs do not say who did it.`,
    },
  ];
}

const actionable = (text: string): Remark[] => [{ weight: "actionable", text }];

const longest = 60;
const quote = ({ text }: Quoted): string => {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > longest ? `${line.slice(0, longest)}…` : line}”`;
};

function listed(found: readonly Quoted[]): string {
  const distinct = [...new Set(found.map(({ text }) => text.toLowerCase()))];
  const shown = distinct.slice(0, 3).map((text) => `“${text}”`);
  const more = distinct.length > 3 ? " and others" : "";
  return shown.length === 1 || more !== ""
    ? `${shown.join(", ")}${more}`
    : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
