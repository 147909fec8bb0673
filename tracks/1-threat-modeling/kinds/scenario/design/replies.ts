import { analyse, controls, type Finding, type Model } from "@loopwright/threat-model";

import type { Reply, ThreatsAnswer } from "../material/answer.ts";
import { attackOf } from "./attack.ts";
import { findingCriterion } from "../grading/criteria.ts";
import { isBlank } from "../drawing/read.ts";
import { attackFindings } from "../material/limits.ts";
import { wordsOf } from "../drawing/names.ts";
import { reason, type Found } from "../grading/prose.ts";

/** Findings that may be accepted with a reason alone; the rest want something done. */
const acceptedMax = 2;
const reasonWords = 8;
/** Words that a reply must share with one of the rule's mitigations to be recognised as it. */
const sharedWords = 2;

type Given = {
  designed: Model;
  now: Model;
  answer: ThreatsAnswer;
  /** Share of the key's properties that hold in the design. */
  held: number;
};

/** With fewer, it is no design of this system, and its findings answer for another one. */
const begunShare = 0.25;
/** From here on, few findings are the merit of the design. */
const soundShare = 0.5;

/**
 * Mode design: the rules' findings on the design, and what was done about each. Few findings on an empty sheet
 * prove nothing, and neither do good replies on the design of another system.
 */
export function gradeReplies({ designed, now, answer, held }: Given): Record<string, Found> {
  const findings = attackOf(designed);
  const left = new Set(analyse(now).findings.map(({ id }) => id));
  let accepted = 0;
  const found: Record<string, Found> = {};
  for (let index = 0; index < attackFindings; index += 1) {
    const finding = findings[index];
    const reply = answer.replies.find((one) => one.finding === finding?.id);
    if (reply?.response === "accept") accepted += 1;
    if (finding && held < begunShare) found[findingCriterion(index)] = notBegun;
    else
      found[findingCriterion(index)] = finding
        ? judgeReply({ finding, reply, gone: isGone(finding, now, left), accepted })
        : nothingLeft(held >= soundShare && !isBlank(designed));
  }
  return found;
}

/** Gone because something was put in its way, and not because the part was deleted. */
const isGone = ({ id, subject }: Finding, { elements, flows }: Model, left: Set<string>): boolean =>
  !left.has(id) && [...elements, ...flows].some((one) => one.id === subject);

const notBegun: Found = {
  verdict: "missed",
  note: "counts once more of the design stands",
  evidence: [reason("Too few of the properties hold for a design that could be attacked.")],
};

const nothingLeft = (sound: boolean): Found =>
  sound
    ? {
        verdict: "met",
        note: "the rules found nothing more",
        evidence: [{ type: "measure", value: 0, unit: "further findings" }],
      }
    : {
        verdict: "missed",
        note: "there is no design that could be attacked",
        evidence: [reason("Few findings on an empty sheet prove nothing.")],
      };

type Case = { finding: Finding; reply: Reply | undefined; gone: boolean; accepted: number };

function judgeReply({ finding, reply, gone, accepted }: Case): Found {
  const place = { type: "element" as const, id: finding.subject, note: finding.title };
  const text = reply?.text.trim() ?? "";
  const quote = text === "" ? [] : [{ type: "quote" as const, text, start: 0, end: text.length }];
  const evidence = [place, ...quote];
  if (gone) return { verdict: "met", note: `closed in the drawing: ${finding.title}`, evidence };
  if (!reply) return { verdict: "missed", note: `not answered: ${finding.title}`, evidence };
  if (wordCount(text) < reasonWords / 2) {
    return { verdict: "missed", note: `no reason is given: ${finding.title}`, evidence };
  }
  if (reply.response === "accept") {
    const { verdict, note } = judgeAccepted(text, accepted);
    return { verdict, note: `${note}: ${finding.title}`, evidence };
  }
  if (isMitigation(text, finding)) {
    return { verdict: "met", note: `mitigated: ${finding.title}`, evidence };
  }
  return { verdict: "unsure", note: `not recognised as what stops it: ${finding.title}`, evidence };
}

function judgeAccepted(text: string, accepted: number): Pick<Found, "verdict" | "note"> {
  if (wordCount(text) < reasonWords)
    return { verdict: "partly", note: "accepted with a thin reason" };
  if (accepted > acceptedMax) {
    return { verdict: "missed", note: `more than ${acceptedMax} findings were accepted` };
  }
  return { verdict: "met", note: "accepted with a reason" };
}

const wordCount = (text: string): number => (text.match(/\p{L}+/gu) ?? []).length;

function isMitigation(text: string, { rule, title }: Finding): boolean {
  const asked = new Set(wordsOf(title));
  const said = wordsOf(text).filter((one) => !asked.has(one));
  return rule.mitigations.some((one) => {
    const known = one.control === undefined ? undefined : controls.get(one.control);
    const told = wordsOf([one.text, known?.title ?? "", ...(known?.aliases ?? [])].join(" "));
    return said.filter((word) => word.length > 2 && told.includes(word)).length >= sharedWords;
  });
}
