import type { Model } from "../../model/model.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Sentence } from "../model-diff.ts";
import { dataSentences } from "./data.ts";
import { placeSentences } from "./elements.ts";
import { flowSentences } from "./flows.ts";
import { judgementSentences } from "./judgements.ts";
import { mitigationSentences } from "./links.ts";
import { minorSentences } from "./minor.ts";
import { protectionSentences } from "./protection.ts";
import { counted, sidesOf, type Draft, type Found, type Sides } from "./sides.ts";
import { threatSentences } from "./threats.ts";

/** The sentences that a reviewer wants, the most important first. */
export function meaningOf(before: Model, after: Model, diff: Found): Sentence[] {
  const sides = sidesOf(before, after, diff);
  const drafts = [
    ...flowSentences(sides),
    ...placeSentences(sides),
    ...protectionSentences(sides),
    ...dataSentences(sides),
    ...threatSentences(sides),
    ...mitigationSentences(sides),
    ...judgementSentences(sides),
  ];
  const told = withFindings(drafts, sides);
  return [...told, ...minorSentences(sides).map((one) => finished(one, ""))].toSorted(heaviest);
}

const heaviest = (a: { weight: number }, b: { weight: number }) => b.weight - a.weight;

/** Each finding is counted once, by the weightiest sentence that explains it; the rest come by themselves. */
function withFindings(drafts: readonly Draft[], sides: Sides): Sentence[] {
  const appeared = bySubject(sides.diff.findings.appeared);
  const gone = bySubject(sides.diff.findings.gone);
  const take = (from: Map<string, Finding[]>, subjects: readonly string[]) =>
    subjects.flatMap((subject) => {
      const all = from.get(subject) ?? [];
      from.delete(subject);
      return all;
    });
  const sentences = drafts.toSorted(heaviest).map((draft) => {
    const subjects = draft.subjects ?? [];
    const now = take(appeared, subjects);
    const then = take(gone, subjects);
    return finished({ ...draft, weight: draft.weight + gravity(now) }, counted(now, then));
  });
  const rest = [...new Set([...appeared.keys(), ...gone.keys()])].map((subject) => {
    const now = take(appeared, [subject]);
    return finished(
      elsewhere(sides.name(subject), subject, now),
      counted(now, take(gone, [subject])),
    );
  });
  return [...sentences, ...rest];
}

const elsewhere = (name: string, subject: string, now: readonly Finding[]): Draft => ({
  kind: "finding",
  text: `${name} is as it was, and what is around it changed`,
  ids: [subject],
  weight: now.length > 0 ? 44 + gravity(now) : 34,
});

const severities = { high: 6, medium: 3, low: 1 } as const;
const gravity = (findings: readonly Finding[]): number =>
  Math.min(
    20,
    findings.reduce((sum, { score }) => sum + severities[score.severity], 0),
  );

function bySubject(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const one of findings) found.set(one.subject, [...(found.get(one.subject) ?? []), one]);
  return found;
}

const finished = ({ kind, text, ids, weight }: Draft, count: string): Sentence => ({
  kind,
  text: `${text}${count}.`,
  ids: [...new Set(ids)],
  weight: Math.round(weight),
});
