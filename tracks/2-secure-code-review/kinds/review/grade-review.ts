import {
  judge,
  type Evidence,
  type Measure,
  type Ports,
  type StageResult,
  type Verdict,
} from "@loopwright/core";

import type { ReviewAnswer } from "./answer.ts";
import { clockWords } from "./clock.ts";
import { criteria, explainCriterion, lowerFirst } from "./criteria.ts";
import { cweInWords } from "./cwe/cwe.ts";
import { gradeExplained } from "./grade-explained.ts";
import { gradeTriage, scanOf, triaged } from "./grade-triage.ts";
import type { Flaw } from "./key.ts";
import { creditOf, hitsOf, matchFindings, type Hit, type Mark } from "./match.ts";
import type { ReviewBrief } from "./brief.ts";
import type { ReviewKey } from "./key.ts";
import { linesInWords } from "./range.ts";
import { reviewRemarks } from "./remarks.ts";
import { severityDistance, severityInWords } from "./severity.ts";

type Found = { verdict: Verdict; evidence?: Evidence[]; note?: string };
type Input = {
  brief: ReviewBrief;
  /** brief.md */
  text: string;
  files: Record<string, string>;
  key: ReviewKey;
  ports: Pick<Ports, "prose">;
};

/** Share of the marks that must be real flaws: fewer, and a team stops reading the review. */
const signalShare = 0.6;

/** Grades the marked lines and their sentences. Nothing runs; a language model may read what stayed open. */
export async function gradeReview(input: Input & { answer: ReviewAnswer }): Promise<StageResult> {
  const { key, answer } = input;
  const marks = matchFindings({ findings: answer.findings, ...key });
  const hits = hitsOf(marks);
  const found: Record<string, Found> = Object.fromEntries(
    key.flaws.map((flaw) => [
      `find-${flaw.id}`,
      findFlaw(
        flaw,
        hits.find((hit) => hit.flaw.id === flaw.id),
      ),
    ]),
  );
  found["signal"] = signal(marks, hits);
  found["false-alarms"] = falseAlarms(marks, hits);
  if (scanOf(key).length > 0) found["triage"] = gradeTriage(key, answer);
  found["severity"] = severityOf(hits);
  // One after the other: a model on the learner's own machine answers one question at a time.
  for (const flaw of key.flaws) {
    const hit = hits.find((one) => one.flaw.id === flaw.id);
    const given = { brief: input.text, flaw, hit };
    found[explainCriterion(flaw.id)] = await gradeExplained(given, input.ports);
  }
  const judged = judge(criteria({ ...input, stage: "review" }), found);
  return {
    criteria: judged,
    remarks: reviewRemarks(key, { marks, judged, triage: triaged(scanOf(key), answer.triage) }),
    measures: measuresOf(key, marks, hits),
  };
}

function findFlaw(flaw: Flaw, hit: Hit | undefined): Found {
  if (!hit) {
    const [range] = flaw.lines;
    const evidence: Evidence[] = [{ type: "reason", text: `Never marked. ${flaw.impact}` }];
    if (range) {
      const { file, from, to } = range;
      evidence.unshift({ type: "lines", file, from, to, note: "never marked" });
    }
    return { verdict: "missed", note: "never marked", evidence };
  }
  const { file, from, to } = hit.finding;
  const note = hitNote(hit);
  const evidence: Evidence[] = [{ type: "lines", file, from, to }];
  const verdict = { listed: "met", related: "partly", other: "missed", none: "missed" } as const;
  return { verdict: verdict[hit.fit], note, evidence };
}

function hitNote({ finding, flaw, fit }: Hit): string {
  const place = linesInWords(finding);
  const when = finding.markedAtMs === undefined ? "" : ` at ${clockWords(finding.markedAtMs)}`;
  const marked = `${place} marked${when}${finding.cwe === null ? "" : ` as CWE-${finding.cwe}`}`;
  const right = flaw.cwe[0] === undefined ? "" : cweInWords(flaw.cwe[0]);
  if (fit === "listed") return marked;
  if (fit === "none") return `${marked} without a class; the class is ${right}`;
  return `${marked}; the class is ${right}${fit === "related" ? ", one step away in the tree" : ""}`;
}

/** Measured over marks that are not neutral; repeats of a flaw neither help nor hurt. */
function signal(marks: readonly Mark[], hits: readonly Hit[]): Found {
  const alarms = alarmsOf(marks).length;
  const counted = hits.length + alarms;
  if (hits.length === 0) {
    const text = counted === 0 ? "Nothing was marked." : "No mark lies on a flaw.";
    return { verdict: "missed", evidence: [{ type: "reason", text }] };
  }
  const share = hits.length / counted;
  const value = Math.round(share * 100);
  return {
    // Twentieths of a mark do not exist, but 3 / 5 as a binary fraction does.
    verdict: share >= signalShare - 1e-9 ? "met" : "missed",
    note: `${hits.length} of ${counted} marks lie on a flaw`,
    evidence: [{ type: "measure", value, unit: "%", target: signalShare * 100 }],
  };
}

// Without a hit there is nothing that false alarms could have been traded for: no credit for silence.
function falseAlarms(marks: readonly Mark[], hits: readonly Hit[]): Found {
  const alarms = alarmsOf(marks);
  const evidence = alarms.map(({ finding: { file, from, to }, why }): Evidence => {
    return { type: "lines", file, from, to, note: why };
  });
  if (hits.length === 0) {
    const text = "Counts only once a flaw is found.";
    return { verdict: "missed", evidence: [...evidence, { type: "reason", text }] };
  }
  if (alarms.length === 0) return { verdict: "met", evidence, note: "none" };
  const count = alarms.length === 1 ? "one false alarm" : `${alarms.length} false alarms`;
  return { verdict: alarms.length === 1 ? "partly" : "missed", evidence, note: count };
}

function severityOf(hits: readonly Hit[]): Found {
  if (hits.length === 0) {
    return {
      verdict: "missed",
      evidence: [{ type: "reason", text: "No flaw was found to rate." }],
    };
  }
  const off = hits.map(({ finding, flaw }) => ({
    finding,
    flaw,
    steps: severityDistance(finding, flaw),
  }));
  const worst = Math.max(...off.map(({ steps }) => steps));
  const evidence = off
    .filter(({ steps }) => steps > 0)
    .map(({ finding: { file, from, to, severity }, flaw }): Evidence => {
      const note = `${severity ?? "no severity"} given; ${severityInWords(flaw)} fits the harm`;
      return { type: "lines", file, from, to, note };
    });
  return { verdict: worst === 0 ? "met" : worst === 1 ? "partly" : "missed", evidence };
}

function measuresOf(key: ReviewKey, marks: readonly Mark[], hits: readonly Hit[]): Measure[] {
  const times = hits.flatMap(({ finding: { markedAtMs }, flaw }): Measure[] =>
    markedAtMs === undefined
      ? []
      : [
          {
            id: `found-${flaw.id}`,
            title: `Found: ${lowerFirst(flaw.title)}`,
            ...seconds(markedAtMs),
          },
        ],
  );
  return [
    { id: "f1", title: "F1, by weight", value: weightedF1(key, marks, hits), unit: "of 100" },
    ...times,
  ];
}

/**
 * Harmonic mean of recall (credit over the weight of all flaws) and precision (credit over the marks
 * that count), in points of 100.
 */
function weightedF1(key: ReviewKey, marks: readonly Mark[], hits: readonly Hit[]): number {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const all = sum(key.flaws.map(({ weight }) => weight));
  const recall = sum(hits.map(({ flaw, fit }) => flaw.weight * creditOf[fit])) / all;
  const counted = hits.length + alarmsOf(marks).length;
  const precision = counted === 0 ? 0 : sum(hits.map(({ fit }) => creditOf[fit])) / counted;
  if (recall + precision === 0) return 0;
  return Math.round(((2 * recall * precision) / (recall + precision)) * 1000) / 10;
}

type Alarm = Extract<Mark, { outcome: "false-alarm" }>;
const alarmsOf = (marks: readonly Mark[]): Alarm[] =>
  marks.filter((mark): mark is Alarm => mark.outcome === "false-alarm");

const seconds = (ms: number) => ({ value: Math.round(ms / 1000), unit: "s" });
