import { describe, expect, it } from "vitest";

import { drill, evidence } from "../learner/fixture.ts";
import {
  addDays,
  firstProfile,
  type CurriculumDrill,
  type Evidence,
  type Profile,
} from "../learner/index.ts";
import { makePlan, type PlanInput, type PlanItem } from "./index.ts";

const today = "2026-03-02"; // A Monday.

const one = drill({ id: "one", title: "One" });
const others = ["a", "b", "c"].map((id) => drill({ id, title: id.toUpperCase() }));

type Over = Partial<Omit<PlanInput, "profile">> & { profile?: Partial<Profile> };

const plan = ({ profile, ...over }: Over = {}) =>
  makePlan({
    today,
    profile: { ...firstProfile(today), ...profile },
    drills: [one],
    evidence: [],
    strength: {},
    cards: { due: 0, fresh: 0, secondsEach: 20 },
    doneToday: 0,
    ...over,
  });

type Drill = Extract<PlanItem, { what: "drill" }>;

/** On which days, counted from 1, a drill is planned, and what is said of it. */
const places = (made: ReturnType<typeof plan>, id: string): (Drill & { on: number })[] =>
  made.days.flatMap(({ items }, at) =>
    items
      .filter((item) => item.what === "drill")
      .filter((item) => item.drill.id === id)
      .map((item) => ({ ...item, on: at + 1 })),
  );

const daysAgo = (days: number, over: Partial<Evidence>): Evidence[] => [
  evidence({ drill: one, day: addDays(today, -days), ...over }),
];
const missed = { passed: false, counts: false, low: 54.4 };
const practised = { conditions: "practice", counts: false } as const;

describe("what was tried", () => {
  it.each<[string, Evidence[], number, string]>([
    ["nothing", [], 1, "Not tried yet; the first of its track."],
    [
      "missed yesterday",
      daysAgo(1, missed),
      3,
      "The last attempt, yesterday, reached 54 of 100 and did not pass.",
    ],
    [
      "missed five days ago",
      daysAgo(5, missed),
      1,
      "The last attempt, 5 days ago, reached 54 of 100 and did not pass.",
    ],
    [
      "given up today",
      daysAgo(0, { state: "given-up", passed: false, counts: false }),
      4,
      "Its answer was shown today; now without it.",
    ],
    [
      "passed in practice",
      daysAgo(4, practised),
      1,
      "Passed in practice only; interview conditions would prove it.",
    ],
    [
      "passed with hints",
      daysAgo(4, { counts: false, because: "hints were used" }),
      1,
      "Passed, but hints were used; once more would prove it.",
    ],
    ["proven ten days ago", daysAgo(10, {}), 5, "Passed 10 days ago; once more keeps it warm."],
    ["proven long ago", daysAgo(30, {}), 1, "Passed 30 days ago; once more keeps it warm."],
    [
      "begun yesterday",
      daysAgo(1, { state: "open", passed: false, counts: false, endedAt: null, activeMs: 60_000 }),
      1,
      "Begun and saved; not finished yet.",
    ],
    [
      "left open two weeks ago",
      daysAgo(14, { state: "open", passed: false, counts: false, endedAt: null }),
      1,
      "Not tried yet; the first of its track.",
    ],
  ])("%s", (_what, known, on, why) => {
    expect(places(plan({ evidence: known }), "one")[0]).toMatchObject({ on, why });
  });

  it("comes again sooner where the interview is near", () => {
    const near = { interviewOn: addDays(today, 4) };
    const made = plan({ evidence: daysAgo(0, missed), profile: near });
    expect(places(made, "one")[0]?.on).toBe(2);
  });
});

describe("what is close to something missed", () => {
  const far = drill({ id: "far", concepts: ["other"] });
  const close = drill({ id: "close", concepts: ["one", "more"] });
  const given = { drills: [one, far, close], profile: { minutesPerDay: 10 } };

  it.each<[string, Evidence[], "close" | "far"]>([
    ["nothing was missed", [], "far"],
    ["it was missed lately", daysAgo(2, missed), "close"],
    ["its answer was shown", daysAgo(2, { ...missed, state: "given-up" }), "close"],
    ["it was missed a month ago", daysAgo(30, missed), "far"],
    ["it was passed", daysAgo(2, {}), "far"],
  ])("%s", (_what, known, id) => {
    const made = plan({ ...given, evidence: known });
    const [first] = [...places(made, "far"), ...places(made, "close")].toSorted(
      (a, b) => a.on - b.on,
    );
    expect(first?.drill.id).toBe(id);
    const why = expect.stringContaining("close to what was missed before");
    if (id === "close") expect(first).toMatchObject({ why });
  });
});

describe("a line", () => {
  const goal = {
    line: "review-in-time",
    kind: "toy",
    levels: [2],
    distinctDrills: 1,
    minutes: { max: 10 },
  } as const;
  const goals = [{ ...goal, levels: [...goal.levels] }];
  const counting = "Not tried yet; it counts for the line “Code review in 5 to 10 minutes”.";

  it.each<[string, Over, string]>([
    ["is told while it is not proven", {}, counting],
    ["is told where another is proven", { proven: ["model-in-time"] }, counting],
    [
      "is not told once it is",
      { proven: ["review-in-time"] },
      "Not tried yet; the first of its track.",
    ],
  ])("%s", (_what, over, why) => {
    expect(places(plan({ goals, ...over }), "one")[0]).toMatchObject({ why });
  });
});

describe("what comes last", () => {
  const first = (drills: CurriculumDrill[], over: Over = {}) => {
    const ids = plan({ drills, ...over }).days.flatMap(({ items }) =>
      items.flatMap((item) => (item.what === "drill" ? [item.drill.id] : [])),
    );
    return ids.slice(0, drills.length).join(" ");
  };

  it("is a draft", () => {
    expect(first([{ ...one, status: "draft" }, ...others])).toBe("a b c one");
  });

  it("is a language that is not chosen, where the kind offers one that is", () => {
    const java = { ...one, languages: ["java" as const] };
    const python = others.map((drill) => ({ ...drill, languages: ["python" as const] }));
    const profile = { languages: ["python" as const] };
    expect(first([java, ...python], { profile })).toBe("a b c one");
    const onlyJava = { ...java, kind: "another" };
    expect(first([onlyJava, ...python], { profile })).toBe("one a b c");
  });

  it("is what builds on something else", () => {
    expect(first([{ ...one, prerequisites: ["c"] }, ...others])).toBe("c a b one");
    const [why] = places(plan({ drills: [{ ...one, prerequisites: ["a"] }, ...others] }), "a");
    expect(why?.why).toBe("Not tried yet; “One” builds on it.");
  });
});

describe("time", () => {
  const long = drill({ id: "long", title: "Long", minutes: { aim: 60, limit: 80 } });

  it("leaves out what is longer than a day, and says what it would take", () => {
    expect(plan({ drills: [long] }).leftOut).toEqual([
      {
        what: "“Long”",
        trackId: "1-toys",
        why: "It takes 80 minutes; the longest day has 45. Nothing of this track has a day.",
      },
    ]);
  });

  it("sits it in parts on consecutive working days, over a day of rest", () => {
    const made = plan({ drills: [{ ...long, parts: 2 }], profile: { restDays: [2] } });
    expect(places(made, "long").slice(0, 2)).toMatchObject([
      { on: 1, minutes: 40, part: { at: 1, of: 2 } },
      {
        on: 3,
        minutes: 40,
        part: { at: 2, of: 2 },
        why: "Part 2 of 2, on the working day after part 1.",
      },
    ]);
  });

  it("goes on with the second part the day after", () => {
    const half = daysAgo(1, {
      drill: { ...long, parts: 2 },
      state: "open",
      passed: false,
      counts: false,
      endedAt: null,
      activeMs: 40 * 60_000,
    });
    const made = plan({ drills: [{ ...long, parts: 2 }], evidence: half });
    expect(places(made, "long")[0]).toMatchObject({
      on: 1,
      minutes: 40,
      part: { at: 2, of: 2 },
      why: "Begun; this is part 2 of 2.",
    });
  });

  it("plans today only what is left of it", () => {
    const worked = plan({ drills: [one, ...others], doneToday: 30 });
    expect(worked.days[0]?.minutes).toBe(10);
    expect(plan({ doneToday: 50 }).days[0]).toMatchObject({
      items: [],
      note: "Today’s time is used.",
    });
  });

  it("gives cards a quarter of the day at most", () => {
    const cards = { due: 500, fresh: 500, secondsEach: 20 };
    const [first] = plan({ cards, drills: others }).days;
    expect(first?.items.find(({ what }) => what === "cards")).toMatchObject({
      count: 33,
      minutes: 11,
    });
  });

  it.each([
    ["an interview in the past", { interviewOn: "2026-02-01" }, 28, "The interview’s day is past"],
    ["an interview today", { interviewOn: today }, 1, "The day of the phone screen."],
    ["an interview in a year", { interviewOn: "2027-03-02" }, 56, null],
    ["six days of rest a week", { restDays: [1, 2, 3, 4, 5, 6] }, 28, "A rest day."],
    ["no time at all", { minutesPerDay: 0 }, 28, null],
  ])("takes %s", (_what, profile, days, note) => {
    const made = plan({ profile });
    expect(made.days).toHaveLength(days);
    if (note === null) expect(made.days[0]?.note).toBeNull();
    else expect(made.days[0]?.note).toContain(note);
  });
});

it("bends to an interview that is moved a week closer", () => {
  const drills = [one, ...others];
  const at = (days: number) => plan({ drills, profile: { interviewOn: addDays(today, days) } });
  const [far, near] = [at(14), at(7)];
  expect(far.days.at(-1)?.day).toBe("2026-03-16");
  expect(near.days.at(-1)).toMatchObject({ day: "2026-03-09", items: [] });
  expect(near.days.at(-2)?.note).toBe("The day before: nothing new and nothing heavy.");
});
