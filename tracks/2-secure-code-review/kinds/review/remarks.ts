import type { Criterion, Remark } from "@loopwright/core";

import { explainCriterion, provenFlaws } from "./criteria.ts";
import { cweInWords } from "./cwe/cwe.ts";
import { inWords, placeOf, type Triaged } from "./grade-triage.ts";
import type { Flaw, ReviewKey } from "./key.ts";
import { hitsOf, type Hit, type Mark } from "./match.ts";
import { linesInWords } from "./range.ts";
import { severityDistance, severityInWords } from "./severity.ts";

const leading = 3;

type Judged = {
  marks: readonly Mark[];
  judged: readonly Criterion[];
  triage: readonly Triaged[];
};

/**
 * What to do differently, the most important first: the recommendation, then the reason. Short, since
 * three of them stand beside the code; the notes on the lines hold the rest.
 */
export function reviewRemarks(key: ReviewKey, { marks, judged, triage }: Judged): Remark[] {
  const hits = hitsOf(marks);
  const byWeight = key.flaws.toSorted((a, b) => rank(b) - rank(a));
  const missed = byWeight.filter(({ id }) => !hits.some(({ flaw }) => flaw.id === id));
  const wrong = hits.filter(({ fit }) => fit === "other" || fit === "none");
  const remarks = [
    ...missed.map(missedRemark),
    ...wrong.map(classRemark),
    ...alarmRemark(marks),
    ...triageRemark(triage),
    ...severityRemark(hits),
    ...explainRemark(hits, judged),
  ];
  if (remarks.length === 0) return byWeight.slice(0, 1).map(nextRemark);
  return remarks.slice(0, leading);
}

const rank = ({ essential, weight }: Flaw): number => (essential ? 100 : 0) + weight;

// Advice is given once; said again before each flaw, it would bury the flaw.
function missedRemark(flaw: Flaw, index: number, missed: readonly Flaw[]): Remark {
  const [range] = flaw.lines;
  const place = range ? ` (${linesInWords(range)})` : "";
  const advice = flaw.omission
    ? "Ask of each handler which check is absent"
    : "Follow each value to where it takes effect";
  const first = missed.findIndex(({ omission }) => omission === flaw.omission) === index;
  const what = `“${flaw.title}”${place}`;
  return {
    weight: flaw.essential ? "essential" : "actionable",
    text: `${first ? `${advice}: ${what} was missed.` : `Also missed: ${what}.`} ${flaw.impact}`,
    criterion: `find-${flaw.id}`,
  };
}

function classRemark({ finding, flaw }: Hit, index: number): Remark {
  const right = flaw.cwe[0] === undefined ? "another class" : cweInWords(flaw.cwe[0]);
  const advice = "Choose the class by what the attacker controls and where it lands. ";
  return {
    weight: flaw.essential ? "essential" : "actionable",
    text: `${index === 0 ? advice : ""}“${flaw.title}” (${linesInWords(finding)}): ${right}.`,
    criterion: `find-${flaw.id}`,
  };
}

function alarmRemark(marks: readonly Mark[]): Remark[] {
  const alarms = marks.filter((mark) => mark.outcome === "false-alarm");
  const worst = alarms.find(({ decoy }) => decoy !== null) ?? alarms[0];
  if (!worst) return [];
  const text = `Name the input that reaches a line before marking it. A false alarm: ${linesInWords(worst.finding)} of ${worst.finding.file}. ${worst.why}`;
  return [{ weight: "actionable", text, criterion: "false-alarms" }];
}

/** A real result that was waved through costs more than a false one that was believed. */
function triageRemark(triage: readonly Triaged[]): Remark[] {
  const wrong = triage.filter(({ right }) => !right);
  const worst = wrong.find(({ scanned }) => scanned.real) ?? wrong[0];
  if (!worst) return [];
  const { rule, file, line } = placeOf(worst.scanned);
  const is = worst.scanned.real ? inWords.real : `a ${inWords.false}`;
  const text = `Follow the input of each result before believing or dismissing it: ${rule} on line ${line} of ${file} is ${is}. ${worst.scanned.why}`;
  return [{ weight: "actionable", text, criterion: "triage" }];
}

function severityRemark(hits: readonly Hit[]): Remark[] {
  const off = hits.find(({ finding, flaw }) => severityDistance(finding, flaw) > 0);
  if (!off) return [];
  const { flaw } = off;
  const text = `Set severity by who is harmed and how far it spreads: “${flaw.title}” is ${severityInWords(flaw)}. ${flaw.impact}`;
  return [{ weight: "actionable", text, criterion: "severity" }];
}

/** Of the flaw that weighs most among those whose sentence leaves something open. */
function explainRemark(hits: readonly Hit[], judged: readonly Criterion[]): Remark[] {
  const verdictOf = ({ flaw }: Hit) =>
    judged.find(({ id }) => id === explainCriterion(flaw.id))?.verdict;
  const [open] = hits
    .filter((hit) => verdictOf(hit) !== "met")
    .toSorted((a, b) => rank(b.flaw) - rank(a.flaw));
  if (!open) return [];
  const { flaw, finding } = open;
  const place = `“${flaw.title}” (${linesInWords(finding)})`;
  const seen =
    finding.impact.trim() === ""
      ? `${place} has no sentence.`
      : `not all of it was found in the sentence on ${place}.`;
  return [
    {
      weight: "actionable",
      text: `Say who gains what, and what a customer loses: ${seen} For example: ${flaw.impact}`,
      criterion: explainCriterion(flaw.id),
    },
  ];
}

const nextRemark = (flaw: Flaw): Remark => ({
  weight: "informative",
  text: `Say next what keeps the class out. ${flaw.prevent}`,
  criterion: `find-${flaw.id}`,
});

/** Keeping the service comes before closing a hole; then the heaviest hole that is still open. */
export function repairRemarks(
  key: ReviewKey,
  { broken, open }: { broken: string[]; open: readonly string[] },
): Remark[] {
  const byWeight = provenFlaws(key).toSorted((a, b) => rank(b) - rank(a));
  const keeps: Remark[] = broken.slice(0, 1).map((name) => ({
    weight: "essential",
    text: `Keep what customers use: “${name}” no longer holds. A repair that breaks the service is rolled back, and the flaw returns with it.`,
    criterion: "keeps",
  }));
  const fixes = byWeight
    .filter(({ id }) => open.includes(id))
    .map((flaw): Remark => ({
      weight: flaw.essential ? "essential" : "actionable",
      text: `${flaw.fix} ${flaw.impact}`,
      criterion: `fix-${flaw.id}`,
    }));
  const remarks = [...keeps, ...fixes];
  if (remarks.length > 0) return remarks.slice(0, leading);
  return byWeight.slice(0, 1).map((flaw) => ({ ...nextRemark(flaw), criterion: `fix-${flaw.id}` }));
}
