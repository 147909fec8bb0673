import type { Board } from "./board.ts";

/** From so many working days on, the two halves are told apart. */
const halvesFrom = 10;

/** What is to be said of a day as a whole, by its index. */
export function notesOf({ days, horizon, input }: Board): (string | null)[] {
  const { interviewOn, round, workdays } = horizon;
  const second = days.findIndex(
    ({ slot }, at) => at > 0 && slot.is === "work" && slot.at >= 0.5 && days[at - 1]!.slot.at < 0.5,
  );
  return days.map(({ slot, only }, at) => {
    if (slot.is === "interview") return `The day of the ${round}. Nothing is planned.`;
    if (slot.is === "rest") return "A rest day.";
    if (only) return "The only day there is: light work, and nothing long.";
    if (slot.is === "eve") return "The day before: nothing new and nothing heavy.";
    if (at === 0 && input.profile.interviewOn !== null && interviewOn === null) {
      return "The interview’s day is past. These four weeks run until there is a new one.";
    }
    if (at === 0 && slot.minutes === 0 && input.doneToday > 0) return "Today’s time is used.";
    if (at === second && workdays >= halvesFrom)
      return "The second half begins: the interview itself.";
    const ends = at === days.length - 1 && interviewOn !== null;
    return ends ? "The plan looks eight weeks ahead, and goes on from here." : null;
  });
}
