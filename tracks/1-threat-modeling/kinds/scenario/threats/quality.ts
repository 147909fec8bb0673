import {
  qualityOf,
  statement as statementShape,
  statementMask,
  type Check,
  type Model,
  type Statement,
} from "@loopwright/threat-model";

import type { NamedThreat } from "../material/answer.ts";
import { textOf } from "./text.ts";

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

/** Somebody who can do something. */
const ability = /\b(can|could|may|might|is able to|gets to|manages to)\b/i;
/** Where the effect begins; of words that begin a clause of any kind, only those that seldom do another. */
const consequence =
  /,?\s*(?:→|[-=]>|\b(?:so that|so|which|leads? to|leading to|results? in|resulting in|therefore|thus|hence|thereby|because|and then|until|meaning|causing|giving|exposing|letting|making|leaving|putting|turning|harm\w*|los(?:e|es|ing)|leak\w*|without)\b)/i;
/** A second deed or its end, of some words: “and read another person's profile”, “to have them refunded”. */
const further = /\b(?:and|to)\s+\S+(?:\s+\S+){2,}/i;
/** What stands first where the effect does: “Orders ship unpaid, because anyone can …”. */
const reason = /\b(?:because|since|as|when|whenever|if|once|after)\b/i;
const fewestWords = 8;
/** Words that tell what happens, where nobody does it: “the campaign's row throttles, so …”. */
const eventWords = 4;

/** “Counting numbers up, …” has nobody who counts. */
const nobody = /^\s*\p{L}+ing\b/iu;

const wordsIn = (text: string): number => (text.match(/\p{L}+/gu) ?? []).length;

/** A free sentence: what somebody does or what happens, and what that leads to. */
function lackOfText(text: string): string | null {
  if (wordsIn(text) < fewestWords) return "Too short to say what happens.";
  const able = ability.exec(text);
  return able ? lackOfDeed(text, able) : lackOfEvent(text);
}

function lackOfDeed(text: string, able: RegExpExecArray): string | null {
  const rest = text.slice(able.index + able[0].length);
  const leads = consequence.exec(rest) ?? further.exec(rest);
  if (!leads && !reason.test(text.slice(0, able.index)))
    return "It does not say what that leads to.";
  return lackOfAction(rest.slice(0, leads?.index));
}

function lackOfEvent(text: string): string | null {
  const leads = consequence.exec(text);
  const event = text.slice(0, leads?.index);
  if (!leads || wordsIn(event) < eventWords || nobody.test(event))
    return "It does not say who can do what.";
  return lackOfAction(event);
}

const lackOfAction = (action: string): string | null =>
  failing(qualityOf(statementShape.parse({ action: action.trim() })), [
    "action-concrete",
    "no-solution",
  ]);

const failing = (checks: readonly Check[], ids: readonly string[]): string | null =>
  checks.find(({ id, ok }) => ids.includes(id) && !ok)?.hint ?? null;
