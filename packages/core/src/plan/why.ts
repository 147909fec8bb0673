import type { Work } from "../kind.ts";
import type { Board, Placed } from "./board.ts";
import { agoWords } from "./standing.ts";

const untried: Record<Work, string> = {
  drill: "Not tried yet",
  item: "Not tried yet",
  question: "Not tried yet",
  story: "Not told yet",
  session: "Not sat yet",
};

/** Why a drill stands on its day: one sentence, from what is known of it. */
export function whyOf(board: Board, placed: Placed): string {
  const { one, part, because, earlier } = placed;
  const { today } = board.input;
  const { is, last } = one.standing;
  if (is === "begun") {
    return part
      ? `Begun; this is part ${part.at} of ${part.of}.`
      : "Begun and saved; not finished yet.";
  }
  if (part && part.at > 1)
    return `Part ${part.at} of ${part.of}, on the working day after part ${part.at - 1}.`;
  if (earlier !== null) {
    return because === "warm"
      ? "Planned before; once more keeps it warm."
      : "Planned two weeks before; once more keeps it warm.";
  }
  if (is === "new" || !last) return `${untried[one.drill.work]}${reason(board, placed)}.`;
  const ago = agoWords(last.day, today);
  if (because === "warm" || is === "passed") return `Passed ${ago}; once more keeps it warm.`;
  if (is === "shown") return `Its answer was shown ${ago}; now without it.`;
  if (is === "missed") {
    const reached = last.low === null ? "" : ` reached ${Math.round(last.low)} of 100 and`;
    return `The last attempt, ${ago},${reached} did not pass.`;
  }
  return last.conditions === "practice"
    ? "Passed in practice only; interview conditions would prove it."
    : `Passed, but ${last.because}; once more would prove it.`;
}

/** The weightiest fact about a drill that is new. */
function reason(board: Board, { one, because, first }: Placed): string {
  const { drill, before, line } = one;
  const { round } = board.horizon;
  if (drill.status === "draft") return "; a draft, so it proves nothing";
  if (one.otherLanguage) return "; in a language that is not chosen";
  if (before[0]) return `; “${before[0].title}” builds on it`;
  if (drill.work === "session") return `; a rehearsal before the ${round}`;
  if (one.close) return "; it is close to what was missed before";
  if (line) return `; it counts for the line “${line}”`;
  if (first) return "; the first of its track";
  if (board.weakest.has(drill.trackId)) return "; its track is the weakest so far";
  if (drill.core) return "; it belongs to the core of the curriculum";
  if (one.role) return "; it is close to the role";
  return because === "milestone" ? `; the ${round} asks for several` : "";
}
