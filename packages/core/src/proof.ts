import { materialOf, type Drill, type WrongAnswer } from "./drill.ts";
import { toAppError } from "./errors.ts";
import type { Criterion, Grade, Verdict } from "./grade.ts";
import { stagesOf } from "./attempt-steps.ts";
import { barOf } from "./attempt-grade.ts";
import { gradeStage } from "./grade-stage.ts";
import { canonicalJson, type Json } from "./json.ts";
import type { AnswerFile, Exemplar, KindModule } from "./kind.ts";
import type { Ports } from "./ports.ts";
import { proveRanked } from "./ranked.ts";
import { passes, scoreOf } from "./score.ts";
import { Tape } from "./tape.ts";

/** One thing that a drill claims about itself, and whether it held. */
export type ProofLine = { what: string; ok: boolean; detail: string };

export type ProofRequest = {
  drill: Drill;
  wrong: readonly WrongAnswer[];
  module: KindModule;
  ports: Ports;
  /** Exemplars of other drills of the same kind, which must score near nothing here. */
  foreign: readonly AnswerFile[];
};

/** An exemplar of another drill may score this many points at most. */
export const foreignScoreMax = 10;

/** What a drill claims about itself, put to the test: see "Self-proof" in ARCHITECTURE.md. */
export async function proveDrill(request: ProofRequest): Promise<ProofLine[]> {
  const lines = request.module.ranked
    ? await proveRanked(request, request.module.ranked(materialOf(request.drill) as never))
    : await proveExecuted(withExamples(request));
  return [...lines, ...(await ofItsOwn(request))];
}

/** The proof of a kind that executes. */
async function proveExecuted(request: ProofRequest): Promise<ProofLine[]> {
  const { drill, module, wrong, foreign } = request;
  const lines: ProofLine[] = [...coverage(drill, module, wrong)];
  for (const exemplar of drill.exemplars) lines.push(await exemplarMeets(request, exemplar));
  for (const answer of wrong) lines.push(await wrongFails(request, answer));
  for (const answer of foreign) lines.push(await foreignScoresNothing(request, answer));
  if (drill.exemplars[0]) lines.push(await gradesAlike(request, drill.exemplars[0]));
  return lines;
}

/** Adds what the kind makes of the key itself. */
function withExamples(request: ProofRequest): ProofRequest {
  const { drill, module, wrong } = request;
  const made = module.examples?.(materialOf(drill) as never);
  if (!made) return request;
  return {
    ...request,
    drill: { ...drill, exemplars: [...drill.exemplars, ...made.exemplars] },
    wrong: [...wrong, ...made.wrong],
  };
}

/** A right answer to a drill, whichever way its kind has one; null where it has none. */
export function exemplarOf(drill: Drill, module: KindModule): AnswerFile | null {
  const material = materialOf(drill) as never;
  if (module.ranked) return module.ranked(material).fixtures.strong.answer;
  const [first] = [...drill.exemplars, ...(module.examples?.(material).exemplars ?? [])];
  return first?.answer ?? null;
}

/** What the kind proves besides. What it could not run has not been proven. */
async function ofItsOwn({ drill, module, wrong, ports }: ProofRequest): Promise<ProofLine[]> {
  if (!module.prove) return [];
  try {
    return await module.prove({
      ...materialOf(drill),
      exemplars: drill.exemplars,
      wrong,
      ports,
    } as never);
  } catch (cause) {
    return [line("the kind's own proof can be run", false, toAppError(cause).message)];
  }
}

function* coverage(
  drill: Drill,
  module: KindModule,
  wrong: readonly WrongAnswer[],
): Generator<ProofLine> {
  const stages = stagesOf(module.kind, drill.meta);
  for (const stage of stages) {
    const shown = drill.exemplars.filter(({ answer }) => stage in answer.stages).length;
    const beaten = wrong.filter(({ answer }) => stage in answer.stages).length;
    yield line(`stage ${stage} has an exemplar`, shown > 0, `${shown} exemplars`);
    yield line(`stage ${stage} has a wrong answer`, beaten > 0, `${beaten} wrong answers`);
  }
}

async function exemplarMeets(request: ProofRequest, exemplar: Exemplar): Promise<ProofLine> {
  const graded = await gradeAnswer(request, exemplar.answer);
  const unmet = graded.criteria.filter(({ verdict }) => verdict !== "met");
  const ok = graded.error === null && unmet.length === 0 && graded.criteria.length > 0;
  return line(`exemplar ${exemplar.slug} meets every criterion`, ok, problem(graded, unmet));
}

/** `unsure` is no fail: nothing was judged. */
const failed = new Set<Verdict | undefined>(["missed", "partly"]);

async function wrongFails(request: ProofRequest, answer: WrongAnswer): Promise<ProofLine> {
  const graded = await gradeAnswer(request, answer.answer);
  const verdictOf = (id: string) => graded.criteria.find((one) => one.id === id)?.verdict;
  const { fails, meets } = answer.expect;
  const odd = [
    ...fails.filter((id) => !failed.has(verdictOf(id))),
    ...meets.filter((id) => verdictOf(id) !== "met"),
  ];
  const passed = passes(graded.criteria, barOf(request.module.kind)).passed;
  const detail = odd.map((id) => `${id} is ${verdictOf(id) ?? "no criterion"}`).join(", ");
  const ok = graded.error === null && odd.length === 0 && !passed;
  return line(
    `wrong answer ${answer.slug} fails on ${fails.join(", ")}`,
    ok,
    graded.error ?? (passed ? "it passes" : detail),
  );
}

async function foreignScoresNothing(
  request: ProofRequest,
  foreign: AnswerFile,
): Promise<ProofLine> {
  const graded = await gradeAnswer(request, foreign);
  const { low } = scoreOf(graded.criteria);
  // An answer that does not even fit the shape scores nothing.
  const ok = low <= foreignScoreMax;
  return line("the exemplar of another drill scores near nothing", ok, `${low} of 100`);
}

/** Grades twice, the second time on the recorded replies of the first: a grader may use nothing else. */
async function gradesAlike(request: ProofRequest, exemplar: Exemplar): Promise<ProofLine> {
  const recorder = new Tape(request.ports);
  recorder.record();
  const first = await gradeAnswer({ ...request, ports: recorder.ports }, exemplar.answer);
  await recorder.close();
  const player = new Tape(request.ports);
  player.replay(recorder.taken());
  const second = await gradeAnswer({ ...request, ports: player.ports }, exemplar.answer);
  await player.close();
  const ok = canonicalJson(first) === canonicalJson(second);
  return line("grading again on the same observations gives the same grade", ok, "");
}

export type GradedAnswer = {
  criteria: Criterion[];
  grades: Record<string, Grade>;
  error: string | null;
};

/** Grades the stages that an answer file holds, as the web and the CLI do. */
export async function gradeAnswer(
  request: Pick<ProofRequest, "drill" | "module" | "ports"> & { seed?: string },
  answer: AnswerFile,
): Promise<GradedAnswer> {
  const { drill, module, ports, seed = "proof" } = request;
  const grades: Record<string, Grade> = {};
  const criteria: Criterion[] = [];
  for (const stage of stagesOf(module.kind, drill.meta)) {
    const given = answer.stages[stage];
    if (given === undefined) continue;
    const actions = answer.actions.map((body, index) => ({
      seq: index + 1,
      atMs: 0,
      body,
      replies: [] as Json[],
    }));
    const common = {
      drill,
      module,
      stage,
      seed,
      actions,
      timing: null,
      earlier: { ...grades },
      answers: answersBefore(answer, Object.keys(grades)),
      ports,
    };
    try {
      const grade = await gradeStage({ ...common, answer: given });
      grades[stage] = grade;
      if (grade.status === "error") return { criteria, grades, error: grade.error.message };
      criteria.push(...grade.criteria);
    } catch (cause) {
      return { criteria, grades, error: toAppError(cause).message };
    }
  }
  return { criteria, grades, error: null };
}

const answersBefore = ({ stages }: AnswerFile, done: readonly string[]): AnswerFile["stages"] =>
  Object.fromEntries(Object.entries(stages).filter(([id]) => done.includes(id)));

function problem(graded: GradedAnswer, unmet: readonly Criterion[]): string {
  if (graded.error) return graded.error;
  return unmet
    .map(({ id, verdict, note }) => `${id} ${verdict}${note ? `: ${note}` : ""}`)
    .join("; ");
}

const line = (what: string, ok: boolean, detail: string): ProofLine => ({ what, ok, detail });
