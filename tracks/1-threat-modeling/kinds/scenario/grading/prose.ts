import type { Evidence, Ports, Verdict } from "@loopwright/core";
import { coverText, gradeProse, pointCriterion, type Rubric } from "@loopwright/prose";

import type { Said } from "../material/points.ts";

/** What was found of one criterion. */
export type Found = { verdict: Verdict; evidence: Evidence[]; note?: string };

export type Told = Pick<Said, "id" | "title" | "ways" | "plain" | "why">;

/**
 * The points of this kind as a rubric of packages/prose; the same list gives the same rubric. `about` is
 * what else belongs to the topic: long answers that speak of it are not beside the point.
 */
function rubricOf(points: readonly Told[], about = ""): Rubric {
  const known = rubrics.get(points);
  if (known) return known;
  const made: Rubric = {
    points: points.map((point, index) => {
      const { id, ways, plain } = point;
      const why = index === 0 ? `${point.why} ${about}` : point.why;
      return { id, title: titleOf(point), ways, plain, why, weight: 1, essential: false };
    }),
    misconceptions: [],
  };
  rubrics.set(points, made);
  return made;
}
// prepare() of packages/prose remembers rubrics by identity.
const rubrics = new WeakMap<readonly Told[], Rubric>();

const longWordsMin = 4;

/** A title is read as an exemplar too: one of two or three words would be found in every sentence. */
const titleOf = ({ title, why }: Told): string =>
  (title.match(/\p{L}{4,}/gu) ?? []).length >= longWordsMin ? title : `${title}: ${why}`;

type Given = {
  text: string;
  points: readonly Told[];
  question: string;
  about?: string;
  /** Points that a language model may be asked about, where they are not all. */
  only?: readonly string[];
};

/** Judges a text by points; a language model, where there is one, reads what stayed open. */
export async function judgePoints(
  { text, points, question, about, only }: Given,
  ports: Pick<Ports, "prose">,
): Promise<Record<string, Found>> {
  const rubric = rubricOf(points, about);
  const { criteria } = await gradeProse({ text, rubric, question, ...(only && { only }) }, ports);
  const byId = new Map(criteria.map((one) => [one.id, one]));
  return Object.fromEntries(
    points.map(({ id }) => {
      const one = byId.get(pointCriterion(id));
      const found: Found = { verdict: one?.verdict ?? "unsure", evidence: one?.evidence ?? [] };
      return [id, one?.note === undefined ? found : { ...found, note: one.note }];
    }),
  );
}

/**
 * "found", "denied" or "open" for each point, and whether the text was read at all. A text of fewer words than
 * `fewestWords` is not; three where left out.
 */
export function hearPoints({ text, points, question, about, fewestWords }: Given & Fewest) {
  const rubric = rubricOf(points, about);
  const { findings, guard } = coverText({ text, rubric, question, fewestWords });
  return { findings, read: guard === null };
}

type Fewest = { fewestWords?: number };

/** Paragraphs of what was written in several fields, each a passage of its own. */
export const joined = (texts: readonly string[]): string =>
  texts
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => (/[.!?]$/.test(one) ? one : `${one}.`))
    .join("\n");

export const reason = (text: string): Evidence => ({ type: "reason", text });
