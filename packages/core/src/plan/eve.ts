import { daysBetween } from "../learner/index.ts";
import { lightMinutes, place, type Board } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import { dealCards, type Deck } from "./deck.ts";

/** The day before is short: half of the time, and three things beside the cards. */
const eveShare = 1 / 2;
const eveThings = 3;

const warmth = { story: 6, question: 4, drill: 3, item: 1, session: 0 } as const;
const alike = -6;

/** The day before the interview: cards, and what is known once more. Nothing is new, nothing heavy. */
export function fillEve(board: Board, at: number, deck: Deck): void {
  const day = board.days[at]!;
  dealCards(board, at, deck);
  let room = Math.floor(day.slot.minutes * eveShare) - day.cards.minutes;
  for (let things = 0; things < eveThings; things += 1) {
    const one = warmest(board, at, room);
    if (!one) return;
    place(board, one, { at, minutes: one.minutes, part: null, because: "warm" });
    room -= one.minutes;
  }
}

function warmest(board: Board, at: number, room: number): Candidate | null {
  const { days, onDay } = board;
  const { placed, free } = days[at]!;
  const seen = (key: string) => onDay.get(`${at} ${key}`) ?? 0;
  let most = -Infinity;
  let found: Candidate | null = null;
  for (const one of board.candidates) {
    const { drill, minutes, parts } = one;
    const rest = restedDays(board, one, at);
    const fits = minutes <= Math.min(room, free, lightMinutes);
    const light = drill.work !== "session" && parts.of === 1;
    if (rest === null || !fits || !light) continue;
    if (placed.some((other) => other.one === one)) continue;
    const points =
      warmth[drill.work] + Math.min(5, rest) + alike * (seen(drill.trackId) + seen(drill.work));
    if (points <= most) continue;
    most = points;
    found = one;
  }
  return found;
}

/** Days since it was passed, or will have been; null where it is not known, or fresh from that day. */
function restedDays(board: Board, { drill, standing }: Candidate, at: number): number | null {
  const planned = board.plannedOn.get(drill.id);
  if (planned !== undefined) return planned < at ? at - planned : null;
  if (!board.passed.has(drill.id) || !standing.last) return null;
  const rest = daysBetween(standing.last.day, board.days[at]!.slot.day);
  return rest > 0 ? rest : null;
}
