import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";

export type Result = { rule: string; path: string; line: number; snippet: string };
export type Suppression = { rule: string; path: string; until: string; why: string };
export type Reports = { baseline: Result[]; current: Result[]; suppressions: Suppression[] };

/** The day on which the gate runs. */
export const today = "2026-06-15";

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
    ? kept.slice(0, 2).map((one) => ({ ...one, line: one.line + 40 }))
    : [];
  const current = [...moved, ...added, ...again];
  return { baseline, current, suppressions: suppressionsOf(current, added, traits) };
}

/** One of what is new is suppressed; where some have expired, another one was, until yesterday or today. */
function suppressionsOf(
  current: readonly Result[],
  added: readonly Result[],
  traits: readonly string[],
): Suppression[] {
  const of = (one: Result | undefined, until: string): Suppression[] =>
    one ? [{ rule: one.rule, path: one.path, until, why: "Agreed with the team." }] : [];
  return [
    ...of(current[0], "2026-12-31"),
    ...(traits.includes("expired")
      ? [...of(added[0], "2026-06-14"), ...of(added[1], today)]
      : of(added[0], "2026-09-30")),
  ];
}

/** A result is the same wherever in its file it stands. */
export const idOf = ({ rule, path, snippet }: Result): string => [rule, path, snippet].join(" ");

const distinct = (results: readonly Result[]): Result[] => [
  ...new Map(results.map((one) => [idOf(one), one])).values(),
];
