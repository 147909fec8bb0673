import { buildWorld, type World } from "@loopwright/aws/world";
import type { Evidence, Verdict } from "@loopwright/core";

import type { InvestigateBrief, Question } from "../brief.ts";
import type { InvestigateKey, KeyAnswer } from "../key.ts";
import { judgeChoice } from "./choice.ts";
import { inWords, judgeEvent } from "./events.ts";
import { judgeNames } from "./names.ts";

type Finding = { verdict: Verdict; evidence: Evidence[] };
type Given = Readonly<Record<string, readonly string[]>>;

/** What was found out, question by question, against the past of the world of this seed. */
export function judgeFind(
  { brief, key, seed }: { brief: InvestigateBrief; key: InvestigateKey; seed: string },
  given: Given,
): Record<string, Finding> {
  const world = buildWorld({ ...key.world, start: brief.seats.find.as }, seed);
  return Object.fromEntries(
    brief.questions.map((question) => {
      const lines = Object.hasOwn(given, question.id) ? given[question.id]! : [];
      const finding = judged({ question, wanted: key.answers[question.id]!, world }, lines);
      return [question.id, finding];
    }),
  );
}

type Asked = { question: Question; wanted: KeyAnswer; world: World };

function judged({ question, wanted, world }: Asked, given: readonly string[]): Finding {
  const lines = given.filter((line) => line.trim() !== "");
  if (lines.length === 0) return told("missed", ["Nothing was answered."], wanted);
  switch (wanted.type) {
    case "event": {
      const { verdict, event } = judgeEvent(world, wanted, lines[0]!);
      const none = `No event of CloudTrail has the id or time “${lines[0]}”.`;
      return told(verdict, [event ? `Named: ${inWords(event)}` : none], wanted);
    }
    case "names": {
      const { verdict, right, wrong, missing } = judgeNames(wanted, lines);
      const trace = [
        ...right.map((one) => `Rightly named: ${one}`),
        ...wrong.map((one) => `Had no part in it, or does not exist: ${one}`),
        ...(missing > 0 ? [`Not named: ${missing} of ${wanted.all.length}`] : []),
      ];
      return told(verdict, trace, wanted);
    }
    case "choice": {
      const texts = question.type === "choice" ? question.options : [];
      const chosen = texts.filter(({ id }) => lines.includes(id)).map(({ text }) => text);
      const trace = chosen.map((text) => `Chosen: ${text}`);
      return told(judgeChoice(wanted.right, lines), trace, wanted);
    }
  }
}

/** What was answered, then why it is right or how it would have been seen. */
const told = (verdict: Verdict, trace: readonly string[], { why }: KeyAnswer): Finding => ({
  verdict,
  evidence: [{ type: "decision", trace: [...trace, why] }],
});
