import { z } from "zod";

export const verdicts = ["met", "partly", "missed", "unsure"] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/** What proves a verdict. Never a bare statement: a run, a place, a quotation, a decision, a number. */
export const evidence = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("test"),
    name: z.string(),
    passed: z.boolean(),
    output: z.string(),
  }),
  z.strictObject({
    type: z.literal("lines"),
    file: z.string(),
    from: z.int().min(1),
    to: z.int().min(1),
    note: z.string().optional(),
  }),
  z.strictObject({ type: z.literal("element"), id: z.string(), note: z.string().optional() }),
  z.strictObject({
    type: z.literal("quote"),
    text: z.string(),
    /** Offsets in UTF-16 code units within the learner's own text. */
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.strictObject({ type: z.literal("decision"), trace: z.array(z.string()) }),
  z.strictObject({
    type: z.literal("measure"),
    value: z.number(),
    unit: z.string(),
    target: z.number().optional(),
  }),
  /** Why something could not be decided, for example that nothing ran. Only with `unsure` or `missed`. */
  z.strictObject({ type: z.literal("reason"), text: z.string() }),
]);
export type Evidence = z.infer<typeof evidence>;

/** What will be judged, known before any answer is. */
export const criterionPlan = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: z.string().min(1),
  weight: z.number().positive(),
  essential: z.boolean(),
  /** Number of the task in brief.md that this criterion belongs to. */
  task: z.int().min(1).optional(),
});
export type CriterionPlan = z.infer<typeof criterionPlan>;

export const criterion = criterionPlan.extend({
  verdict,
  evidence: z.array(evidence),
  /** One sentence beside the title: what was seen. */
  note: z.string().optional(),
});
export type Criterion = z.infer<typeof criterion>;

export const remark = z.strictObject({
  weight: z.enum(["essential", "actionable", "informative", "celebratory"]),
  text: z.string().min(1),
  /** The criterion it speaks of. */
  criterion: z.string().optional(),
});
export type Remark = z.infer<typeof remark>;

/** A figure beside the verdicts, such as F1. It decides nothing. */
export const measure = z.strictObject({
  id: z.string(),
  title: z.string(),
  value: z.number(),
  unit: z.string(),
});
export type Measure = z.infer<typeof measure>;

export const grade = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("graded"),
    criteria: z.array(criterion),
    /** Ordered; the first three lead. */
    remarks: z.array(remark),
    measures: z.array(measure),
  }),
  z.strictObject({
    status: z.literal("error"),
    /** What failed and what to do next. The draft is kept and can be submitted again. */
    error: z.strictObject({ code: z.string(), message: z.string(), next: z.string() }),
  }),
]);
export type Grade = z.infer<typeof grade>;
export type Graded = Extract<Grade, { status: "graded" }>;

/** Joins a plan with what was found. A criterion without a finding is `missed`: silence never passes. */
export function judge(
  plans: readonly CriterionPlan[],
  findings: Record<string, { verdict: Verdict; evidence?: Evidence[]; note?: string }>,
): Criterion[] {
  return plans.map((plan) => {
    const found = findings[plan.id];
    if (!found) return { ...plan, verdict: "missed", evidence: [] };
    const joined = { ...plan, verdict: found.verdict, evidence: found.evidence ?? [] };
    return found.note === undefined ? joined : { ...joined, note: found.note };
  });
}
