import type { Remark } from "@loopwright/core";

import { cweInWords } from "./cwe/cwe.ts";
import type { Flaw, ReviewKey } from "./key.ts";
import { hitsOf, type Hit, type Mark } from "./match.ts";
import { linesInWords } from "./range.ts";
import { severityDistance, severityInWords } from "./severity.ts";

const leading = 3;

/** What to do differently, the most important first: the recommendation, then the reason. */
export function reviewRemarks(key: ReviewKey, marks: readonly Mark[]): Remark[] {
  const hits = hitsOf(marks);
  const byWeight = key.flaws.toSorted((a, b) => rank(b) - rank(a));
  const missed = byWeight.filter(({ id }) => !hits.some(({ flaw }) => flaw.id === id));
  const wrong = hits.filter(({ fit }) => fit === "other" || fit === "none");
  const remarks = [
    ...missed.map(missedRemark),
    ...wrong.map(classRemark),
    ...alarmRemark(marks),
    ...severityRemark(hits),
  ];
  if (remarks.length === 0) return byWeight.slice(0, 1).map(nextRemark);
  return remarks.slice(0, leading);
}

const rank = ({ essential, weight }: Flaw): number => (essential ? 100 : 0) + weight;
const asked = ({ ask }: Flaw): string => `An interviewer would ask next: ${ask}`;

function missedRemark(flaw: Flaw): Remark {
  const [range] = flaw.lines;
  const place = range ? ` (${linesInWords(range)} of ${range.file})` : "";
  const advice = flaw.omission
    ? `Ask of each handler which check is absent before reading what is there: “${flaw.title}”${place} was not marked.`
    : `Follow each input to the place where it takes effect: “${flaw.title}”${place} was not marked.`;
  return {
    weight: flaw.essential ? "essential" : "actionable",
    text: `${advice} ${flaw.impact} ${asked(flaw)}`,
    criterion: `find-${flaw.id}`,
  };
}

function classRemark({ finding, flaw }: Hit): Remark {
  const right = flaw.cwe[0] === undefined ? "another class" : cweInWords(flaw.cwe[0]);
  return {
    weight: flaw.essential ? "essential" : "actionable",
    text: `Name the class by what the attacker controls and where it lands: ${linesInWords(finding)} is ${right}. ${flaw.why}`,
    criterion: `find-${flaw.id}`,
  };
}

function alarmRemark(marks: readonly Mark[]): Remark[] {
  const alarms = marks.filter((mark) => mark.outcome === "false-alarm");
  const worst = alarms.find(({ decoy }) => decoy !== null) ?? alarms[0];
  if (!worst) return [];
  const advice = `Name the input that reaches a line before marking it: ${linesInWords(worst.finding)} of ${worst.finding.file} is a false alarm.`;
  const text = `${advice} ${worst.why} Each one costs the team's trust in the next real finding.`;
  return [{ weight: "actionable", text, criterion: "false-alarms" }];
}

function severityRemark(hits: readonly Hit[]): Remark[] {
  const off = hits.find(({ finding, flaw }) => severityDistance(finding, flaw) > 0);
  if (!off) return [];
  const { flaw } = off;
  const text = `Set severity by who is harmed and how far it spreads: “${flaw.title}” is ${severityInWords(flaw)}. ${flaw.impact}`;
  return [{ weight: "actionable", text, criterion: "severity" }];
}

const nextRemark = (flaw: Flaw): Remark => ({
  weight: "informative",
  text: `Say next how the class stays out: ${flaw.prevent} ${asked(flaw)}`,
  criterion: `find-${flaw.id}`,
});

/** Keeping the service comes before closing a hole; then the heaviest hole that is still open. */
export function repairRemarks(
  key: ReviewKey,
  { broken, open }: { broken: string[]; open: readonly string[] },
): Remark[] {
  const byWeight = key.flaws.toSorted((a, b) => rank(b) - rank(a));
  const keeps: Remark[] = broken.slice(0, 1).map((name) => ({
    weight: "essential",
    text: `Keep what customers use while closing the hole: “${name}” no longer holds. A repair that breaks the service is rolled back, and the flaw returns with it.`,
    criterion: "keeps",
  }));
  const fixes = byWeight
    .filter(({ id }) => open.includes(id))
    .map((flaw): Remark => ({
      weight: flaw.essential ? "essential" : "actionable",
      text: `${flaw.fix} ${flaw.impact} ${asked(flaw)}`,
      criterion: `fix-${flaw.id}`,
    }));
  const remarks = [...keeps, ...fixes];
  if (remarks.length > 0) return remarks.slice(0, leading);
  return byWeight.slice(0, 1).map((flaw) => ({ ...nextRemark(flaw), criterion: `fix-${flaw.id}` }));
}
