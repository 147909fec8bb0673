import type { Work } from "../kind.ts";
import type { Board } from "./board.ts";
import { roundPlans, shareAt } from "./rounds.ts";

/** In points, for a whole day's time that a track or a work is behind its share. */
const behind = { track: 12, work: 24, daysAtMost: 1.5 } as const;
/** For each thing of the same track or work that stands on the day, up to four. */
const alike = { track: -4, work: -3, atMost: 4 } as const;
/** For a track that nothing was done of, more as the interview comes nearer. */
const untouched = 12;

/** Each one's share of time; only their ratio matters. */
export type Shares = { track: Map<string, number>; work: Map<Work, number> };

/** A weak track gets up to three and a half times the time of a strong one. */
export function sharesOf(
  { input }: Board,
  groups: Iterable<{ trackId: string; work: Work }>,
  at: number,
): Shares {
  const shares: Shares = { track: new Map(), work: new Map() };
  const { shares: asked } = roundPlans[input.profile.round];
  for (const { trackId, work } of groups) {
    shares.track.set(trackId, 1.4 - (input.strength[trackId] ?? 0));
    shares.work.set(work, shareAt(asked[work], work, at));
  }
  return shares;
}

/** What each track and each work gains or loses on a day by what is done and planned so far. */
export function balance(board: Board, shares: Shares, at: number) {
  const { byTrack, byWork, onDay, touched } = board;
  const { slot } = board.days[at]!;
  const { minutesPerDay } = board.input.profile;
  const limit = behind.daysAtMost;
  const days = (minutes: number) =>
    Math.max(-limit, Math.min(limit, minutes / Math.max(1, minutesPerDay)));
  const same = (key: string) => Math.min(alike.atMost, onDay.get(`${at} ${key}`) ?? 0);
  const track = lag(shares.track, byTrack);
  for (const [id, minutes] of track) {
    const bonus = touched.get(id) ? 0 : untouched * (0.4 + slot.at);
    track.set(id, behind.track * days(minutes) + bonus + alike.track * same(id));
  }
  const work = lag(shares.work, byWork);
  for (const [id, minutes] of work) {
    work.set(id, behind.work * days(minutes) + alike.work * same(id));
  }
  return { track, work };
}

/** How many minutes each is behind its share of what was spent on all of them. */
function lag<Key>(
  shares: ReadonlyMap<Key, number>,
  spent: ReadonlyMap<Key, number>,
): Map<Key, number> {
  let sum = 0;
  let total = 0;
  for (const [key, share] of shares) {
    sum += share;
    total += spent.get(key) ?? 0;
  }
  return new Map(
    [...shares].map(([key, share]) => [key, (share / sum) * total - (spent.get(key) ?? 0)]),
  );
}
