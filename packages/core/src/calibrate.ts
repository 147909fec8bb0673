import { gradeAnswer, type ProofRequest } from "./proof.ts";
import { fixtureNames, rankedPairs, type FixtureName, type Ranked } from "./ranked.ts";
import { scoreOf } from "./score.ts";

/** Counts, so that figures of several drills add up. */
export type Calibration = {
  /** Points found that a human reader finds as well, and those that nobody made. */
  found: { right: number; beyond: number };
  /** Of what each answer truly makes: found, and all. */
  recall: Record<FixtureName, { found: number; of: number }>;
  /** Pairs of answers that are ranked rightly, and all pairs. */
  pairs: { right: number; of: number };
  /** Criteria shown as missed in answers that are right throughout: strong, decent, plain. */
  falseAlarms: number;
};

const faultless: ReadonlySet<FixtureName> = new Set(["strong", "decent", "plain"]);

/** Measures a prose kind's grader on one drill's own answers, against what a human reader found. */
export async function calibrate(
  request: Pick<ProofRequest, "drill" | "module" | "ports">,
  ranked: Ranked,
): Promise<Calibration> {
  const points = new Set(fixtureNames.flatMap((name) => ranked.fixtures[name].makes));
  const result: Calibration = { ...emptyCalibration(), falseAlarms: 0 };
  const lows = {} as Record<FixtureName, number>;
  for (const name of fixtureNames) {
    const { answer, makes } = ranked.fixtures[name];
    const { criteria } = await gradeAnswer(request, answer);
    const met = criteria.filter(({ id, verdict }) => verdict === "met" && points.has(id));
    const right = met.filter(({ id }) => makes.includes(id)).length;
    lows[name] = scoreOf(criteria).low;
    result.found.right += right;
    result.found.beyond += met.length - right;
    result.recall[name] = { found: right, of: makes.length };
    if (!faultless.has(name)) continue;
    result.falseAlarms += criteria.filter(({ verdict }) => verdict === "missed").length;
  }
  for (const [better, worse] of rankedPairs) {
    result.pairs.of += 1;
    if (lows[better] > lows[worse]) result.pairs.right += 1;
  }
  return result;
}

export function emptyCalibration(): Calibration {
  const none = () => ({ found: 0, of: 0 });
  return {
    found: { right: 0, beyond: 0 },
    recall: {
      strong: none(),
      decent: none(),
      vague: none(),
      wrong: none(),
      stuffed: none(),
      plain: none(),
    },
    pairs: { right: 0, of: 0 },
    falseAlarms: 0,
  };
}

/** The figures of two drills together. */
export function addCalibration(a: Calibration, b: Calibration): Calibration {
  const sum = emptyCalibration();
  for (const { found, recall, pairs, falseAlarms } of [a, b]) {
    sum.found.right += found.right;
    sum.found.beyond += found.beyond;
    for (const name of fixtureNames) {
      sum.recall[name].found += recall[name].found;
      sum.recall[name].of += recall[name].of;
    }
    sum.pairs.right += pairs.right;
    sum.pairs.of += pairs.of;
    sum.falseAlarms += falseAlarms;
  }
  return sum;
}
