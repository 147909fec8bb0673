import { blot } from "../mask.ts";
import type { Draft } from "./figure.ts";

// Capitals decide: "3 may fail" and "we march" are no dates.
const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b";
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const lead =
  "in|between|since|by|until|till|from|last|to|of|during|through|before|after|early|mid|late";
// The month's capital must show, the preposition's may: it can open the sentence.
const anyLead = lead.replace(/(?<=^|\|)[a-z]/g, (first) => `[${first.toUpperCase()}${first}]`);
const yearNouns =
  "users?|customers?|repos|repositories|services|findings?|teams|requests|people|hosts|servers|lines|tickets|alerts|keys|endpoints";

const patterns: readonly RegExp[] = [
  /\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b/g,
  new RegExp(`\\b(?:${day} (?:of )?)?${month} (?:${day},? )?(?:19|20)\\d\\d\\b`, "g"),
  new RegExp(`\\b${day} (?:of )?${month}|\\b(?!May )${month} ${day}\\b(?![%\\d])`, "g"),
  /\bQ[1-4](?:,? (?:of )?(?:(?:19|20)\d\d|FY ?\d\d))?\b|\bFY ?(?:20)?\d\d\b|\b[HQ][1-4] ?'?\d\d\b/g,
  new RegExp(`(?<=\\b(?:${anyLead}) )${month}`, "g"),
  new RegExp(
    `(?<=\\b(?:${lead}|year) )(?:19[89]\\d|20[0-4]\\d)\\b(?![.,]?\\d|[ -]?(?:%|percent|ms\\b|sec|min|hour|day|week|month|year|(?:${yearNouns})\\b))`,
    "gi",
  ),
];

/** Reads dates and blots them out, so that their digits are not read again. */
export function takeDates(masked: string): { drafts: Draft[]; rest: string } {
  const drafts: Draft[] = [];
  let rest = masked;
  for (const pattern of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const year = /(?:19|20)\d\d/.exec(match[0])?.[0];
      drafts.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: "date",
        value: year === undefined ? null : Number(year),
        high: null,
        unit: null,
      });
    }
    rest = blot(rest, pattern);
  }
  return { drafts, rest };
}
