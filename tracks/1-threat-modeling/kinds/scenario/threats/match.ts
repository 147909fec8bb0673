import type { Finding } from "@loopwright/threat-model";

import { aboutOf, pointsOf } from "../grading/about.ts";
import type { NamedThreat } from "../material/answer.ts";
import { assignBest, type Pairing } from "../drawing/assign.ts";
import type { KeyThreat } from "../material/threats.ts";
import { rulesOn } from "./known-to-rules.ts";
import { lettersMax, threatCharsRead, threatsRead } from "../material/limits.ts";
import { isAt, placeOf, type Ground, type Place } from "./places.ts";
import { hearPoints } from "../grading/prose.ts";
import { ownWordsIn, textOf } from "./text.ts";

/**
 * How a threat fits one of the key. full: place, category and text. partly: the text, and one of the other
 * two. unsure: place and category, in words that are not recognised.
 */
export type Fit = "full" | "partly" | "unsure";

/** What became of one threat of the learner. Only `matched` proves a threat of the key. */
export type Judged = { threat: NamedThreat } &
  /** An unsure one may be something else that the rules find; then it is real in any case. */
  (
    | { outcome: "matched"; known: KeyThreat; fit: Fit; note: string; finding: Finding | null }
    /** Not in the key; the rules find it on the learner's own drawing. */
    | { outcome: "extra"; finding: Finding }
    /** `known`: the threat of the key that it says again; null for a sentence that was used before. */
    | { outcome: "repeat"; known: KeyThreat | null }
    | { outcome: "unknown"; why: string }
    | { outcome: "unread" }
  );
export type Matched = Extract<Judged, { outcome: "matched" }>;

type Given = {
  threats: readonly NamedThreat[];
  known: readonly KeyThreat[];
  ground: Ground;
  /** brief.md: saying it again names no threat. */
  question: string;
};

/** One outcome for each threat, in their order. Pure: the grader and the page compute the same. */
export function matchThreats({ threats, known, ground, question }: Given): Judged[] {
  const read = readAll(threats, ground);
  const rules = rulesOn(ground.own);
  const against = { known, reference: ground.reference, question };
  const fits = read.map((one) =>
    one.repeats
      ? []
      : fitsOf(one, against).filter(({ fit }) => fit !== "unsure" || !rules.isPrinted(one)),
  );
  const carried = assignBest(fits);
  return threats.map((threat, index): Judged => {
    const one = read[index];
    if (!one) return { threat, outcome: "unread" };
    const finding = rules.saidBy(one);
    const pair = carried.get(index);
    if (pair) return { threat, outcome: "matched", ...pair, finding };
    const again = fits[index]?.find(({ fit }) => fit === "full")?.known ?? null;
    if (one.repeats || again) return { threat, outcome: "repeat", known: again };
    if (finding) return { threat, outcome: "extra", finding };
    return { threat, outcome: "unknown", why: whyUnknown(one) };
  });
}

type Read = {
  threat: NamedThreat;
  text: string;
  place: Place;
  /** Beside names of the drawing. */
  words: readonly string[];
  /** Whether the same sentence was used before, on another part. */
  repeats: boolean;
};

function readAll(threats: readonly NamedThreat[], ground: Ground): Read[] {
  const ownWords = ownWordsIn(ground.own);
  const seen = new Set<string>();
  return threats.slice(0, threatsRead).map((threat) => {
    const text = textOf(threat).slice(0, threatCharsRead);
    const words = ownWords(text);
    const rest = words.toSorted().join(" ");
    const repeats = seen.has(rest);
    seen.add(rest);
    return { threat, text, place: placeOf(threat, ground), words, repeats };
  });
}

export const matchedOf = (judged: readonly Judged[]): Matched[] =>
  judged.filter((one): one is Matched => one.outcome === "matched");

type Against = { known: readonly KeyThreat[]; reference: Ground["reference"]; question: string };

const fewestWords = 5;

function fitsOf({ threat, text, place }: Read, { known, reference, question }: Against): Pairing[] {
  const { findings } = hearPoints({
    text,
    points: pointsOf(known),
    question,
    about: aboutOf({ threats: [...known] }),
  });
  const lettered = threat.stride.length <= lettersMax ? threat.stride : [];
  const long = (text.match(/\p{L}+/gu) ?? []).length >= fewestWords;
  return known.flatMap((one): Pairing[] => {
    const heard = findings.find(({ point }) => point === one.id);
    const here = isAt(place, one.at, reference);
    const letter = lettered.some((each) => one.stride.includes(each));
    const says = heard?.kind === "found";
    if (says && here && letter)
      return [{ known: one, fit: "full", note: "place, category, exploit" }];
    if (says && here) return [{ known: one, fit: "partly", note: categoryNote(threat, one) }];
    if (says && letter) return [{ known: one, fit: "partly", note: "named at another place" }];
    const denied = heard?.kind === "denied" && heard.outright;
    if (!here || !letter || denied || !long) return [];
    return [{ known: one, fit: "unsure", note: "place and category fit: was this meant?" }];
  });
}

function categoryNote({ stride }: NamedThreat, { stride: fitting }: KeyThreat): string {
  const right = fitting.join(" or ");
  if (stride.length === 0) return `no category; ${right} fits`;
  if (stride.length > lettersMax) return `${stride.length} letters claim nothing; ${right} fits`;
  return `${stride.join(", ")} given; ${right} fits`;
}

function whyUnknown({ threat, place, text }: Read): string {
  if (place.elements.length === 0 && place.known.size === 0)
    return "It names no part of the drawing.";
  if (threat.stride.length === 0) return "It has no STRIDE category.";
  if (text.trim() === "") return "It says nothing of how it is done.";
  return "Neither the reference nor the rules know it at this place.";
}
