import { describe, expect, test } from "vitest";

import { decide } from "../decide.ts";
import { explain } from "../explain.ts";
import { givenOf, type Case } from "./case.ts";
import { cases as crossAccount } from "./cross-account.ts";
import { cases as endpoints } from "./endpoints.ts";
import { cases as keysAcross } from "./keys-across.ts";
import { cases as keys } from "./keys.ts";
import { cases as operators } from "./operators.ts";
import { cases as organisation } from "./organisation.ts";
import { cases as patterns } from "./patterns.ts";
import { cases as principals } from "./principals.ts";
import { cases as publicPolicies } from "./public.ts";
import { cases as roles } from "./roles.ts";
import { cases as sets } from "./sets.ts";
import { cases as singleAccount } from "./single-account.ts";

const tables: [string, readonly Case[]][] = [
  ["condition operators", operators],
  ["keys with several values", sets],
  ["actions, resources and variables", patterns],
  ["within an account", singleAccount],
  ["who is meant", principals],
  ["across accounts", crossAccount],
  ["bucket policies that are public", publicPolicies],
  ["roles", roles],
  ["VPC endpoints", endpoints],
  ["organisations", organisation],
  ["KMS keys", keys],
  ["KMS keys of another account", keysAcross],
];

describe.each(tables)("%s", (_title, cases) => {
  test.each(cases.map(([name, , given, outcome]) => ({ name, given, outcome })))(
    "$name",
    ({ given, outcome }) => {
      const { request, policies } = givenOf(given);
      const decision = decide(request, policies);
      expect(decision.reason).toBe(outcome);
      const trace = explain(request, policies);
      expect(trace.decision.reason).toBe(outcome);
      expect(trace.summary).toMatch(decision.allowed ? /^Allowed: / : /^Denied: /);
    },
  );
});

test("no two cases ask the same, and each stands on a page", () => {
  const all = tables.flatMap(([title, cases]) => cases.map((one) => ({ title, one })));
  const asked = all.map(({ one: [, , given] }) => JSON.stringify(given));
  expect(new Set(asked).size).toBe(asked.length);
  for (const { one } of all) expect(one[1]).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
