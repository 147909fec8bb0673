import { gradeAnswer, type GradedAnswer, type ProofLine, type ProofRequest } from "./proof.ts";
import { canonicalJson } from "./json.ts";
import type { AnswerFile } from "./kind.ts";
import { scoreOf } from "./score.ts";

/** The six answers that every drill of a prose kind carries. */
export const fixtureNames = ["strong", "decent", "vague", "wrong", "stuffed", "plain"] as const;
export type FixtureName = (typeof fixtureNames)[number];

export type Fixture = {
  answer: AnswerFile;
  /** Ids of the criteria that a human reader finds met. */
  makes: readonly string[];
};

export type Ranked = {
  fixtures: Record<FixtureName, Fixture>;
  /** Texts that game the grader, such as the brief echoed back. */
  attacks: readonly { name: string; answer: AnswerFile }[];
};

/** Low ends, in points of 100, and shares of what an answer truly makes. */
export const rankedBars = { attack: 25, recallStrong: 0.85, recallPlain: 0.5, foundBeyond: 1 };

/** Which answer must score more than which. */
export const rankedPairs = [
  ["strong", "decent"],
  ["decent", "vague"],
  ["decent", "wrong"],
  ["decent", "stuffed"],
] as const satisfies readonly (readonly [FixtureName, FixtureName])[];

type Graded = Record<FixtureName, GradedAnswer>;

/** Proves a drill of a kind that grades prose: better answers score more, and games lose. */
export async function proveRanked(request: ProofRequest, ranked: Ranked): Promise<ProofLine[]> {
  const graded = {} as Graded;
  for (const name of fixtureNames) {
    graded[name] = await gradeAnswer(request, ranked.fixtures[name].answer);
  }
  const attacks = [
    ...ranked.attacks,
    ...request.foreign.map((answer, index) => ({
      name: `an answer to another drill (${index + 1})`,
      answer,
    })),
  ];
  const lines = [
    ...fixtureNames.map((name) => gradable(name, graded[name])),
    ...rankedPairs.map(([better, worse]) => outranks(graded, better, worse)),
    recalls("strong", { ranked, graded }, rankedBars.recallStrong),
    recalls("plain", { ranked, graded }, rankedBars.recallPlain),
    ...(["vague", "wrong"] as const).map((name) => findsNoMore(name, ranked, graded)),
    losesNoEssential(ranked, graded),
  ];
  for (const attack of attacks) lines.push(await attackLoses(request, attack));
  lines.push(await gradesAlike(request, ranked, graded));
  return lines;
}

const gradable = (name: FixtureName, { error, criteria }: GradedAnswer): ProofLine => ({
  what: `the ${name} answer can be graded`,
  ok: error === null && criteria.length > 0,
  detail: error ?? "",
});

function outranks(graded: Graded, better: FixtureName, worse: FixtureName): ProofLine {
  const [more, less] = [scoreOf(graded[better].criteria).low, scoreOf(graded[worse].criteria).low];
  return {
    what: `${better} scores more than ${worse}`,
    ok: more > less,
    detail: `${more} and ${less}`,
  };
}

const metIn = ({ criteria }: GradedAnswer): string[] =>
  criteria.filter(({ verdict }) => verdict === "met").map(({ id }) => id);

function recalls(
  name: FixtureName,
  { ranked, graded }: { ranked: Ranked; graded: Graded },
  bar: number,
): ProofLine {
  const { makes } = ranked.fixtures[name];
  const met = new Set(metIn(graded[name]));
  const lost = makes.filter((id) => !met.has(id));
  const share = makes.length === 0 ? 0 : 1 - lost.length / makes.length;
  return {
    what: `at least ${bar * 100} % of what ${name} makes is found`,
    ok: share >= bar - 1e-9,
    detail: `${Math.round(share * 100)} %; not found: ${lost.join(", ")}`,
  };
}

/** A lenient grader is the worst fault: what a poor answer does not make must not be found in it. */
function findsNoMore(name: FixtureName, ranked: Ranked, graded: Graded): ProofLine {
  const { makes } = ranked.fixtures[name];
  const planned = new Set(ranked.fixtures.strong.makes);
  const beyond = metIn(graded[name]).filter((id) => planned.has(id) && !makes.includes(id));
  return {
    what: `nothing much is found in ${name} that it does not make`,
    ok: beyond.length <= rankedBars.foundBeyond,
    detail: beyond.join(", "),
  };
}

function losesNoEssential(ranked: Ranked, graded: Graded): ProofLine {
  const lost = graded.strong.criteria.filter((one) => one.essential && one.verdict === "missed");
  return {
    what: "no essential criterion is missed in strong",
    ok: lost.length === 0,
    detail: lost.map(({ id }) => id).join(", "),
  };
}

type Attack = Ranked["attacks"][number];

async function attackLoses(request: ProofRequest, { name, answer }: Attack): Promise<ProofLine> {
  const { low } = scoreOf((await gradeAnswer(request, answer)).criteria);
  return {
    what: `${name} stays under ${rankedBars.attack}`,
    ok: low < rankedBars.attack,
    detail: `${low} of 100`,
  };
}

async function gradesAlike(request: ProofRequest, ranked: Ranked, graded: Graded) {
  const again = await gradeAnswer(request, ranked.fixtures.strong.answer);
  const ok = canonicalJson(again) === canonicalJson(graded.strong);
  return { what: "grading again gives the same grade", ok, detail: "" };
}
