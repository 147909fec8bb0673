import { place, unplace, type Board, type Placed } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import { choiceOn } from "./choose.ts";
import { topUp } from "./fill.ts";
import { isReady, sittings } from "./sittings.ts";

/**
 * A track of which nothing was done or planned gets the shortest of its drills, in the place of something of a
 * track that has more than one. Later days give way first. What finds no place is left out, and said.
 */
export function coverTracks(board: Board): void {
  const tracks = new Set(board.candidates.map(({ drill }) => drill.trackId));
  for (const track of tracks) {
    if (board.touched.get(track)) continue;
    const shortest = board.candidates
      .filter(({ drill }) => drill.trackId === track)
      .toSorted((a, b) => a.minutes - b.minutes);
    shortest.some((one) => makeRoom(board, one));
  }
}

function makeRoom(board: Board, one: Candidate): boolean {
  for (let at = board.days.length - 1; at >= 0; at -= 1) {
    const { slot, only } = board.days[at]!;
    if ((slot.is === "work" || only) && replace(board, one, at)) {
      topUp(board, choiceOn(board, at));
      return true;
    }
  }
  return false;
}

type Order = (placed: readonly Placed[]) => Placed | undefined;

const lastChosen: Order = (placed) => placed.at(-1);
const longest: Order = (placed) => placed.toSorted((a, b) => b.minutes - a.minutes)[0];

/** What was chosen last gives way; the longest, where that is the only way to make room. */
const replace = (board: Board, one: Candidate, at: number): boolean =>
  isReady(board, one, at) &&
  [lastChosen, longest].some((order) => replaceBy(order, board, { one, at }));

/** Takes things away until the drill fits; puts all of them back where it never does. */
function replaceBy(
  order: Order,
  board: Board,
  { one, at }: { one: Candidate; at: number },
): boolean {
  const taken: Placed[] = [];
  for (;;) {
    const where = sittings(board, one, at);
    if (where) {
      for (const sitting of where) place(board, one, { ...sitting, because: "worth" });
      return true;
    }
    const next = order(board.days[at]!.placed.filter((placed) => mayGo(board, placed)));
    if (!next) break;
    unplace(board, next, at);
    taken.push(next);
  }
  for (const { one: back, ...sitting } of taken.toReversed())
    place(board, back, { ...sitting, at });
  return false;
}

/** Parts, what was begun, what something else waits for, and the only one of its track stay. */
function mayGo({ touched, plannedOn }: Board, { one, part }: Placed): boolean {
  const { drill, standing, before } = one;
  if (part || standing.is === "begun") return false;
  if (before.some(({ id }) => plannedOn.has(id))) return false;
  return (touched.get(drill.trackId) ?? 0) > 1;
}
