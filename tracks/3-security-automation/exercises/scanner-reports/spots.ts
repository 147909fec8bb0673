import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";

export const scanners = ["hazel", "larch", "thorn"] as const;
export type Scanner = (typeof scanners)[number];
export type Level = "error" | "warning" | "note";
type Status = "accepted" | "underReview" | "rejected";

/** What one scanner says of a place. */
export type Said = {
  scanner: Scanner;
  /** Left out where the rule's own level holds. */
  level?: Level;
  kind?: string;
  /** Of its suppressions; null of one that has none. */
  suppressions?: (Status | null)[];
};
/** One weakness at one place. */
export type Spot = { cwe: number; file: string; line: number; said: Said[] };

export const weaknesses = [22, 78, 79, 89, 295, 327, 502, 601, 798, 918] as const;
const folders = ["src/api", "src/billing", "src/jobs", "src/patient letters", "src/ward/rounds"];
const files = ["export.py", "letters.py", "lookup.py", "views.py"];

/** Of a rule that says nothing of its level, null. */
export type Defaults = ReadonlyMap<string, Level | null>;
export const ruleKey = (scanner: Scanner, cwe: number): string => `${scanner} ${cwe}`;

const levels: readonly Level[] = ["error", "warning", "note"];

export function spotsOf({ seed, size, traits }: Plan): { spots: Spot[]; defaults: Defaults } {
  const random = randomFrom(seed);
  const defaults = new Map(
    scanners.flatMap((scanner) =>
      weaknesses.map((cwe, index) => [
        ruleKey(scanner, cwe),
        index % 3 === 2 ? null : draw(random, ["error", "error", "note"] as const),
      ]),
    ),
  );
  const spots = Array.from({ length: size }, (_, index) => spotAt(random, index));
  const places = spots.map(({ file, line }) => `${file} ${line}`);
  // Places of their own first; then neighbours that only look like them.
  const own = spots.filter(({ file, line }, at) => places.indexOf(`${file} ${line}`) === at);
  // A single place has none, so that it can be suppressed and nothing is left.
  const all = [...own, ...(size > 1 ? own.slice(0, 3).map(lookalike) : [])];
  for (const [index, spot] of all.entries()) {
    if (traits.includes("levels")) vary(spot, levelShapes[index % levelShapes.length]!);
    if (traits.includes("suppressed"))
      vary(spot, suppressedShapes[index % suppressedShapes.length]!);
  }
  return { spots: all, defaults };
}

/** By one scanner, by two or by all three, and by some of them twice. */
function spotAt(random: () => number, index: number): Spot {
  const first = between(random, 0, 2);
  const said = Array.from({ length: 1 + (index % 3) }, (_, at) => ({
    scanner: scanners[(first + at) % 3]!,
    level: draw(random, levels),
  }));
  // Twice on one line, by one scanner.
  if (index % 4 === 3) said.push({ scanner: said[0]!.scanner, level: draw(random, levels) });
  return {
    cwe: draw(random, weaknesses),
    file: `${draw(random, folders)}/${draw(random, files)}`,
    line: between(random, 12, 480),
    said,
  };
}

/** The same weakness a line below, another one on the same line, or the same file name elsewhere. */
function lookalike(spot: Spot, at: number): Spot {
  const [{ scanner }] = spot.said as [Said];
  const said: Said[] = [{ scanner: scanners.find((one) => one !== scanner)!, level: "warning" }];
  if (at === 0) return { ...spot, line: spot.line + 1, said };
  if (at === 1) return { ...spot, cwe: weaknesses.find((one) => one !== spot.cwe)!, said };
  return { ...spot, file: `src/archive/${spot.file.slice(spot.file.lastIndexOf("/") + 1)}`, said };
}

type Shape = (one: Said) => void;

/** Each shape changes the first that said it; the others stay as they are. */
const vary = ({ said: [first] }: Spot, shape: Shape): void => shape(first!);

const without: Shape = (one) => delete one.level;
const ofKind =
  (kind: string): Shape =>
  (one) => {
    one.kind = kind;
    if (kind !== "fail") delete one.level;
  };
const levelShapes: readonly Shape[] = [
  without,
  without,
  ofKind("pass"),
  without,
  ofKind("fail"),
  ofKind("review"),
  without,
  ofKind("informational"),
];

const suppressedBy =
  (...suppressions: (Status | null)[]): Shape =>
  (one) => {
    one.suppressions = suppressions;
  };
const suppressedShapes: readonly Shape[] = [
  suppressedBy("accepted"),
  suppressedBy(),
  suppressedBy("underReview"),
  suppressedBy(null),
  suppressedBy("rejected"),
  suppressedBy("accepted", "rejected"),
  suppressedBy("accepted", null),
  suppressedBy(null, "underReview"),
];
