import type { Work } from "../kind.ts";
import { balance, sharesOf, type Shares } from "./balance.ts";
import { place, type Board, type Placed } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import { worthAt } from "./score.ts";
import { isReady, oldDays, sittings } from "./sittings.ts";

/** Drills of one track and work, the best of them first. Those before `next` do not fit any more. */
export type Group = {
  trackId: string;
  work: Work;
  ranked: { one: Candidate; own: number }[];
  next: number;
  /** Minutes of the shortest sitting in it. */
  least: number;
  /** Whether it holds what is planned before, and may come again. */
  again: boolean;
};

/** What may be chosen on one day. */
export type Choice = { at: number; groups: Group[]; shares: Shares };

/** How far the preparation has come is told in so many steps: what is best changes that often. */
const steps = 8;

export function choiceOn(board: Board, at: number): Choice {
  const step = Math.round(board.days[at]!.slot.at * steps) / steps;
  const ranked = board.ranked.get(step) ?? groupsOf(board.candidates, { step, again: false });
  board.ranked.set(step, ranked);
  const old = board.days.slice(0, Math.max(0, at + 1 - oldDays));
  const planned = old.flatMap(({ placed }) => placed.map(({ one }) => one));
  const repeated = [...new Set(planned)].filter((one) => isReady(board, one, at));
  const again = groupsOf(repeated, { step, again: true });
  const groups = [...ranked.map((group) => ({ ...group })), ...again];
  return { at, groups, shares: sharesOf(board, groups, step) };
}

type Rank = { step: number; again: boolean };

function groupsOf(ones: readonly Candidate[], { step, again }: Rank): Group[] {
  const groups = new Map<string, Group>();
  for (const one of ones) {
    const { trackId, work } = one.drill;
    let group = groups.get(one.group);
    if (!group) {
      group = { trackId, work, again, ranked: [], next: 0, least: Infinity };
      groups.set(one.group, group);
    }
    group.ranked.push({ one, own: worthAt(one, step, again) });
    group.least = Math.min(group.least, Math.ceil(one.minutes / one.parts.left));
  }
  // The sort is stable: among equals the order of the curriculum decides.
  for (const { ranked } of groups.values()) ranked.sort((a, b) => b.own - a.own);
  return [...groups.values()];
}

type Where = NonNullable<ReturnType<typeof sittings>>;
type Wanted = ((one: Candidate) => boolean) | undefined;

/** Places the best one that fits, of those wanted; returns whether there was any. */
export function placeBest(
  board: Board,
  choice: Choice,
  { because, wanted }: { because: Placed["because"]; wanted?: Wanted },
): boolean {
  const { at, groups, shares } = choice;
  const { track, work } = balance(board, shares, at);
  let most = -Infinity;
  let found: { one: Candidate; where: Where } | null = null;
  for (const group of groups) {
    if (group.least > board.days[at]!.free) continue;
    const more = track.get(group.trackId)! + work.get(group.work)!;
    const first = firstFitting(board, at, { group, wanted, over: most - more });
    if (!first) continue;
    most = first.own + more;
    found = first;
  }
  if (!found) return false;
  for (const sitting of found.where) place(board, found.one, { ...sitting, because });
  return true;
}

type Search = { group: Group; wanted: Wanted; over: number };

/** The best of a group that fits and is worth more than so much. */
function firstFitting(board: Board, at: number, { group, wanted, over }: Search) {
  const { ranked, again } = group;
  for (let index = group.next; index < ranked.length; index += 1) {
    const { one, own } = ranked[index]!;
    if (own <= over) return null;
    if (wanted && !wanted(one)) continue;
    const open = again || !board.plannedOn.has(one.drill.id);
    const where = open && isReady(board, one, at) ? sittings(board, one, at) : null;
    if (where) return { one, own, where };
    // A day only fills up, so what does not fit now never will.
    if (index === group.next) group.next += 1;
  }
  return null;
}
