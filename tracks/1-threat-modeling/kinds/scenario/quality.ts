import {
  qualityOf,
  statement as statementShape,
  statementMask,
  type Check,
  type Model,
  type Statement,
} from "@loopwright/threat-model";

import type { NamedThreat } from "./answer.ts";
import { textOf } from "./threat-text.ts";

/** What a statement lacks, or nothing. */
type Open = { threat: NamedThreat; lacks: string };

/** Share of threats whose sentence says who can do what, and what follows from it. */
export function qualityShare(
  threats: readonly NamedThreat[],
  drawing: Model,
): { share: number; open: Open[] } {
  const open = threats.flatMap((threat): Open[] => {
    const lacks = lackOf(threat, drawing);
    return lacks === null ? [] : [{ threat, lacks }];
  });
  return { share: threats.length === 0 ? 0 : 1 - open.length / threats.length, open };
}

function lackOf(threat: NamedThreat, drawing: Model): string | null {
  const { statement, title } = threat;
  return statement && statementMask(statement) > 0
    ? lackOfParts(statement, drawing)
    : lackOfText(textOf({ ...threat, title: "" }) || title);
}

/** What a statement in its parts must not lack; of the rest, one may be open. */
const needed = new Set(["action-concrete", "impact-told", "no-solution"]);
const openMax = 1;

function lackOfParts(statement: Statement, drawing: Model): string | null {
  const open = qualityOf(statement, drawing).filter(({ ok }) => !ok);
  const worst = open.find(({ id }) => needed.has(id));
  if (worst) return worst.hint;
  return open.length > openMax ? (open[0]?.hint ?? null) : null;
}

/** Somebody who can do something; and what that leads to. */
const ability = /\b(can|could|may|might|is able to|gets to|manages to)\b/i;
const consequence =
  /,?\s*\b(so that|so|which leads? to|leads? to|leading to|results? in|resulting in|which|because|and then|until|harm\w*|los(?:e|es|ing)|leak\w*|without)\b/i;
const fewestWords = 8;

/** A free sentence: told from its middle, where somebody can do something. */
function lackOfText(text: string): string | null {
  if ((text.match(/\p{L}+/gu) ?? []).length < fewestWords) return "Too short to say what happens.";
  const able = ability.exec(text);
  if (!able) return "It does not say who can do what.";
  const rest = text.slice(able.index + able[0].length);
  const leads = consequence.exec(rest);
  if (!leads) return "It does not say what that leads to.";
  const action = rest.slice(0, leads.index).trim();
  return failing(qualityOf(statementShape.parse({ action })), ["action-concrete", "no-solution"]);
}

const failing = (checks: readonly Check[], ids: readonly string[]): string | null =>
  checks.find(({ id, ok }) => ids.includes(id) && !ok)?.hint ?? null;
