import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";

export type Result = { rule: string; path: string; line: number; snippet: string };
export type Suppression = { rule: string; path: string; until: string; why: string };
export type Reports = {
  today: string;
  baseline: Result[];
  current: Result[];
  suppressions: Suppression[];
};

/** The day on which the gate runs, and the day before: another one where days matter than in the brief. */
const usual = { yesterday: "2026-06-14", today: "2026-06-15" };
const monthsEnd = { yesterday: "2026-07-31", today: "2026-08-01" };

const rules =
  "sql-from-text weak-hash open-redirect hard-coded-secret unsafe-yaml path-from-user".split(" ");
const folders = ["cart", "checkout", "search", "sellers", "tax"];
const files = ["api", "jobs", "models", "views"];
const snippets = [
  'cursor.execute(f"SELECT * FROM orders WHERE id = {order_id}")',
  "hashlib.md5(token.encode()).hexdigest()",
  'return redirect(request.args["next"])',
  'API_KEY = "live_…"',
  "yaml.load(body, Loader=yaml.Loader)",
  "open(os.path.join(UPLOADS, name))",
];

const pathAt = (random: () => number) => `${draw(random, folders)}/${draw(random, files)}.py`;

function resultAt(random: () => number): Result {
  const at = Math.floor(random() * rules.length);
  return {
    rule: rules[at]!,
    path: pathAt(random),
    line: between(random, 8, 400),
    snippet: snippets[at]!,
  };
}

/** Two runs of a scanner on one repository, with what differs by trait, and what was suppressed. */
export function reports({ seed, size, traits }: Plan): Reports {
  const random = randomFrom(seed);
  const baseline = distinct(Array.from({ length: size }, () => resultAt(random)));
  const kept = baseline.filter((_, index) => index % 7 !== 6);
  const moved = kept.map((one, index) =>
    traits.includes("moved") && index % 2 === 0
      ? { ...one, line: one.line + between(random, 1, 30) }
      : one,
  );
  const added = distinct(Array.from({ length: 6 }, () => resultAt(random))).filter(
    (one) => !baseline.some((other) => idOf(other) === idOf(one)),
  );
  const again = traits.includes("repeated")
    ? [kept[0]!, kept[1]!, kept[1]!].map((one, at) => ({ ...one, line: one.line + 40 * (at + 1) }))
    : [];
  const inPaths = new Set([kept[0]!, ...added].map(({ path }) => path));
  const apart = kept.find(({ path }) => !inPaths.has(path)) ?? kept[2]!;
  const current = [...moved, ...added, ...again, underAnotherRule(apart)];
  const days = traits.includes("expired") ? monthsEnd : usual;
  return {
    today: days.today,
    baseline,
    current,
    suppressions: suppressionsOf(current, added, days),
  };
}

/** A line that an old rule has found, and now a second one. */
const underAnotherRule = (old: Result): Result => ({
  ...old,
  rule: rules[(rules.indexOf(old.rule) + 1) % rules.length]!,
});

/** One of what is new is suppressed; where days matter, others were, until yesterday or today, and some twice. */
function suppressionsOf(
  current: readonly Result[],
  added: readonly Result[],
  { yesterday, today }: typeof usual,
): Suppression[] {
  const of = (one: Result | undefined, until: string): Suppression[] =>
    one ? [{ rule: one.rule, path: one.path, until, why: "Agreed with the team." }] : [];
  return [
    ...of(current[0], "2026-12-31"),
    ...(today === monthsEnd.today
      ? [
          ...of(added[0], yesterday),
          ...of(added[1], today),
          ...of(added[1], "2026-03-31"),
          ...of(added[2], "2026-05-31"),
          ...of(added[2], "2026-10-31"),
        ]
      : of(added[0], "2026-09-30")),
  ];
}

/** A result is the same wherever in its file it stands. */
export const idOf = ({ rule, path, snippet }: Result): string => [rule, path, snippet].join(" ");

const distinct = (results: readonly Result[]): Result[] => [
  ...new Map(results.map((one) => [idOf(one), one])).values(),
];
