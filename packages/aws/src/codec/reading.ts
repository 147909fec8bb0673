/** No value that AWS takes nests deeper; what does is an attack. */
const deepest = 64;

/** A part that is not well-formed, or one that is and holds a value that does not belong there. */
type ProblemKind = "malformed" | "value";

/**
 * Collects the first thing that is wrong with a request while its values are read. A reader that
 * meets something wrong notes it and gives undefined; nobody throws.
 */
export type Reading = {
  problem: { kind: ProblemKind; message: string } | null;
  /** What a problem counts as from here on. */
  kind: ProblemKind;
};

export const newReading = (): Reading => ({ problem: null, kind: "value" });

export function wrong(reading: Reading, message: string): undefined {
  reading.problem ??= { kind: reading.kind, message };
}

/** True where the value lies too deep, which is noted. */
export function tooDeep(reading: Reading, depth: number): boolean {
  if (depth <= deepest) return false;
  wrong(reading, `The request nests deeper than ${deepest} levels.`);
  return true;
}
