import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decide } from "../decide/decide.ts";
import { findEscalations } from "./find.ts";
import type { EscalationPath } from "./report.ts";
import type { Landscape } from "./landscape.ts";
import {
  account,
  allow,
  deny,
  home,
  lets,
  other,
  role,
  scp,
  user,
  type Made,
  type Statement,
} from "./test/made.ts";

const names = ["one", "two", "three"] as const;
const name = fc.constantFrom(...names);
const id = fc.constantFrom(home, other);
const place = fc.oneof(
  fc.constant("*"),
  fc.tuple(name, id).map(([one, where]) => role(one, where)),
  fc.tuple(name, id).map(([one, where]) => user(one, where)),
);
const action = fc.constantFrom(
  "iam:PutUserPolicy",
  "iam:PutRolePolicy",
  "iam:CreateAccessKey",
  "iam:UpdateAssumeRolePolicy",
  "iam:PassRole",
  "lambda:*",
  "sts:AssumeRole",
  "s3:GetObject",
  "ssm:SendCommand",
  "*",
);
const condition = fc.option(
  fc.constantFrom(
    { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
    { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    { StringEquals: { "sts:ExternalId": "a7" } },
    { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  ),
  { freq: 3, nil: undefined },
);
const statement = fc
  .tuple(fc.integer({ min: 0, max: 4 }), action, place, condition)
  .map(([kind, does, on, when]): Statement =>
    kind === 0 ? deny(does, on, when) : allow(does, on, when),
  );
const may = fc.array(statement, { maxLength: 3 });
const trust = fc.array(
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom("lambda.amazonaws.com", "ec2.amazonaws.com"),
        id,
        fc.tuple(name, id).map(([one, where]) => user(one, where)),
      ),
      condition,
    )
    .map(([who, when]) => lets(who, when)),
  { minLength: 1, maxLength: 2 },
);
const made = (where: string) =>
  fc
    .record({
      users: fc.dictionary(name, fc.record({ may }), { maxKeys: 3 }),
      roles: fc.dictionary(name, fc.record({ may, trust, profile: fc.boolean() }), {
        minKeys: 1,
        maxKeys: 3,
      }),
    })
    .map((rest): Made => ({ id: where, ...rest }));
const landscape = fc
  .tuple(made(home), made(other), fc.option(statement, { freq: 2 }))
  .map(([one, two, limit]): Landscape => ({
    accounts: [account(one), account(two)],
    serviceControl: limit ? [scp(limit)] : [],
  }));

const callsOf = ({ steps }: EscalationPath) =>
  steps.flatMap(({ calls, trust: let_ }) => [...calls, ...let_]);

describe("whatever stands in two accounts", () => {
  test("every call that is told is allowed, decided alone with all that applies", () => {
    fc.assert(
      fc.property(landscape, (given) => {
        for (const path of findEscalations(given).paths) {
          for (const { decided } of callsOf(path)) {
            expect(decide(decided.request, decided.policies).allowed).toBe(true);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test("every step begins where the one before it ended, and nobody is passed twice", () => {
    fc.assert(
      fc.property(landscape, (given) => {
        for (const { from, steps, gain } of findEscalations(given).paths) {
          expect(steps.map((step) => step.from)).toEqual([
            from,
            ...steps.slice(0, -1).map(({ to }) => to),
          ]);
          expect(steps.at(-1)!.to).toBe(gain.as);
          const passed = steps.map(({ to, plus }) => `${to} ${plus}`);
          expect(new Set(passed).size).toBe(passed.length);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("a call that the organisation comes to deny is told no more", () => {
    fc.assert(
      fc.property(landscape, fc.nat(), (given, chosen) => {
        const [path] = findEscalations(given).paths;
        if (!path) return;
        const calls = path.steps.flatMap((step) => step.calls);
        const { action: does, resource } = calls[chosen % calls.length]!;
        const denied = {
          ...given,
          serviceControl: [...given.serviceControl!, scp(deny(does, resource))],
        };
        const again = findEscalations(denied).paths.flatMap(callsOf);
        const same = again.filter(({ caller }) => caller.startsWith("arn:"));
        expect(same.filter((one) => one.action === does && one.resource === resource)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("the same is told each time, in the same order", () => {
    fc.assert(
      fc.property(landscape, (given) => {
        const tell = () =>
          JSON.stringify(
            findEscalations(given).paths.map(({ from, gain, steps }) => [
              from,
              gain.as,
              steps.map(({ path }) => path),
            ]),
          );
        expect(tell()).toBe(tell());
      }),
      { numRuns: 25 },
    );
  });
});
