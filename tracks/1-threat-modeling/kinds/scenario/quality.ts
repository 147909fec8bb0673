import type { NamedThreat } from "./answer.ts";
import { textOf } from "./threat-text.ts";

/** What a statement lacks, or nothing. */
type Open = { threat: NamedThreat; lacks: string };

/** Somebody who can do something; and what that leads to. */
const ability = /\b(can|could|may|might|is able to|gets to|manages to)\b/i;
const consequence =
  /\b(so|so that|which|leads? to|leading to|results? in|resulting|letting|and then|until|because|harm\w*|los(?:e|es|ing)|leak\w*|without)\b/i;
const fewestWords = 8;

/** Share of threats whose sentence says who can do what, and what follows from it. */
export function qualityShare(threats: readonly NamedThreat[]): { share: number; open: Open[] } {
  const open = threats.flatMap((threat): Open[] => {
    const lacks = lackOf(threat);
    return lacks === null ? [] : [{ threat, lacks }];
  });
  return { share: threats.length === 0 ? 0 : 1 - open.length / threats.length, open };
}

function lackOf(threat: NamedThreat): string | null {
  const { statement } = threat;
  if (statement && statement.source !== "" && statement.action !== "" && statement.impact !== "") {
    return null;
  }
  const text = textOf(threat);
  if ((text.match(/\p{L}+/gu) ?? []).length < fewestWords) return "Too short to say what happens.";
  if (!ability.test(text)) return "It does not say who can do what.";
  if (!consequence.test(text)) return "It does not say what that leads to.";
  return null;
}
