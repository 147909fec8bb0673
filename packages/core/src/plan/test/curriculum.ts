import type { CurriculumDrill } from "../../learner/index.ts";
import { drill } from "../../learner/fixture.ts";
import type { Goal } from "../../track.ts";

type Over = Partial<CurriculumDrill>;

const levels = [1, 2, 3] as const;

/** So many drills of one sort, levels taken in turn. */
const several = (count: number, name: string, over: Over): CurriculumDrill[] =>
  Array.from({ length: count }, (_, at) =>
    drill({
      id: `${name.toLowerCase().replaceAll(" ", "-")}-${at + 1}`,
      title: `${name} ${at + 1}`,
      level: levels[at % 3]!,
      ...over,
    }),
  );

const minutes = (aim: number, limit: number, whole = limit) => ({ aim, limit, whole });
const languages = (one: CurriculumDrill["languages"][number]) => ({ languages: [one] });

const reviews = [
  ...several(3, "Short review", {
    size: "phone",
    minutes: minutes(6, 8, 15),
    ...languages("python"),
  }),
  ...several(4, "Python review", { minutes: minutes(7, 10, 30), ...languages("python") }),
  ...several(3, "Java review", { minutes: minutes(7, 10, 30), ...languages("java") }),
].map((one) => ({ ...one, kind: "read", trackId: "2-reading" }));

const models = [
  ...several(3, "Sketch", { size: "phone", minutes: minutes(7, 8), level: 1 }),
  ...several(4, "Model", { minutes: minutes(16, 20) }),
].map((one) => ({ ...one, kind: "draw", trackId: "1-drawing" }));

const scripts = [
  ...several(3, "Small script", { size: "phone", minutes: minutes(8, 15) }),
  ...several(3, "Script", { minutes: minutes(25, 40) }),
  ...several(1, "Long script", { minutes: minutes(60, 90), level: 3 }),
].map((one) => ({ ...one, kind: "write", trackId: "3-writing", ...languages("python") }));

const stories = several(16, "Principle", {
  kind: "tell",
  trackId: "5-telling",
  work: "story",
  phase: 2,
  size: "phone",
  minutes: minutes(3, 4, 10),
});

const talks = several(4, "Listener", {
  kind: "explain",
  trackId: "6-explaining",
  phase: 2,
  size: "phone",
  minutes: minutes(4, 6, 12),
});

const questions = [
  ...several(20, "Question", { kind: "ask", work: "question", minutes: minutes(5, 7, 15) }),
  ...several(30, "Item", { kind: "tick", work: "item", minutes: minutes(1, 2) }),
].map((one): CurriculumDrill => ({ ...one, trackId: "8-rehearsing", size: "phone", phase: 2 }));

const session = { kind: "sit", trackId: "8-rehearsing", work: "session", phase: 2 } as const;
const sessions = [
  drill({
    ...session,
    id: "half-a",
    title: "Half a screen, technical",
    size: "phone",
    minutes: minutes(28, 30),
  }),
  drill({
    ...session,
    id: "half-b",
    title: "Half a screen, stories",
    size: "phone",
    minutes: minutes(28, 30),
  }),
  drill({
    ...session,
    id: "screen",
    title: "A whole screen",
    size: "phone",
    parts: 2,
    minutes: minutes(55, 60),
  }),
  drill({
    ...session,
    id: "loop",
    title: "A whole loop",
    level: 3,
    parts: 5,
    minutes: minutes(280, 300),
  }),
];

/** Seven tracks, with stories and sessions, whatever the real ones have by now. */
export const curriculum: readonly CurriculumDrill[] = [
  ...models,
  ...reviews,
  ...scripts,
  ...stories,
  ...talks,
  ...questions,
  ...sessions,
];

export const goals: readonly Goal[] = [
  { line: "model-in-time", kind: "draw", levels: [2, 3], distinctDrills: 3, minutes: { max: 20 } },
  { line: "review-in-time", kind: "read", levels: [2, 3], distinctDrills: 4, minutes: { max: 10 } },
  {
    line: "script-from-scratch",
    kind: "write",
    levels: [2, 3],
    distinctDrills: 2,
    minutes: { max: 45 },
  },
];
