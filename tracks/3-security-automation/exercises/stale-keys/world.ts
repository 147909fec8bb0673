import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, peopleNames } from "../names.ts";

export const account = "482915063174";
/** Other teams' users, of whom in some accounts one thing or the other may not be read. */
const sealed = [
  { path: "/treasury/", refused: ["iam:ListAccessKeys", "iam:ListMFADevices"] },
  { path: "/board/", refused: ["iam:GetLoginProfile"] },
  { path: "/auditors/", refused: ["iam:ListMFADevices"] },
];

type Key = { createdDaysAgo: number; active: boolean; usedDaysAgo?: number };
export type User = { name: string; path: string; console: boolean; mfa: boolean; keys: Key[] };

export const isSealed = ({ path }: User): boolean => sealed.some((team) => team.path === path);

/** People and machines with keys of all ages; some on each side of every limit, by a day. */
export function users({ seed, size, traits }: Plan): User[] {
  const random = randomFrom(seed);
  const isClean = traits.includes("clean");
  const shapes = isClean ? fine : all;
  return peopleNames(random, size).map((name, index): User => {
    const isMachine = index % 4 === 3;
    const user = {
      name: isMachine ? `svc-${name.replace(".", "-")}` : name,
      path: "/",
      console: !isMachine && random() < 0.8,
      mfa: random() < 0.6,
      keys: shapes[index % shapes.length]!(random),
    };
    if (isClean) return { ...user, mfa: user.mfa || user.console };
    if (!traits.includes("sealed") || index % 7 !== 2) return user;
    const { path } = sealed[Math.floor(index / 7) % sealed.length]!;
    // Whoever signs in without a device has to be asked for both, in whichever order.
    return { ...user, path, console: true, mfa: false };
  });
}

type Shape = (random: () => number) => Key[];

/** Nothing to find, though it lies close to each limit. */
const fine: readonly Shape[] = [
  () => [{ createdDaysAgo: 89, active: true, usedDaysAgo: 44 }],
  (random) => [
    { createdDaysAgo: between(random, 200, 900), active: false, usedDaysAgo: 150 },
    { createdDaysAgo: 44, active: true },
  ],
  () => [],
];

/** Every limit from both sides, so that a comparison that is off by one shows. */
const all: readonly Shape[] = [
  (random) => [{ createdDaysAgo: between(random, 5, 80), active: true, usedDaysAgo: 1 }],
  () => [{ createdDaysAgo: 91, active: true, usedDaysAgo: 3 }],
  () => [{ createdDaysAgo: 89, active: true, usedDaysAgo: 44 }],
  (random) => [
    { createdDaysAgo: between(random, 200, 900), active: false, usedDaysAgo: 150 },
    { createdDaysAgo: between(random, 2, 30), active: true },
  ],
  () => [],
  (random) => [{ createdDaysAgo: between(random, 60, 85), active: true, usedDaysAgo: 46 }],
  (random) => [{ createdDaysAgo: between(random, 50, 80), active: true }],
  (random) => [
    { createdDaysAgo: between(random, 120, 700), active: true, usedDaysAgo: between(random, 0, 9) },
    { createdDaysAgo: between(random, 20, 40), active: true, usedDaysAgo: 2 },
  ],
  (random) => [{ createdDaysAgo: between(random, 5, 80), active: true, usedDaysAgo: 1 }],
  // One key can be both, and it need not be the first.
  (random) => [{ createdDaysAgo: between(random, 300, 900), active: true, usedDaysAgo: 120 }],
  (random) => [
    { createdDaysAgo: between(random, 3, 30), active: true, usedDaysAgo: 1 },
    { createdDaysAgo: between(random, 95, 400), active: true },
  ],
];

/** The account, with the role that the script runs as: it could do more than it should. */
export const declared = (plan: Plan): object => ({
  format: 1,
  now: "2026-06-15T07:30:00Z",
  accounts: [
    {
      id: account,
      name: "marketplace",
      iam: {
        users: users(plan),
        roles: [
          {
            name: "key-hygiene",
            trust: statement({
              Effect: "Allow",
              Principal: { Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
            inline: {
              work: statement({ Effect: "Allow", Action: "iam:*", Resource: "*" }),
              ...(plan.traits.includes("sealed") && { sealed: statement(...sealed.map(denied)) }),
            },
          },
        ],
      },
    },
  ],
  throttles: plan.traits.includes("throttled")
    ? [{ call: "iam:ListAccessKeys", after: 4, seconds: 25 }]
    : [],
  start: `arn:aws:iam::${account}:role/key-hygiene`,
});

const statement = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });

const denied = ({ path, refused }: (typeof sealed)[number]) => ({
  Effect: "Deny",
  Action: refused,
  Resource: `arn:aws:iam::${account}:user${path}*`,
});
