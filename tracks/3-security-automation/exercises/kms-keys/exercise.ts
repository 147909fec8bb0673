import type { Exercise, Expected, Finding, Plan } from "../exercise.ts";
import { keys, regions, type Key } from "./keys.ts";
import { declared, shutRegion } from "./world.ts";

/** Keys of KMS that nobody rotates, and keys that anybody may use. */
export const kmsKeys: Exercise = {
  traits: ["kinds", "policies", "crowded", "sealed", "shut", "busy"],
  make: (plan) => {
    const all = keys(plan);
    return {
      declared: declared(plan),
      region: regions[0],
      files: {},
      args: ["--regions", regions.join(",")],
      // AWS's own key for S3 stands in each Region, too.
      count: all.length + regions.length,
      secrets: [],
      expected: () => expectedOf(plan, all),
    };
  },
};

function expectedOf({ traits }: Plan, all: readonly Key[]): Expected {
  const isShut = ({ region }: Key) => traits.includes("shut") && region === shutRegion;
  const seen = all.filter((key) => !isShut(key));
  const unread = [
    ...(traits.includes("shut") ? [shutRegion] : []),
    ...seen.filter(({ sealed }) => sealed !== null).map(({ arn }) => arn),
  ];
  const findings = seen.filter(({ sealed }) => sealed === null).flatMap(findingsOf);
  return { findings, unread, exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0 };
}

function findingsOf({ arn, state, spec, origin, rotation, isReplica, policy }: Key): Finding[] {
  if (state === "pending") return [];
  const canRotate = !spec && !origin && !state && !isReplica;
  return [
    ...(canRotate && !rotation ? [{ key: arn, issue: "no-rotation" }] : []),
    ...(policy?.open ? [{ key: arn, issue: "open-policy" }] : []),
  ];
}
