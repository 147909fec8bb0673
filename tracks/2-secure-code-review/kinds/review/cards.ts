import type { CardMaker, Files, MadeCard } from "@loopwright/core";

import { cweInWords } from "./cwe/cwe.ts";
import type { Flaw } from "./key.ts";
import type { ReviewKind } from "./kind.ts";

/** Each flaw that was never marked, with its lines: without them nobody can look for it again. */
export const cards: CardMaker<ReviewKind> = ({ stage, brief, files, key, grade }) =>
  stage === "review"
    ? key.flaws
        .filter(({ id }) =>
          grade.criteria.some((one) => one.id === `find-${id}` && one.verdict === "missed"),
        )
        .toSorted((a, b) => b.weight - a.weight)
        .map((flaw) => cardOf(flaw, { language: brief.language, files }))
    : [];

type Code = { language: string; files: Files };

function cardOf(flaw: Flaw, code: Code): MadeCard {
  const [cwe] = flaw.cwe;
  return {
    id: flaw.id,
    front: excerpt(flaw, code),
    back: [
      `**${flaw.title}**${cwe === undefined ? "" : ` (${cweInWords(cwe)})`}`,
      flaw.impact,
      `Repair: ${flaw.fix}`,
      `For good: ${flaw.prevent}`,
    ].join("\n\n"),
  };
}

const around = 4;
const linesMax = 18;

/** The lines of the flaw with a few around them, as far as a card has room. */
function excerpt({ lines: [place] }: Flaw, { language, files }: Code): string {
  if (!place) return "";
  const all = (files[place.file] ?? "").split("\n");
  const from = Math.max(1, place.from - around);
  const to = Math.min(all.length, place.to + around, from + linesMax - 1);
  const code = dedented(all.slice(from - 1, to)).join("\n");
  const fence = "~~~";
  const ask = "what is wrong here, and what does it cost a customer?";
  return `\`${place.file}\` from line ${from}: ${ask}\n\n${fence}${language}\n${code}\n${fence}`;
}

/** Without the indentation that all lines share: a card is narrow. */
function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least));
}
