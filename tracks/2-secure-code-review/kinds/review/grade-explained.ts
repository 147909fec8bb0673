import type { Criterion, Evidence, Ports } from "@loopwright/core";
import { gradeProse, notFound, type Coverage, type Finding as Said } from "@loopwright/prose";

import { questionOf, rubricOf } from "./explains.ts";
import type { Flaw } from "./key.ts";
import type { Hit } from "./match.ts";
import { linesInWords } from "./range.ts";

type Judged = Pick<Criterion, "verdict" | "evidence" | "note">;
type Given = { brief: string; flaw: Flaw; hit: Hit | undefined };

/**
 * Judges the sentence of the finding that carries a flaw: met when it says every point, partly when it
 * says some. What is not found is `unsure`; missed is only what was not written, or is denied.
 */
export async function gradeExplained(
  { brief, flaw, hit }: Given,
  ports: Pick<Ports, "prose">,
): Promise<Judged> {
  if (!hit) {
    return missed("never marked", "The flaw was never marked, so no sentence explains it.");
  }
  const place = linesInWords(hit.finding);
  const text = hit.finding.impact;
  if (text.trim() === "") return missed(`${place}: no sentence`, "The impact was left blank.");
  const rubric = rubricOf(flaw);
  const { coverage } = await gradeProse({ text, rubric, question: questionOf(brief, flaw) }, ports);
  const judged = coverage.guard
    ? judgeGuarded(coverage.guard)
    : judgePoints(coverage.findings, flaw);
  return { ...judged, note: `${place}: ${judged.note}` };
}

type Noted = Judged & { note: string };

const reason = (text: string): Evidence => ({ type: "reason", text });
const missed = (note: string, why: string): Noted => {
  return { verdict: "missed", note, evidence: [reason(why)] };
};

function judgeGuarded({ kind, reason: why }: NonNullable<Coverage["guard"]>): Noted {
  if (kind === "blank") return missed("too short", "One or two words explain no harm.");
  if (kind === "off-topic") return missed("about something else", why);
  return { verdict: "unsure", note: "not judged", evidence: [reason(why)] };
}

function judgePoints(said: readonly Said[], flaw: Flaw): Noted {
  const found = said.filter((one) => one.kind === "found");
  const evidence = found.map(({ quote }) => quoted(quote));
  const read = found.some(({ by }) => by === "model") ? ", as the language model reads it" : "";
  if (found.length === said.length) {
    const what = ["", "the point", "both points"][said.length] ?? `all ${said.length} points`;
    return { verdict: "met", note: `${what} found${read}`, evidence };
  }
  const open = titlesOf(flaw, said);
  if (found.length > 0) {
    const note = `${found.length} of ${said.length} points found${read}. ${notFound} ${open}`;
    return { verdict: "partly", note, evidence };
  }
  return judgeUnfound(said, open);
}

function judgeUnfound(said: readonly Said[], open: string): Noted {
  const denied = said.find((one) => one.kind === "denied");
  if (denied) {
    const { outright, quote } = denied;
    return {
      verdict: outright ? "missed" : "unsure",
      note: outright ? "the opposite is said" : "said with a negation: was it meant so?",
      evidence: [quoted(quote), reason(`Listened for: ${open}`)],
    };
  }
  const near = said.find((one) => one.kind === "open" && one.near !== null);
  const closest =
    near?.kind === "open" && near.near ? [quoted(near.near), reason("The closest passage.")] : [];
  const note = notFound.charAt(0).toLowerCase() + notFound.slice(1);
  return { verdict: "unsure", note, evidence: [...closest, reason(`Listened for: ${open}`)] };
}

const quoted = ({ text, start, end }: { text: string; start: number; end: number }): Evidence => {
  return { type: "quote", text, start, end };
};

/** "Reads orders of others. Addresses leak.": what was not found, as the key says it. */
const titlesOf = ({ explains }: Flaw, said: readonly Said[]): string =>
  explains
    .filter(({ id }) => said.some(({ point, kind }) => point === id && kind !== "found"))
    .map(({ title }) => `${title}.`)
    .join(" ");
