import {
  daysBetween,
  reviewLanguages,
  roles,
  type CurriculumDrill,
  type Day,
} from "../learner/index.ts";
import { lines } from "../track-lines.ts";
import type { Horizon } from "./horizon.ts";
import { estimatesFrom } from "./minutes.ts";
import type { PlanInput } from "./shapes.ts";
import { worthOf, type Worth } from "./score.ts";
import { standings, type Standing } from "./standing.ts";

/** A drill that may be planned, with all that does not change from day to day. */
export type Candidate = {
  drill: CurriculumDrill;
  /** Track and work: what is compared with each other first. */
  group: string;
  /** Of the whole; of what is left, where it was begun. */
  minutes: number;
  /** How many parts are left, and of how many; one where it is sat in one. */
  parts: { left: number; of: number };
  standing: Standing;
  /** Title of the unproven line that it counts for. */
  line: string | null;
  /** Whether it proves a script written from scratch: what an assessment asks for. */
  script: boolean;
  /** Drills that have to wait for it. */
  before: CurriculumDrill[];
  /** Ids that have to be passed, or planned on an earlier day; unknown ones bind nobody. */
  after: string[];
  /** Whether the role asks for what it is about. */
  role: boolean;
  /** Whether it is new and shares a concept with what was missed lately, in the placement or elsewhere. */
  close: boolean;
  /** Whether it is in a language that the learner did not choose, although its kind offers one that they did. */
  otherLanguage: boolean;
  worth: Worth;
};

export function candidatesOf(input: PlanInput, { interviewOn }: Horizon): Candidate[] {
  const { evidence, today, profile } = input;
  const drills = [...input.drills];
  const known = standings(evidence, { today, interviewOn });
  const minutesOf = estimatesFrom(evidence);
  const unproven = unprovenLines(input);
  const ids = new Set(drills.map(({ id }) => id));
  const waiting = new Map<string, CurriculumDrill[]>();
  for (const drill of drills) {
    for (const id of drill.prerequisites) waiting.set(id, [...(waiting.get(id) ?? []), drill]);
  }
  const role = new Set(roles.find(({ id }) => id === profile.role)?.concepts);
  const missed = missedConcepts(known.values(), today);
  const isOther = languageRule(drills, profile.languages);
  return drills.map((drill) => {
    const standing = known.get(drill.id) ?? { is: "new", readyOn: today, last: null };
    const one = {
      drill,
      group: `${drill.trackId} ${drill.work}`,
      ...leftOf(drill, minutesOf(drill), standing),
      standing,
      ...unproven(drill),
      before: waiting.get(drill.id) ?? [],
      after: drill.prerequisites.filter((id) => ids.has(id) && id !== drill.id),
      role: drill.concepts.some((concept) => role.has(concept)),
      close: standing.is === "new" && drill.concepts.some((concept) => missed.has(concept)),
      otherLanguage: isOther(drill),
    };
    const strength = input.strength[drill.trackId] ?? 0;
    const { round, minutesPerDay } = profile;
    return { ...one, worth: worthOf(one, { round, strength, today, minutesPerDay }) };
  });
}

/** For so many days what was missed draws what is close to it forward. */
const closeDays = 21;

function missedConcepts(known: Iterable<Standing>, today: Day): Set<string> {
  const lately = [...known].flatMap(({ is, last }) =>
    (is === "missed" || is === "shown") && last && daysBetween(last.day, today) <= closeDays
      ? [last.drill]
      : [],
  );
  return new Set(lately.flatMap(({ concepts }) => concepts));
}

/** What is left of a drill that was begun: at least a quarter, since nobody begins where they stopped. */
function leftOf(
  { parts = 1 }: CurriculumDrill,
  whole: number,
  { is, last }: Standing,
): Pick<Candidate, "minutes" | "parts"> {
  if (is !== "begun" || !last) return { minutes: whole, parts: { left: parts, of: parts } };
  const done = last.activeMs / 60_000;
  // A part counts as sat from three quarters of its time.
  const sat = Math.min(parts - 1, Math.floor((done * parts) / whole + 1 / 4));
  const minutes = Math.max(Math.ceil(whole / 4), Math.ceil(whole - done));
  return { minutes, parts: { left: parts - sat, of: parts } };
}

/** For a drill, the line that it counts for and that is not proven. */
function unprovenLines({ goals = [], proven = [], evidence }: PlanInput) {
  const counted = new Set(evidence.filter(({ counts }) => counts).map(({ drill }) => drill.id));
  const open = goals.filter(({ line }) => !proven.includes(line));
  return ({ id, kind, level }: CurriculumDrill): Pick<Candidate, "line" | "script"> => {
    const goal = counted.has(id)
      ? undefined
      : open.find((one) => one.kind === kind && one.levels.includes(level));
    const title = lines.find((line) => line.id === goal?.line)?.title ?? null;
    const script = goals.some((one) => one.kind === kind && one.line === "script-from-scratch");
    return { line: title, script };
  };
}

/**
 * A drill comes last where its kind offers the learner's languages and it is in another of those that can be
 * chosen. A kind that knows one language asks everybody for it.
 */
function languageRule(drills: readonly CurriculumDrill[], chosen: readonly string[]) {
  const isChosen = ({ languages }: CurriculumDrill) =>
    languages.some((language) => chosen.includes(language));
  const offering = new Set(drills.filter(isChosen).map(({ kind }) => kind));
  const choices: readonly string[] = reviewLanguages;
  return (drill: CurriculumDrill): boolean =>
    offering.has(drill.kind) &&
    !isChosen(drill) &&
    drill.languages.some((language) => choices.includes(language));
}
