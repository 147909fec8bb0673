import { parseAnswer } from "./answer.ts";
import { materialOf, type Drill } from "./drill.ts";
import { AppError, toAppError } from "./errors.ts";
import { grade as gradeSchema, type Criterion, type CriterionPlan, type Grade } from "./grade.ts";
import type { Json } from "./json.ts";
import type { KindModule, RecordedAction, StageResult } from "./kind.ts";
import type { Ports } from "./ports.ts";
import { timeCriterion, timedMs, timedStages } from "./time-criterion.ts";
import type { Timing } from "./timing.ts";
import { stagesOf } from "./attempt-steps.ts";

export type GradeRequest = {
  drill: Drill;
  module: KindModule;
  stage: string;
  answer: Json;
  seed: string;
  actions: RecordedAction[];
  timing: Timing | null;
  earlier: Record<string, Grade>;
  /** What was submitted in the stages before this one. */
  answers?: Record<string, Json>;
  ports: Ports;
};

/** What a stage of a drill will judge, before anything is answered. */
export function plannedCriteria(drill: Drill, module: KindModule, stage: string): CriterionPlan[] {
  return module.criteria({ stage, ...materialOf(drill) } as never);
}

/**
 * Grades one stage. A bad answer throws `invalid-answer`; a grader that fails gives a grade with status
 * "error", so that nothing the learner did is lost and nothing passes by accident.
 */
export async function gradeStage(request: GradeRequest): Promise<Grade> {
  const { drill, module, stage } = request;
  const answer = parseAnswer(module.kind, stage, request.answer);
  try {
    const { seed, actions, timing, earlier, ports } = request;
    const given = { stage, answer, answers: parsedAnswers(request), seed, actions, timing };
    const input = { ...materialOf(drill), ...given, earlier, ports };
    const result = await module.grade(input as never);
    checkResult(plannedCriteria(drill, module, stage), result);
    const criteria = [...result.criteria, ...timeOf(request, result.criteria)];
    return gradeSchema.parse({ status: "graded", ...result, criteria });
  } catch (cause) {
    const { code, message, next } = toAppError(cause);
    return { status: "error", error: { code, message, next } };
  }
}

/** One that the kind's schema no longer takes is left out, so that later stages stay gradable. */
function parsedAnswers({ module, answers = {} }: GradeRequest): Record<string, unknown> {
  const known = Object.entries(answers).flatMap(([id, given]) => {
    const parsed = module.kind.stages.find((one) => one.id === id)?.answer.safeParse(given);
    return parsed?.success ? [[id, parsed.data] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The grade of a stage that was left without an answer. */
export function skippedGrade(drill: Drill, module: KindModule, stage: string): Grade {
  const criteria: Criterion[] = plannedCriteria(drill, module, stage).map((plan) => ({
    ...plan,
    verdict: "missed",
    evidence: [{ type: "reason", text: "The stage was skipped." }],
  }));
  return { status: "graded", criteria, remarks: [], measures: [] };
}

/** A grader may add criteria for what only turned up in the answer, but may drop or reweigh none. */
function checkResult(plans: readonly CriterionPlan[], { criteria }: StageResult): void {
  const found = new Map(criteria.map((one) => [one.id, one]));
  const fault =
    found.size !== criteria.length
      ? "a criterion occurs twice"
      : plans
          .filter((plan) => !samePlan(plan, found.get(plan.id)))
          .map(({ id }) => `criterion “${id}” is missing or was changed`)[0];
  if (fault === undefined) return;
  throw new AppError("internal", {
    message: `The grader returned something else than it announced: ${fault}.`,
    next: "This is a fault of the kind, not of the answer. The draft is kept.",
  });
}

const samePlan = (plan: CriterionPlan, found: Criterion | undefined): boolean =>
  found !== undefined && found.weight === plan.weight && found.essential === plan.essential;

function timeOf(
  { drill, module, stage, timing }: GradeRequest,
  reached: readonly Criterion[],
): Criterion[] {
  if (timing === null) return [];
  const stages = stagesOf(module.kind, drill.meta);
  const lastTimed = timedStages(module.kind, stages).at(-1);
  if (stage !== lastTimed) return [];
  const time = timeCriterion(drill.meta.minutes, timedMs(module.kind, stages, timing));
  if (reached.some(({ verdict }) => verdict !== "missed")) return [time];
  // Handing in nothing is quick.
  return [{ ...time, verdict: "missed", note: "Nothing was reached, so the time proves nothing." }];
}
