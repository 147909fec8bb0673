import { judge, type Evidence, type StageResult } from "@loopwright/core";
import { notFound } from "@loopwright/prose";

import { aboutOf, pointsOf } from "../grading/about.ts";
import type { ThreatsAnswer } from "../material/answer.ts";
import { criteria, threatCriterion, twistCriterion } from "../grading/criteria.ts";
import { drawingOf, readDrawing } from "../drawing/read.ts";
import { percent, sum, verdictOf } from "../grading/figures.ts";
import { gradeReplies } from "../design/replies.ts";
import type { Input } from "../grade.ts";
import { judgeThreats, type Answers } from "./ground.ts";
import type { KeyThreat } from "../material/threats.ts";
import { threatsRead } from "../material/limits.ts";
import { matchedOf, type Fit, type Judged, type Matched } from "./match.ts";
import { decide } from "../design/properties.ts";
import { joined, judgePoints, reason, type Found } from "../grading/prose.ts";
import { qualityShare } from "./quality.ts";
import { threatRemarks } from "./remarks.ts";
import { textOf } from "./text.ts";

type Given = Input & { answer: ThreatsAnswer; answers: Answers };

/** Threats by place, category and words, each against one of the key. */
export async function gradeThreats(input: Given): Promise<StageResult> {
  const { key, answer } = input;
  const all = judgeThreats(input, input.answers, answer);
  const matched = matchedOf(all);
  const found: Record<string, Found> = { ...repliesTo(input), ...(await twistIn(input)) };
  for (const known of key.threats) {
    const one = matched.find((each) => each.known.id === known.id);
    const judged = judgeThreat(known, one);
    found[threatCriterion(known.id)] =
      one?.fit === "unsure" ? await read(judged, one, input) : judged;
  }
  found["focus"] = focus(all);
  found["precision"] = precision(all, key.thresholds.precision);
  found["statements"] = statements(matched, input);
  const judged = judge(criteria({ ...input, stage: "threats" }), found);
  return {
    criteria: judged,
    remarks: threatRemarks(key, all, judged),
    measures: [
      {
        id: "recall",
        title: "Recall, by weight",
        value: recallOf(key.threats, matched),
        unit: "%",
      },
      { id: "precision", title: "Precision", value: percent(precisionOf(all).share), unit: "%" },
    ],
  };
}

const verdictFor: Record<Fit, Found["verdict"]> = {
  full: "met",
  partly: "partly",
  unsure: "unsure",
};

function judgeThreat(known: KeyThreat, one: Matched | undefined): Found {
  if (!one) {
    const places = known.at.map((id): Evidence => ({ type: "element", id, note: known.title }));
    return { verdict: "missed", note: "not named", evidence: [...places, reason(known.why)] };
  }
  const { threat, fit, note } = one;
  const text = textOf(threat);
  const cwe = threat.cwe !== null && known.cwe.includes(threat.cwe) ? `, CWE-${threat.cwe}` : "";
  return {
    verdict: verdictFor[fit],
    note: `${note}${cwe}`,
    evidence: [
      ...threat.targets.map((id): Evidence => ({ type: "element", id })),
      ...(text === "" ? [] : [{ type: "quote" as const, text, start: 0, end: text.length }]),
      ...(fit === "full" ? [] : [reason(`Listened for: ${known.say}`)]),
    ],
  };
}

/** One after the other: a model on the learner's own machine answers one question at a time. */
async function read(judged: Found, { threat, known }: Matched, input: Given): Promise<Found> {
  const { key, text: question, ports } = input;
  if (!ports.prose) return judged;
  const points = pointsOf(key.threats);
  const given = { text: textOf(threat), points, question, about: aboutOf(key), only: [known.id] };
  const heard = (await judgePoints(given, ports))[known.id];
  return heard?.verdict === "met" ? { ...judged, ...heard } : judged;
}

/** Named in full, in part, or found by the rules, over those and what is unknown; open ones decide nothing. */
function precisionOf(all: readonly Judged[]): { share: number; good: number; counted: number } {
  const isGood = (one: Judged) =>
    one.outcome === "extra" ||
    (one.outcome === "matched" && (one.fit !== "unsure" || one.finding !== null));
  const good = all.filter(isGood).length;
  const bad = all.filter(({ outcome }) => outcome === "unknown" || outcome === "unread").length;
  const counted = good + bad;
  return { share: counted === 0 ? 0 : good / counted, good, counted };
}

/** So many threats of the key have to be met in full before manner counts: one may be everybody's. */
const fullMin = 2;
const sureMin = 2;
const countsOnce = `counts once ${fullMin} threats are met in full`;
const fullIn = (matched: readonly Matched[]): number =>
  matched.filter(({ fit }) => fit === "full").length;

/** What nobody reads to its end, or what holds no threat of this system, is no model of it. */
function focus(all: readonly Judged[]): Found {
  const evidence: Evidence[] = [
    { type: "measure", value: all.length, unit: "threats", target: threatsRead },
  ];
  const matched = matchedOf(all);
  if (all.length > threatsRead) {
    return { verdict: "missed", note: `${all.length} threats; ${threatsRead} are read`, evidence };
  }
  if (matched.length === 0) return { verdict: "missed", note: "none is known here", evidence };
  const sure = matched.filter(({ fit }) => fit !== "unsure").length >= sureMin;
  return sure ? { verdict: "met", evidence } : { verdict: "unsure", note: notFound, evidence };
}

function precision(all: readonly Judged[], bar: { met: number; partly: number }): Found {
  const { share, good, counted } = precisionOf(all);
  const noise = all.filter(({ outcome }) => outcome === "unknown" || outcome === "unread");
  const evidence: Evidence[] = [
    { type: "measure", value: percent(share), unit: "%", target: percent(bar.met) },
    ...noise.map((one): Evidence =>
      reason(`“${one.threat.title || one.threat.id}”: ${whyNoise(one)}`),
    ),
  ];
  // With next to nothing of the key there is nothing that noise could have been traded for.
  if (fullIn(matchedOf(all)) < fullMin) {
    return { verdict: "missed", note: countsOnce, evidence };
  }
  return { verdict: verdictOf(share, bar), note: `${good} of ${counted} are real here`, evidence };
}

const whyNoise = (one: Judged): string =>
  one.outcome === "unknown" ? one.why : "It stands behind those that are read.";

function statements(matched: readonly Matched[], { key, answers, answer }: Given): Found {
  const proven = matched.filter(({ fit }) => fit !== "unsure");
  if (fullIn(matched) < fullMin) {
    return { verdict: "missed", note: countsOnce, evidence: [reason("Too little to judge.")] };
  }
  const { share, open } = qualityShare(
    proven.map(({ threat }) => threat),
    drawingOf(answers, answer).model,
  );
  const bar = key.thresholds.statements;
  return {
    verdict: verdictOf(share, bar),
    note: `${proven.length - open.length} of ${proven.length} say who, what and what follows`,
    evidence: [
      { type: "measure", value: percent(share), unit: "%", target: percent(bar.met) },
      ...open.map(({ threat, lacks }) => reason(`“${threat.title || threat.id}”: ${lacks}`)),
    ],
  };
}

/** Full fits count whole, partly ones half: in per cent of the weight of all threats of the key. */
function recallOf(known: readonly KeyThreat[], matched: readonly Matched[]): number {
  const credit = { full: 1, partly: 0.5, unsure: 0 } as const;
  const got = sum(matched.map(({ known: one, fit }) => one.weight * credit[fit]));
  return percent(got / sum(known.map(({ weight }) => weight)));
}

async function twistIn({ key, answer, text, ports }: Given): Promise<Record<string, Found>> {
  if (key.twist?.after !== "draw") return {};
  const { says } = key.twist;
  const all = joined([...answer.threats.map(textOf), ...answer.replies.map((one) => one.text)]);
  const question = `${text}\n\n${key.twist.text}`;
  const given = { text: all, points: says, question, about: aboutOf(key) };
  const judged = await judgePoints(given, ports);
  return Object.fromEntries(says.map(({ id }) => [twistCriterion(id), judged[id]!]));
}

/** Mode design alone. */
function repliesTo({ brief, key, answer, answers }: Given): Record<string, Found> {
  if (brief.mode !== "design") return {};
  const designed = readDrawing(answers.draw?.model ?? "").model;
  const changed = answer.model === undefined ? "" : answer.model;
  const now = changed.trim() === "" ? designed : readDrawing(changed).model;
  const held = key.properties.filter((one) => decide(one, designed, key.roles).state === "holds");
  return gradeReplies({ designed, now, answer, held: held.length / key.properties.length });
}
