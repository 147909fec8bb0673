import { boardOf, type Board, type BoardDay, type Placed } from "./board.ts";
import { coverTracks } from "./cover.ts";
import { comeDue, deckOf } from "./deck.ts";
import { fillEve } from "./eve.ts";
import { fillDay } from "./fill.ts";
import { leftOutOf } from "./left-out.ts";
import { notesOf } from "./notes.ts";
import type { Plan, PlanDay, PlanInput, PlanItem } from "./shapes.ts";
import { whyOf } from "./why.ts";

/**
 * The days from today to the interview, or four weeks of them, and what has no place in them. Made anew from
 * what was done, whenever it is asked for: a day that was missed leaves no debt. The same input gives the same
 * plan.
 *
 * Day by day, the thing of most worth that fits is chosen; what it is worth follows from the round, the weakest
 * evidence, how far the preparation has come, and what the days before hold. Worths are in `score.ts` and
 * `choose.ts`, what a round asks for in `rounds.ts`.
 */
export function makePlan(input: PlanInput): Plan {
  const board = boardOf(input);
  const deck = deckOf(input);
  for (const [at, day] of board.days.entries()) {
    comeDue(deck, at);
    if (day.slot.is === "work" || day.only) fillDay(board, at, deck);
  }
  coverTracks(board);
  // Last, since it holds what is planned once more.
  const eve = board.days.findIndex(({ slot, only }) => slot.is === "eve" && !only);
  if (eve >= 0) fillEve(board, eve, deck);
  const notes = notesOf(board);
  return {
    days: board.days.map((day, at) => dayOf(board, day, notes[at] ?? null)),
    leftOut: leftOutOf(board),
  };
}

function dayOf(board: Board, day: BoardDay, note: string | null): PlanDay {
  const { slot } = day;
  const items = itemsOf(board, day);
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return { day: slot.day, minutes, items, note, rest: slot.is === "rest" };
}

/** What was begun first, then the heavy thing, cards, and the rest; the day before begins with the cards. */
function itemsOf(board: Board, { slot, placed, cards, only }: BoardDay): PlanItem[] {
  const order = ({ one, heavy }: Placed) => (one.standing.is === "begun" ? 0 : heavy ? 1 : 2);
  const items = placed
    .toSorted((a, b) => order(a) - order(b))
    .map((one) => drillItem(board, one, slot.day));
  if (cards.count === 0) return items;
  const { due } = board.input.cards;
  const isToday = slot.day === board.input.today;
  const dueNow = Math.min(due, cards.count);
  const words = [
    dueNow > 0 && `${dueNow} due`,
    cards.count > dueNow && `${cards.count - dueNow} new`,
  ];
  const why = isToday ? `${words.filter(Boolean).join(" and ")}.` : "About as many as will be due.";
  const item: PlanItem = { id: `${slot.day} cards`, what: "cards", ...cards, why };
  return items.toSpliced(slot.is === "eve" && !only ? 0 : 1, 0, item);
}

function drillItem(board: Board, placed: Placed, day: string): PlanItem {
  const { one, minutes, part, earlier } = placed;
  const { drill, standing } = one;
  const again = standing.last !== null || (earlier !== null && (part?.at ?? 1) === 1);
  return {
    id: `${day} ${drill.id}`,
    what: "drill",
    drill,
    minutes,
    part,
    again,
    why: whyOf(board, placed),
  };
}
