import type { Work } from "../kind.ts";
import type { CurriculumDrill } from "../learner/index.ts";
import { candidatesOf, type Candidate } from "./candidates.ts";
import type { Group } from "./choose.ts";
import { horizonOf, type Horizon, type Slot } from "./horizon.ts";
import { meets, roundPlans, type Milestone } from "./rounds.ts";
import type { PlanInput } from "./shapes.ts";
import { isPassed } from "./standing.ts";

/** A drill that has its place. */
export type Placed = {
  one: Candidate;
  minutes: number;
  part: { at: number; of: number } | null;
  heavy: boolean;
  /** Chosen to keep it warm, or since a milestone asks for it. */
  because: "warm" | "milestone" | "worth";
  /** Whether nothing of its track was done or planned before. */
  first: boolean;
  /** The day, as its index, on which it is planned before. */
  earlier: number | null;
};

export type BoardDay = {
  slot: Slot;
  placed: Placed[];
  cards: { count: number; minutes: number };
  /** Minutes without anything on them. */
  free: number;
  /** Whether its one heavy thing is chosen, or was done. */
  heavy: boolean;
  /** The only day there is, with nothing known: light work may be new. */
  only: boolean;
};

/** All that choosing needs and changes. */
export type Board = {
  input: PlanInput;
  horizon: Horizon;
  candidates: Candidate[];
  days: BoardDay[];
  /** What is best at each step of the preparation, worked out when a day asks for it. */
  ranked: Map<number, Group[]>;
  /** What the round asks for, with the drills that count for it. */
  milestones: { milestone: Milestone; ids: ReadonlySet<string> }[];
  /** Tracks with the least strength; none where all are equal. */
  weakest: ReadonlySet<string>;
  /** Drills that lie open. */
  begun: ReadonlySet<Candidate>;
  /** Drills that are passed, in whatever conditions. */
  passed: ReadonlySet<string>;
  /** By drill, the index of the day on which it is planned last. */
  plannedOn: Map<string, number>;
  /** Minutes since the preparation began, done and planned. */
  byTrack: Map<string, number>;
  byWork: Map<Work, number>;
  /** Things of each track, done and planned. */
  touched: Map<string, number>;
  /** Things of each track and work on each day, today's done ones included. */
  onDay: Map<string, number>;
  /** Drills that were done since the preparation began, or are planned. */
  reached: Set<string>;
};

/** Nothing that takes longer is light. */
export const lightMinutes = 20;

/** The one heavy thing of a day: an interview, or what takes more than a third of it. */
export const isHeavy = ({ work }: CurriculumDrill, minutes: number, perDay: number): boolean =>
  work === "session" || minutes > Math.max(lightMinutes, perDay / 3);

export function boardOf(input: PlanInput): Board {
  const horizon = horizonOf(input);
  const candidates = candidatesOf(input, horizon);
  const passed = candidates.filter(({ standing }) => isPassed(standing));
  const board: Board = {
    input,
    horizon,
    candidates,
    days: [],
    ranked: new Map(),
    begun: new Set(candidates.filter(({ standing }) => standing.is === "begun")),
    milestones: milestonesOf(input, candidates),
    weakest: weakestOf(input, candidates),
    passed: new Set(passed.map(({ drill }) => drill.id)),
    plannedOn: new Map(),
    byTrack: new Map(),
    byWork: new Map(),
    touched: new Map(),
    onDay: new Map(),
    reached: new Set(),
  };
  const heavyToday = countDone(board);
  const blank = input.evidence.every(({ day }) => day >= input.today);
  const workdays = horizon.slots.filter(({ is, minutes }) => is === "work" && minutes > 0);
  board.days = horizon.slots.map((slot) => ({
    slot,
    placed: [],
    cards: { count: 0, minutes: 0 },
    free: slot.minutes,
    heavy: slot.day === input.today && heavyToday,
    only: slot.is === "eve" && blank && workdays.length === 0,
  }));
  return board;
}

const milestonesOf = ({ profile }: PlanInput, candidates: readonly Candidate[]) =>
  roundPlans[profile.round].milestones.map((milestone) => {
    const counting = candidates.filter(({ drill }) => meets(drill, milestone));
    return { milestone, ids: new Set(counting.map(({ drill }) => drill.id)) };
  });

function weakestOf({ strength }: PlanInput, candidates: readonly Candidate[]): Set<string> {
  const tracks = [...new Set(candidates.map(({ drill }) => drill.trackId))];
  const of = (id: string) => strength[id] ?? 0;
  const least = Math.min(...tracks.map(of));
  return new Set(
    tracks.every((id) => of(id) === least) ? [] : tracks.filter((id) => of(id) === least),
  );
}

/** Counts what was done since the preparation began; returns whether today's heavy thing is done. */
function countDone(board: Board): boolean {
  const { evidence, today, profile } = board.input;
  let heavy = false;
  for (const { drill, state, activeMs, day } of evidence) {
    if (day < board.horizon.from) continue;
    const minutes = activeMs / 60_000;
    count(board, drill, minutes);
    add(board.touched, drill.trackId, 1);
    if (state !== "open") board.reached.add(drill.id);
    if (day !== today) continue;
    heavy ||= state !== "open" && isHeavy(drill, minutes, profile.minutesPerDay);
    add(board.onDay, `0 ${drill.trackId}`, 1);
    add(board.onDay, `0 ${drill.work}`, 1);
  }
  return heavy;
}

/** Minutes spent on, or planned for, a track and a work. A session is of every track, so it counts for none. */
function count(board: Board, { trackId, work }: CurriculumDrill, minutes: number): void {
  if (work !== "session") add(board.byTrack, trackId, minutes);
  add(board.byWork, work, minutes);
}

export type Place = Pick<Placed, "part" | "because"> & { minutes: number; at: number };

/** Puts a drill, or a part of one, on a day. */
export function place(board: Board, one: Candidate, where: Place): void {
  const { minutes, part, because, at } = where;
  const { drill } = one;
  const day = board.days[at]!;
  const heavy = isHeavy(drill, minutes, board.input.profile.minutesPerDay);
  const first = !board.touched.get(drill.trackId);
  const earlier = board.plannedOn.get(drill.id) ?? null;
  day.placed.push({ one, minutes, part, heavy, because, first, earlier });
  day.free -= minutes;
  day.heavy ||= heavy;
  board.plannedOn.set(drill.id, at);
  count(board, drill, minutes);
  add(board.touched, drill.trackId, 1);
  board.reached.add(drill.id);
  add(board.onDay, `${at} ${drill.trackId}`, 1);
  add(board.onDay, `${at} ${drill.work}`, 1);
}

/** Takes a drill from a day again. */
export function unplace(board: Board, placed: Placed, at: number): void {
  const { drill } = placed.one;
  const day = board.days[at]!;
  day.placed = day.placed.filter((one) => one !== placed);
  day.free += placed.minutes;
  if (placed.heavy) day.heavy = false;
  if (placed.earlier === null) board.plannedOn.delete(drill.id);
  else board.plannedOn.set(drill.id, placed.earlier);
  count(board, drill, -placed.minutes);
  add(board.touched, drill.trackId, -1);
  add(board.onDay, `${at} ${drill.trackId}`, -1);
  add(board.onDay, `${at} ${drill.work}`, -1);
}

function add<Key>(to: Map<Key, number>, key: Key, number: number): void {
  to.set(key, (to.get(key) ?? 0) + number);
}
