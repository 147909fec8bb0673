import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between } from "../names.ts";
import type { Case } from "./case.ts";
import { descent } from "./descent.ts";
import { arnOfRole, borrowed, bystander, leaked } from "./people.ts";
import { at, from, look, own, strange, type Dated, type Step, type Told } from "./steps.ts";

const hour = 3_600_000;
const day = 24 * hour;
const key = `key:user/${leaked}`;

/** Everything that happened: what the owner did, what others did with the key, and what has nothing to do with either. */
export function past(plan: Plan, given: Case): object[] {
  const random = randomFrom(`${plan.seed} past`);
  const told = { given, random };
  const has = (trait: string) => plan.traits.includes(trait);
  const now = Date.parse(given.now);
  const later = has("old") ? now - 20 * day : given.sinceMs + hour;
  const events: Dated[] = [
    ...before(told),
    ...(has("refused") ? refusedAll(told) : firstHour(told)),
    ...(has("old") ? onBothSides(told, now) : []),
    ...(has("refused") ? [] : from(later, sessions(told), random)),
    ...(has("deep") ? from(later + 0.3 * hour, descent(told), random) : []),
    ...(has("long") ? from(later + hour, longLook(told), random) : []),
    ...others(told, plan.size),
    at(now - hour, switchedOff(given)),
  ];
  return events.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The owner's work, and a day at a customer's: before the key was out, any address is the owner's. */
function before(told: Told): Dated[] {
  const { sinceMs } = told.given;
  return [
    ...from(
      sinceMs - 20 * hour,
      [look(told, key, own(told)), look(told, key, strange(told)), look(told, key, own(told))],
      told.random,
    ),
    at(sinceMs - 1000, look(told, key, strange(told))),
  ];
}

const tried = (told: Told, call: string, more: object = {}): Step => ({
  as: key,
  call,
  from: strange(told),
  fails: "AccessDenied",
  ...more,
});

const payroll = (told: Told) =>
  tried(told, "sts:AssumeRole", {
    input: { RoleArn: arnOfRole("payroll"), RoleSessionName: told.given.session },
  });

/** To the second from when the key was out; the owner goes on working all the while. */
function firstHour(told: Told): Dated[] {
  const { given, random } = told;
  const steps: Step[] = [
    { as: key, call: "sts:GetCallerIdentity", from: strange(told) },
    tried(told, "iam:ListUsers"),
    ...given.ownAddresses.map((address) => look(told, key, address)),
    ...given.strange.map((address) => look(told, key, address)),
    payroll(told),
    tried(told, "iam:CreateUser", { input: { UserName: given.created } }),
    look(told, key, own(told)),
    // Another export partner calls from where it sits, with a key of its own.
    look(told, `key:user/${borrowed}`, strange(told)),
    look(told, bystanderKey, strange(told)),
  ];
  return from(given.sinceMs, steps, random);
}

const bystanderKey = `key:user/${bystander}`;

const refusedAll = (told: Told): Dated[] =>
  from(
    told.given.sinceMs,
    [
      tried(told, "iam:ListUsers"),
      tried(told, "iam:CreateUser", { input: { UserName: told.given.created } }),
      look(told, key, own(told)),
      payroll(told),
      look(told, key, own(told)),
      tried(told, "iam:ListRoles"),
    ],
    told.random,
  );

/** A day before and a day after the end of the event history. */
const onBothSides = (told: Told, now: number): Dated[] => [
  at(now - 91 * day, look(told, key, strange(told))),
  at(now - 89 * day, look(told, key, strange(told))),
];

const release = (told: Told, address: string): Step => ({
  as: key,
  call: "sts:AssumeRole",
  input: { RoleArn: arnOfRole("release"), RoleSessionName: told.given.session },
  from: address,
});

/** The owner's session, and then one of the same role and the same name that is not the owner's. */
function sessions(told: Told): Step[] {
  const session = `assumed-role/release/${told.given.session}`;
  return [
    release(told, own(told)),
    look(told, session, own(told)),
    look(told, session, own(told)),
    release(told, strange(told)),
    look(told, session, strange(told)),
    { as: session, call: "iam:ListRoles", from: strange(told), fails: "AccessDenied" },
    // From inside: a machine of the office was taken over on the way.
    look(told, session, own(told)),
    look(told, session, strange(told)),
  ];
}

/** More than two pages, in two regions. */
const longLook = (told: Told): Step[] =>
  Array.from({ length: 130 }, (_, index) => ({
    ...look(told, key, index % 9 === 4 ? own(told) : strange(told)),
    region: index % 2 === 0 ? "us-east-1" : "eu-west-1",
  }));

/** People and machines of the account, some of them from where the key is used as well. */
const others = (told: Told, count: number): Dated[] =>
  Array.from({ length: count }, () => {
    const { random, given } = told;
    const who = random() < 0.6 ? bystanderKey : `key:user/${given.admin}`;
    const atMs = Date.parse(given.now) - between(random, 2 * 3600, 4 * 86_400) * 1000;
    return at(atMs, look(told, who, random() < 0.2 ? strange(told) : own(told)));
  });

/** The key stands in this event, and it is the administrator's. */
const switchedOff = (given: Case): Step => ({
  as: `key:user/${given.admin}`,
  call: "iam:UpdateAccessKey",
  input: { UserName: leaked, AccessKeyId: given.accessKeyId, Status: "Inactive" },
  from: given.ownAddresses[0]!,
});
