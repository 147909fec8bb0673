import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, peopleNames } from "../names.ts";

export const account = "482915063174";
/** Users below this path are another team's, and in some accounts nobody may look at their keys. */
export const sealedPath = "/treasury/";

type Key = { createdDaysAgo: number; active: boolean; usedDaysAgo?: number };
export type User = { name: string; path: string; console: boolean; mfa: boolean; keys: Key[] };

/** People and machines with keys of all ages; some on each side of every limit, by a day. */
export function users({ seed, size, traits }: Plan): User[] {
  const random = randomFrom(seed);
  return peopleNames(random, size).map((name, index): User => {
    const isMachine = index % 4 === 3;
    return {
      name: isMachine ? `svc-${name.replace(".", "-")}` : name,
      path: traits.includes("sealed") && index % 5 === 2 ? sealedPath : "/",
      console: !isMachine && random() < 0.8,
      mfa: random() < 0.6,
      keys: shapes[index % shapes.length]!(random),
    };
  });
}

/** Every limit from both sides, so that a comparison that is off by one shows. */
const shapes: readonly ((random: () => number) => Key[])[] = [
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
              ...(plan.traits.includes("sealed") && {
                sealed: statement({
                  Effect: "Deny",
                  Action: ["iam:ListAccessKeys", "iam:ListMFADevices"],
                  Resource: `arn:aws:iam::${account}:user${sealedPath}*`,
                }),
              }),
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

const statement = (Statement: object) => ({ Version: "2012-10-17", Statement: [Statement] });
