import { judge, type Evidence, type Grade, type StageResult } from "@loopwright/core";

import { aboutOf } from "../grading/about.ts";
import type { RankAnswer, RankedThreat } from "../material/answer.ts";
import { criteria, saysCriterion, threatCriterion, twistCriterion } from "../grading/criteria.ts";
import { percent, verdictOf, type Bar } from "../grading/figures.ts";
import type { Input } from "../grade.ts";
import { judgeThreats, type Answers } from "../threats/ground.ts";
import type { KeyRank, KeyThreat } from "../material/threats.ts";
import type { ScenarioKey } from "../material/key.ts";
import { isMitigated } from "./mitigated.ts";
import { joined, judgePoints, reason, type Found } from "../grading/prose.ts";
import { rankRemarks } from "./remarks.ts";

type Given = Input & {
  answer: RankAnswer;
  answers: Answers;
  earlier: { threats?: Grade };
};

/** One ranked threat with what it was found to be in the stage before. */
export type Placed = { ranked: RankedThreat; known: KeyThreat | null; sure: boolean };

/** The order, what is done about each, and the reasons. Places beyond those asked for are not read. */
export async function gradeRank(given: Given): Promise<StageResult> {
  const { rank } = given.key;
  if (!rank) return { criteria: [], remarks: [], measures: [] };
  const top = given.answer.top.slice(0, placesAsked(rank));
  return gradeTop({ ...given, answer: { ...given.answer, top } }, rank);
}

async function gradeTop(input: Given, rank: KeyRank): Promise<StageResult> {
  const { key, answer, text, ports } = input;
  const placed = placedOf(input);
  const { thresholds } = key;
  const found: Record<string, Found> = {
    top: topFound(placed, rank, thresholds.top),
    mitigations: mitigationsFound(placed, key, thresholds.mitigations),
    risk: riskFound(placed),
  };
  const told = joined([...answer.top.flatMap(({ why }) => [why]), answer.residual]);
  const about = aboutOf(key);
  const given = { text: told, points: rank.says, question: text, about };
  const says = await judgePoints(given, ports);
  const ranks = placed.some(({ known }) => known !== null);
  for (const { id } of rank.says) found[saysCriterion(id)] = ranks ? says[id]! : unfounded;
  const { twist } = key;
  if (twist?.after === "threats") {
    const whole = joined([told, ...answer.top.map(({ mitigations }) => mitigations)]);
    const question = `${text}\n\n${twist.text}`;
    const taken = await judgePoints({ text: whole, points: twist.says, question, about }, ports);
    for (const { id } of twist.says) found[twistCriterion(id)] = taken[id]!;
  }
  const judged = judge(criteria({ ...input, stage: "rank" }), found);
  return { criteria: judged, remarks: rankRemarks(key, judged, placed), measures: [] };
}

/** Reach and what is left are said of threats; of which, is not known here. */
const unfounded: Found = {
  verdict: "missed",
  note: "counts once a ranked threat is known",
  evidence: [reason("Not one of the ranked threats was found in the stage before.")],
};

/** Each threat of the key takes one place, under whichever of its sentences it was ranked. */
function placedOf({ answer, answers, earlier, ...input }: Given): Placed[] {
  const { threats } = answers;
  const judged = threats ? judgeThreats(input, answers, threats) : [];
  const ranked = new Set<string>();
  const placed = new Set<string>();
  return answer.top.flatMap((entry): Placed[] => {
    if (ranked.has(entry.threat)) return [];
    ranked.add(entry.threat);
    const one = judged.find(({ threat }) => threat.id === entry.threat);
    const known = one?.outcome === "matched" || one?.outcome === "repeat" ? one.known : null;
    if (!known || placed.has(known.id)) return [{ ranked: entry, known: null, sure: false }];
    placed.add(known.id);
    const doubtful = one?.outcome === "matched" && one.fit === "unsure";
    const sure = !doubtful || isMet(known.id, earlier.threats);
    return [{ ranked: entry, known, sure }];
  });
}

/** What a language model recognised in the stage before is recognised here. */
const isMet = (threat: string, grade: Grade | undefined): boolean =>
  grade?.status === "graded" &&
  grade.criteria.some(({ id, verdict }) => id === threatCriterion(threat) && verdict === "met");

/** A sketch names three, a whole scenario five. */
const placesAsked = ({ sample }: KeyRank): number => sample.top.length;

function topFound(placed: readonly Placed[], rank: KeyRank, bar: Bar): Found {
  const asked = placesAsked(rank);
  const fitting = placed.filter(({ known }) => known && rank.defensible.includes(known.id));
  const sure = fitting.filter((one) => one.sure).length;
  const evidence: Evidence[] = [
    {
      type: "measure",
      value: sure,
      unit: `of ${asked} places`,
      target: Math.ceil(asked * bar.met),
    },
    ...fitting.map(({ known }) => reason(`Defensible at the top: ${known?.title}`)),
  ];
  const note = `${sure} of ${asked} places are defensible`;
  const verdict = verdictOf(sure / asked, bar);
  if (verdict === "met" || verdictOf(fitting.length / asked, bar) !== "met") {
    return { verdict, note, evidence };
  }
  return { verdict: "unsure", note: `${note}; others were not recognised`, evidence };
}

function mitigationsFound(placed: readonly Placed[], key: ScenarioKey, bar: Bar): Found {
  const asked = key.rank ? placesAsked(key.rank) : 1;
  const about = aboutOf(key);
  const known = placed.filter((one) => one.known !== null);
  const met = known.filter((one) => isMitigated(one.ranked.mitigations, one.known!, about));
  const open = known.filter((one) => !met.includes(one) && one.ranked.mitigations.trim() !== "");
  const sure = met.filter((one) => one.sure).length;
  const evidence: Evidence[] = [
    { type: "measure", value: percent(sure / asked), unit: "%", target: percent(bar.met) },
    ...open.map(({ known: one }) => reason(`${one?.title}: ${one?.mitigations[0]?.text}`)),
  ];
  const note = `${sure} of ${asked} have a mitigation that is recognised`;
  const verdict = verdictOf(sure / asked, bar);
  const possible = verdictOf((met.length + open.length) / asked, bar);
  if (verdict === "met" || possible !== "met") return { verdict, note, evidence };
  // Half of it is certain all the same.
  if (verdict === "partly") return { verdict, note, evidence };
  return { verdict: "unsure", note: `${note}; was it said?`, evidence };
}

/** Likelihood × impact may rise once on the way down: people round. */
const risesMax = 1;
/** An order has two places at least. */
const sureMin = 2;

function riskFound(placed: readonly Placed[]): Found {
  const rated = placed.flatMap(({ ranked: { likelihood, impact } }) =>
    likelihood === null || impact === null ? [] : [likelihood * impact],
  );
  const sure = placed.filter((one) => one.sure).length;
  if (sure < sureMin) {
    const text = `Counts once ${sureMin} of the ranked threats are recognised.`;
    return { verdict: "missed", evidence: [reason(text)] };
  }
  if (rated.length < placed.length) {
    const note = `${placed.length - rated.length} threats have no likelihood or impact`;
    return { verdict: rated.length * 2 >= placed.length ? "partly" : "missed", note, evidence: [] };
  }
  const rises = rated.filter((one, index) => index > 0 && one > rated[index - 1]!).length;
  const note = `likelihood × impact from the top: ${rated.join(", ")}`;
  const value = rises;
  return {
    verdict: rises <= risesMax ? "met" : "partly",
    note,
    evidence: [{ type: "measure", value, unit: "rises on the way down", target: risesMax }],
  };
}
