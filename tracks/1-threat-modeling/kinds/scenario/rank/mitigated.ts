import { mitigationsOf } from "../grading/about.ts";
import type { KeyThreat } from "../material/threats.ts";
import { hearPoints } from "../grading/prose.ts";

/** Whether a text names something that really stops a threat. */
export function isMitigated(text: string, known: KeyThreat, about: string): boolean {
  if (text.trim() === "") return false;
  const points = mitigationsOf(known);
  const { findings } = hearPoints({
    text,
    points,
    question: known.title,
    about,
    // “Idempotency keys.” says it.
    fewestWords: 2,
  });
  return findings.some(({ kind }) => kind === "found");
}
