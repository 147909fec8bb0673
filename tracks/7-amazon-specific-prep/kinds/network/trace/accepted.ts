import { essentialRules, reach, rulesOf, type Network, type Reach } from "@loopwright/aws/network";

import type { TraceQuestion } from "../brief.ts";
import { questionOf } from "../flow.ts";

/** What is true of a question, and the rules that count as its answer, the best one first. */
export type Truth = { found: Reach; rules: string[] };

/**
 * No: the first rule that stops the packet or its answer. Yes: any without which it would be no; where a sort is asked
 * for, any of that sort that the packet or its answer went by.
 */
export function truthOf(network: Network, question: TraceQuestion): Truth {
  const asked = questionOf(question);
  const found = reach(network, asked);
  if (found.decidedBy) return { found, rules: [found.decidedBy.rule] };
  const { asks } = question;
  if (!asks) return { found, rules: essentialRules(network, asked) };
  // What nobody wrote down, such as a VPC's default ACL, cannot be chosen.
  const listed = new Set(rulesOf(network).map(({ id }) => id));
  const went = found.steps.filter(({ kind, rule }) => kind === asks && listed.has(rule));
  return { found, rules: [...new Set(went.map(({ rule }) => rule))] };
}
