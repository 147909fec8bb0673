import { buildWorld, type TrailEvent } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import type { Plan } from "../exercise.ts";
import { account, caseOf } from "./case.ts";
import { keysIn, stolenSession } from "./exercise.ts";

const keyOf = ({ userIdentity }: TrailEvent) => userIdentity["accessKeyId"] as string;

/** From each event upwards to the key that it all began with; addresses by what they were made as, not by ranges. */
function upwards(plan: Plan) {
  const given = caseOf(plan);
  const made = stolenSession.make(plan);
  const world = buildWorld(made.declared, plan.seed);
  const { trail } = world.accounts.get(account)!;
  const origins = new Map<string, TrailEvent>();
  for (const event of trail)
    for (const [, key = ""] of JSON.stringify(event.responseElements).matchAll(
      /"accessKeyId":"(\w+)"/g,
    ))
      origins.set(key, event);
  const isTheirs = (event: TrailEvent): boolean => {
    const key = keyOf(event);
    if (key === given.accessKeyId)
      return (
        given.strange.includes(event.sourceIPAddress) &&
        Date.parse(event.eventTime) >= given.sinceMs
      );
    const origin = origins.get(key);
    return origin !== undefined && isTheirs(origin);
  };
  return { theirs: trail.filter(isTheirs), trail, expected: made.expected(world), made };
}

const deep = { size: 40, traits: ["deep"] };

describe.each(["a", "b", "c", "d"])("in the account of seed %s", (seed) => {
  it.each(["", "deep", "long", "busy", "refused"])("what is right is right: %s", (trait) => {
    const traits = trait === "" ? [] : [trait];
    const { theirs, expected, made } = upwards({ seed, size: 40, traits });
    expect(expected.findings.map(({ event }) => event)).toEqual(theirs.map((one) => one.eventID));
    const keys = new Set(theirs.map(keyOf));
    expect(keys.size).toBe(keysIn({ seed, size: 40, traits }));
    expect(made.count).toBe(3 * keys.size);
  });

  it("every lookalike stands there", () => {
    const { theirs, trail } = upwards({ seed, ...deep });
    const others = trail.filter((event) => !theirs.includes(event));
    const key = caseOf({ seed, ...deep }).accessKeyId;
    const arns = new Set(theirs.map(({ userIdentity }) => userIdentity["arn"]));
    const addresses = new Set(theirs.map(({ sourceIPAddress }) => sourceIPAddress));
    const alike = {
      "a call of the same key": (event: TrailEvent) => keyOf(event) === key,
      "a session of the same role and name": ({ userIdentity }: TrailEvent) =>
        userIdentity["type"] === "AssumedRole" && arns.has(userIdentity["arn"]),
      "a user with another key": (event: TrailEvent) =>
        arns.has(event.userIdentity["arn"]) && keyOf(event) !== key,
      "a call from the same address": (event: TrailEvent) =>
        addresses.has(event.sourceIPAddress) && keyOf(event) !== key,
      "the key in a request": ({ requestParameters }: TrailEvent) =>
        requestParameters?.["accessKeyId"] === key,
    };
    const missing = Object.entries(alike).filter(([, is]) => !others.some(is));
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  it("the key's own calls fill more than two pages of one region", () => {
    const plan = { seed, size: 40, traits: ["long"] };
    const { trail } = upwards(plan);
    const own = trail.filter((event) => keyOf(event) === caseOf(plan).accessKeyId);
    for (const region of ["us-east-1", "eu-west-1"])
      expect(own.filter(({ awsRegion }) => awsRegion === region).length).toBeGreaterThan(50);
  });

  it("some of it is too old for the event history, and some is not", () => {
    const { theirs, expected } = upwards({ seed, size: 40, traits: ["old"] });
    expect(expected).toMatchObject({ unread: ["event-history"], exit: 2 });
    expect(expected.findings.length).toBeGreaterThan(3);
    expect(theirs.length).toBeGreaterThan(expected.findings.length + 3);
  });
});
