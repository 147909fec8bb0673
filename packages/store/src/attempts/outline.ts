import { attempt, type Attempt, type Grade, type StageRecord } from "@loopwright/core";
import { z } from "zod";

/**
 * An attempt without what makes it large: no drafts, no actions, no replies, and of each grade the verdicts
 * without evidence and remarks. Core's rules for outcome and readiness work on it as on the whole
 * attempt; the mark keeps it from being stored in place of one.
 */
export const attemptOutline = attempt.extend({ outline: z.literal(true) });
export type AttemptOutline = z.infer<typeof attemptOutline>;

export function outlineOf(whole: Attempt): AttemptOutline {
  const stages = Object.entries(whole.stages).map(([id, record]) => [id, thin(record)] as const);
  return { ...whole, stages: Object.fromEntries(stages), actions: [], outline: true };
}

const thin = (record: StageRecord): StageRecord => ({
  ...record,
  draft: null,
  replies: [],
  grade: record.grade && thinGrade(record.grade),
});

function thinGrade(grade: Grade): Grade {
  if (grade.status === "error") return grade;
  const criteria = grade.criteria.map(({ note: _note, ...one }) => ({ ...one, evidence: [] }));
  return { ...grade, criteria, remarks: [] };
}
