import type { Work } from "../kind.ts";
import { lightMinutes, type Board } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import type { LeftOut } from "./shapes.ts";

type Reason = { code: string; say: (minutes: readonly number[]) => string };

/** What was never passed and found no day, by track and reason, in the order of the curriculum. */
export function leftOutOf(board: Board): LeftOut[] {
  const open = board.candidates.filter(
    ({ drill, standing }) =>
      !board.plannedOn.has(drill.id) && standing.is !== "passed" && standing.is !== "practised",
  );
  const reasonOf = reasons(board);
  const groups = new Map<string, { ones: Candidate[]; reason: Reason }>();
  for (const one of open) {
    const reason = reasonOf(one);
    const key = `${one.drill.trackId} ${reason.code}`;
    const there = groups.get(key);
    if (there) there.ones.push(one);
    else groups.set(key, { ones: [one], reason });
  }
  return [...groups.values()].map(({ ones, reason }) => {
    const { trackId } = ones[0]!.drill;
    const why = reason.say(ones.map(({ minutes }) => minutes));
    const none = board.touched.get(trackId) ? "" : " Nothing of this track has a day.";
    return { what: namesOf(ones), trackId, why: why + none };
  });
}

function reasons(board: Board): (one: Candidate) => Reason {
  const { days, horizon, plannedOn, candidates, passed } = board;
  const works = days.filter(({ slot }) => slot.is === "work");
  const only = days.find((day) => day.only);
  const longest = Math.max(
    0,
    ...[...works, ...(only ? [only] : [])].map(({ slot }) => slot.minutes),
  );
  const most = only ? Math.min(longest, lightMinutes) : longest;
  const lastDay = (only ?? works.at(-1))?.slot.day;
  const title = new Map(candidates.map(({ drill }) => [drill.id, drill.title]));
  const before = horizon.interviewOn ? ` before the ${horizon.round}` : "";
  const until = horizon.interviewOn ? `until the ${horizon.round}` : "of these four weeks";
  return (one) => {
    const { drill, standing, parts, minutes, after } = one;
    const splits = parts.left > 1 && parts.left <= works.length;
    if (lastDay === undefined || longest === 0) {
      return plain("no-day", `No working day is left${before}.`);
    }
    if (Math.ceil(minutes / (splits ? parts.left : 1)) > most)
      return tooLong(most, only !== undefined);
    if (only && drill.work === "session") return plain("heavy", "Too heavy for the day before.");
    if (standing.readyOn > lastDay) {
      return plain("recent", `Tried too recently to come again${before}.`);
    }
    const missing = after.find((id) => !passed.has(id) && !plannedOn.has(id));
    if (missing) {
      return plain(`after ${missing}`, `“${title.get(missing)}” comes first, and has no day.`);
    }
    if (drill.status === "draft") return plain("draft", "Drafts come last, and prove nothing.");
    if (one.otherLanguage) {
      return plain("language", "Languages that are not chosen come last.");
    }
    return plain("full", `Other things come first on the days ${until}.`);
  };
}

const plain = (code: string, text: string): Reason => ({ code, say: () => text });

/** Names the time that would be needed. */
const tooLong = (most: number, light: boolean): Reason => ({
  code: "long",
  say: (minutes) => {
    const [least, longest] = [Math.min(...minutes), Math.max(...minutes)];
    const span = least === longest ? `${least}` : `${least} to ${longest}`;
    const day = light
      ? `nothing over ${most} is for the day before`
      : `the longest day has ${most}`;
    return `${minutes.length === 1 ? "It takes" : "They take"} ${span} minutes; ${day}.`;
  },
});

const nouns: readonly (readonly [Work, string])[] = [
  ["session", "session"],
  ["story", "story"],
  ["drill", "drill"],
  ["question", "question"],
  ["item", "closed question"],
];

/** One by its title; more as "3 drills and 12 questions". */
function namesOf(ones: readonly Candidate[]): string {
  if (ones.length === 1) return `“${ones[0]!.drill.title}”`;
  const parts = nouns.flatMap(([work, noun]) => {
    const number = ones.filter(({ drill }) => drill.work === work).length;
    const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return number === 0 ? [] : [`${number} ${number === 1 ? noun : plural}`];
  });
  const last = parts.pop()!;
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
