import type { Verdict } from "@loopwright/core";

import type { Finding } from "../../answer.ts";
import type { Flaw } from "../../key.ts";
import { hitsOf, matchFindings, type Hit, type Mark } from "../../match.ts";
import type { Range } from "../../range.ts";
import type { ReviewReveal } from "../../reveal.ts";

/** What the grade says on some lines. A note without a look stands there and washes nothing. */
export type Note = Range & {
  id: string;
  look: Verdict | null;
  head: string;
  text: string;
  /** With its path and its explanation below the sentence. */
  flaw?: Flaw;
  /** The finding that carries the flaw. */
  finding?: Finding;
};

/** Notes in the order of their lines: flaws, false alarms, neutral marks, and the decoys left alone. */
export function notesOf(findings: readonly Finding[], reveal: ReviewReveal): Note[] {
  const marks = matchFindings({ findings, ...reveal });
  const hits = hitsOf(marks);
  const alone = reveal.decoys.filter(
    (decoy) => !marks.some((mark) => mark.outcome === "false-alarm" && mark.decoy === decoy),
  );
  return [
    ...reveal.flaws.map((flaw) =>
      flawNote(
        flaw,
        hits.find((hit) => hit.flaw === flaw),
      ),
    ),
    ...marks.flatMap(markNote),
    ...alone.map(({ id = "", file, from, to, why }) => {
      return { id, file, from, to, look: null, head: "Safe, and rightly left alone.", text: why };
    }),
  ].toSorted((a, b) => a.from - b.from);
}

function flawNote(flaw: Flaw, hit: Hit | undefined): Note {
  if (!hit) {
    const { file, from, to } = flaw.lines[0] ?? { file: "", from: 1, to: 1 };
    const head = `Missed: ${flaw.title} (${classes(flaw)}).`;
    return { id: flaw.id, file, from, to, look: "missed", head, text: flaw.impact, flaw };
  }
  const { finding, fit } = hit;
  const { file, from, to } = finding;
  const chosen = finding.cwe === null ? "no class" : `CWE-${finding.cwe}`;
  const told = {
    listed: { look: "met", head: `Hit: ${flaw.title} (${chosen}).` },
    related: { look: "partly", head: `Hit, one class away: ${chosen} for ${classes(flaw)}.` },
    other: { look: "missed", head: `Right lines, other class: ${chosen} for ${classes(flaw)}.` },
    none: { look: "missed", head: `Right lines without a class: ${classes(flaw)}.` },
  } as const;
  return { id: flaw.id, file, from, to, ...told[fit], text: flaw.fix, flaw, finding };
}

function markNote(mark: Mark): Note[] {
  const { id, file, from, to } = mark.finding;
  const place = { id, file, from, to };
  switch (mark.outcome) {
    case "hit":
      return [];
    case "duplicate":
      return [
        {
          ...place,
          look: "unsure",
          head: "Marked twice.",
          text: `“${mark.flaw.title}” counts once.`,
        },
      ];
    case "neutral":
      return [{ ...place, look: "unsure", head: "Neutral.", text: mark.why }];
    case "false-alarm":
      return [{ ...place, look: "partly", head: "False alarm.", text: mark.why }];
  }
}

// The first is the one to learn; the others count as well, and a list of them would drown the note.
const classes = ({ cwe: [first] }: Flaw): string => `CWE-${first}`;

/** The note that a line is washed by: the one that asks most attention. */
export function lookOf(notes: readonly Note[], file: string, line: number) {
  const covering = notes.filter(
    (one) => one.look !== null && one.file === file && one.from <= line && line <= one.to,
  );
  const order: Verdict[] = ["missed", "partly", "met", "unsure"];
  const strongest = covering.toSorted(
    (a, b) => order.indexOf(a.look ?? "unsure") - order.indexOf(b.look ?? "unsure"),
  )[0];
  return strongest && { look: strongest.look ?? "unsure", words: strongest.head };
}
