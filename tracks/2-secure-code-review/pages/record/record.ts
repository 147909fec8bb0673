import type { ListedDrill } from "@loopwright/ui";

import type { ReviewRecall } from "../../kinds/review/recall.ts";

/** An attempt that a class was met in. */
export type Met = { id: string; title: string; startedAt: string };

/** What is known of one class. `cwe` null: false alarms for which no class was claimed. */
export type ClassRecord = {
  cwe: number | null;
  /** How often a flaw of this class was planted in a graded review. */
  planted: number;
  /** Marked, with a class that counts in full. */
  right: number;
  /** Marked, with another class or none; the most frequent first. */
  other: Claimed[];
  missed: number;
  /** Marks that claimed this class where no such flaw is. */
  alarms: number;
  /** Newest first. */
  attempts: Met[];
};
/** `near`: the direct parent or child in the CWE tree, which is worth half. */
export type Claimed = { cwe: number | null; near: boolean; times: number };

export type Summary = { reviews: number; records: ClassRecord[] };

type Attempts = Pick<ListedDrill, "title" | "attempts">;

/** Adds up every graded review, classes with the most to learn first. */
export function recordOf(drills: readonly Attempts[]): Summary {
  const reviews = drills
    .flatMap(({ title, attempts }) =>
      attempts.flatMap(({ id, startedAt, recall }) => {
        const told = recall?.["review"] as ReviewRecall | undefined;
        return told ? [{ met: { id, title, startedAt }, told }] : [];
      }),
    )
    .toSorted((a, b) => b.met.startedAt.localeCompare(a.met.startedAt));
  const records = new Map<number | null, ClassRecord>();
  const recordFor = (cwe: number | null, met: Met): ClassRecord => {
    const record = records.get(cwe) ?? blank(cwe);
    records.set(cwe, record);
    if (record.attempts.at(-1)?.id !== met.id) record.attempts.push(met);
    return record;
  };
  for (const { met, told } of reviews) {
    for (const flaw of told.flaws) addFlaw(recordFor(flaw.cwe, met), flaw);
    for (const cwe of told.alarms) recordFor(cwe, met).alarms++;
  }
  return { reviews: reviews.length, records: [...records.values()].map(sorted).toSorted(order) };
}

const blank = (cwe: number | null): ClassRecord => {
  return { cwe, planted: 0, right: 0, other: [], missed: 0, alarms: 0, attempts: [] };
};

function addFlaw(record: ClassRecord, { fit, claimed }: ReviewRecall["flaws"][number]): void {
  record.planted++;
  if (fit === "listed") return void record.right++;
  if (fit === "missed") return void record.missed++;
  const known = record.other.find(({ cwe }) => cwe === claimed);
  if (known) known.times++;
  else record.other.push({ cwe: claimed, near: fit === "related", times: 1 });
}

export const otherTimes = ({ other }: Pick<ClassRecord, "other">): number =>
  other.reduce((sum, { times }) => sum + times, 0);

const sorted = (record: ClassRecord): ClassRecord => ({
  ...record,
  other: record.other.toSorted((a, b) => b.times - a.times),
});

const toLearn = (one: ClassRecord): number => one.missed + otherTimes(one);

const order = (a: ClassRecord, b: ClassRecord): number =>
  toLearn(b) - toLearn(a) ||
  b.planted - a.planted ||
  b.alarms - a.alarms ||
  (a.cwe ?? Infinity) - (b.cwe ?? Infinity);
