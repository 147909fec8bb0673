import type { Finding } from "./answer.ts";
import { isParentOrChild } from "./cwe/cwe.ts";
import type { Flaw, Harmless } from "./key.ts";
import { lengthOf, overlaps, type Range } from "./range.ts";

/** What a finding turned out to be. Only `hit` and `false-alarm` count towards the signal. */
export type Mark = { finding: Finding } & (
  | { outcome: "hit"; flaw: Flaw; fit: ClassFit }
  /** A second mark of a flaw that another finding already carries. */
  | { outcome: "duplicate"; flaw: Flaw }
  | { outcome: "neutral"; why: string }
  | { outcome: "false-alarm"; why: string; decoy: Harmless | null }
);
export type Hit = Extract<Mark, { outcome: "hit" }>;

/** How the chosen class fits: listed, parent or child of a listed one, another, or not chosen. */
export type ClassFit = "listed" | "related" | "other" | "none";

export const creditOf = { listed: 1, related: 0.5, other: 0, none: 0 } as const;

type Marked = { findings: readonly Finding[]; flaws: readonly Flaw[] } & {
  decoys: readonly Harmless[];
  neutral: readonly Harmless[];
};

/** One mark for each finding, in their order. Pure: the grader and the page compute the same. */
export function matchFindings({ findings, flaws, decoys, neutral }: Marked): Mark[] {
  const carried = assign(findings, flaws);
  return findings.map((finding, index): Mark => {
    const flaw = carried.get(index);
    if (flaw) return { finding, outcome: "hit", flaw, fit: classFit(finding, flaw) };
    return judgeRest(finding, { flaws, decoys, neutral });
  });
}

export const hitsOf = (marks: readonly Mark[]): Hit[] =>
  marks.filter((mark): mark is Hit => mark.outcome === "hit");

export function classFit({ cwe }: Pick<Finding, "cwe">, flaw: Pick<Flaw, "cwe">): ClassFit {
  if (cwe === null) return "none";
  if (flaw.cwe.includes(cwe)) return "listed";
  return flaw.cwe.some((one) => isParentOrChild(one, cwe)) ? "related" : "other";
}

/** A mark shows where only while it is short: 15 lines, or six more than the range itself. */
const shows = (finding: Range, range: Range): boolean =>
  overlaps(finding, range) && lengthOf(finding) <= Math.max(widest, lengthOf(range) + 6);
const widest = 15;

const locates = (finding: Finding, flaw: Flaw): boolean =>
  flaw.lines.some((range) => shows(finding, range));

const fits = (fit: ClassFit): boolean => fit === "listed" || fit === "related";

/**
 * A second mark with the same class repeats; with another class it claims a flaw that is not there,
 * unless the key calls that class a fair remark on these lines.
 */
function judgeRest(finding: Finding, rest: Omit<Marked, "findings">): Mark {
  const located = rest.flaws.filter((flaw) => locates(finding, flaw));
  const same = located.find((flaw) => classFit(finding, flaw) !== "other");
  if (same) return { finding, outcome: "duplicate", flaw: same };
  const harmless = rest.neutral.filter((range) => shows(finding, range));
  const fair = harmless.find(({ cwe = [] }) => fits(classFit(finding, { cwe })));
  if (fair) return { finding, outcome: "neutral", why: fair.why };
  const decoy = rest.decoys.find((range) => overlaps(finding, range)) ?? null;
  if (decoy) return { finding, outcome: "false-alarm", why: decoy.why, decoy };
  const [first] = harmless;
  if (first && located.length === 0) return { finding, outcome: "neutral", why: first.why };
  return { finding, outcome: "false-alarm", why: alarmWords(finding, located, rest), decoy: null };
}

function alarmWords(finding: Finding, located: Flaw[], { flaws }: Omit<Marked, "findings">) {
  if (located.length > 0) return `These lines carry one flaw; it is not CWE-${finding.cwe}.`;
  const wide = flaws.some(({ lines }) => lines.some((range) => overlaps(finding, range)));
  if (wide) return `${lengthOf(finding)} lines are too many to show where the flaw is.`;
  return "No flaw is known here.";
}

/**
 * The one-to-one assignment that serves the learner best: most credit by weight, then most flaws
 * located. Dynamic programming over sets of flaws; the key allows eight, so 256 sets.
 */
function assign(findings: readonly Finding[], flaws: readonly Flaw[]): Map<number, Flaw> {
  const start: Choice = { worth: 0, pairs: [] };
  let best = new Map<number, Choice>([[0, start]]);
  findings.forEach((finding, index) => {
    const next = new Map(best);
    for (const [taken, { worth, pairs }] of best) {
      flaws.forEach((flaw, bit) => {
        if (taken & (1 << bit) || !locates(finding, flaw)) return;
        const choice = {
          worth: worth + worthOf(finding, flaw),
          pairs: [...pairs, { index, flaw }],
        };
        const set = taken | (1 << bit);
        // Strictly better only: of equal findings, the first keeps the flaw.
        if (choice.worth > (next.get(set)?.worth ?? 0)) next.set(set, choice);
      });
    }
    best = next;
  });
  const top = [...best.values()].reduce((a, b) => (b.worth > a.worth ? b : a), start);
  return new Map(top.pairs.map(({ index, flaw }) => [index, flaw]));
}

type Choice = { worth: number; pairs: { index: number; flaw: Flaw }[] };

// Being there at all is worth far less than the least credit, so that it only breaks ties.
const worthOf = (finding: Finding, flaw: Flaw): number =>
  flaw.weight * creditOf[classFit(finding, flaw)] + 0.001;
