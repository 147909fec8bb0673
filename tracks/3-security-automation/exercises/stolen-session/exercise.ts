import type { World } from "@loopwright/aws/world";

import type { Exercise, Expected, Plan } from "../exercise.ts";
import { account, caseFile, caseOf, type Case } from "./case.ts";
import { followed } from "./follow.ts";
import { declared, sealedRegion } from "./world.ts";

/** How far back the event history goes. */
const historyMs = 90 * 86_400_000;

/** What was done with an access key that is out, and with all that came of it. */
export const stolenSession: Exercise = {
  traits: ["deep", "long", "sealed", "busy", "old", "refused"],
  make: (plan) => {
    const given = caseOf(plan);
    return {
      declared: declared(plan, given),
      region: "eu-west-1",
      files: { "case.json": caseFile(given) },
      args: [given.accessKeyId],
      // One question for each key in each region.
      count: given.regions.length * keysIn(plan),
      secrets: [],
      expected: (world) => expectedIn(world!, plan, given),
    };
  },
};

/** The key itself, and those that come of it. */
export const keysIn = ({ traits }: Plan): number =>
  traits.includes("refused") ? 1 : traits.includes("deep") ? 11 : 2;

function expectedIn(world: World, { traits }: Plan, given: Case): Expected {
  const isOld = world.nowMs - given.sinceMs > historyMs;
  const sealed = traits.includes("sealed") ? [sealedRegion] : [];
  const visible = world.accounts
    .get(account)!
    .trail.filter(
      (event) =>
        event.managementEvent &&
        Date.parse(event.eventTime) > world.nowMs - historyMs &&
        !sealed.includes(event.awsRegion),
    );
  const findings = followed(visible, given);
  const unread = [...sealed, ...(isOld ? ["event-history"] : [])];
  const isUsed = findings.some(({ outcome }) => outcome === "ok");
  return { findings, unread, exit: unread.length > 0 ? 2 : isUsed ? 1 : 0 };
}
