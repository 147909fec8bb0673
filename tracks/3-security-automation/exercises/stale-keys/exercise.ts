import type { Exercise, Expected, Finding } from "../exercise.ts";
import { declared, isSealed, users, type User } from "./world.ts";

/** Older than this is old; not used for longer than this is unused. */
const oldDays = 90;
const unusedDays = 45;

/** Access keys that are too old or not used, and people who sign in without a second factor. */
export const staleKeys: Exercise = {
  traits: ["sealed", "throttled", "clean"],
  make: (plan) => {
    const all = users(plan);
    const expected = (): Expected => {
      const unread = all.filter(isSealed).map(({ name }) => name);
      const findings = all.filter((user) => !isSealed(user)).flatMap(findingsOf);
      return { findings, unread, exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0 };
    };
    return {
      declared: declared(plan),
      region: "eu-west-1",
      files: {},
      args: [],
      count: all.length,
      secrets: [],
      expected,
    };
  },
};

function findingsOf({ name, console, mfa, keys }: User): Finding[] {
  const active = keys.filter((key) => key.active);
  const has = (issue: string, is: boolean) => (is ? [{ user: name, issue }] : []);
  return [
    ...has(
      "old-key",
      active.some(({ createdDaysAgo }) => createdDaysAgo > oldDays),
    ),
    ...has(
      "unused-key",
      active.some(
        ({ createdDaysAgo, usedDaysAgo }) => (usedDaysAgo ?? createdDaysAgo) > unusedDays,
      ),
    ),
    ...has("no-mfa", console && !mfa),
  ];
}
