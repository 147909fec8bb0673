import type { Question, Reach } from "./question.ts";

/** The answer in words: one sentence that says what decides, then each step. */
export function explainReach(
  question: Question,
  found: Reach,
): { summary: string; lines: string[] } {
  const { protocol = "tcp", port } = question;
  const what = port === undefined ? protocol : `${protocol} port ${port}`;
  const who = `${question.from} to ${question.to}, ${what}`;
  const { decidedBy } = found;
  const lines = found.steps.map(
    ({ way, allowed, words }) =>
      `${way === "out" ? "Request" : "Answer"}${allowed ? "" : ", stopped"}: ${words}`,
  );
  if (!decidedBy) return { summary: `Reachable: ${who}.`, lines };
  const part = decidedBy.way === "out" ? "the request" : "the answer";
  return { summary: `Not reachable: ${who}. ${decidedBy.rule} stops ${part}.`, lines };
}
