import type { Exercise, Expected, Finding } from "../exercise.ts";
import { watched } from "./groups.ts";
import { declared, regionsOf, sealedRegions, type Group } from "./world.ts";

/** Security groups that open ports of administration and databases to too much, and whether anybody can get there. */
export const securityGroups: Exercise = {
  traits: ["wide", "lists", "sealed", "throttled"],
  make: (plan) => {
    const all = regionsOf(plan);
    const unread = plan.traits.includes("sealed") ? Object.values(sealedRegions) : [];
    const findings = all
      .filter(({ region }) => !unread.includes(region))
      .flatMap(({ region, groups }) =>
        groups.flatMap((group) => findingsOf(group).map((one) => ({ region, ...one }))),
      );
    const exit = unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
    return {
      declared: declared(plan),
      region: "eu-west-1",
      files: {},
      args: [],
      count: all.flatMap(({ groups }) => groups).length,
      secrets: [],
      expected: (): Expected => ({ findings, unread, exit }),
    };
  },
};

function findingsOf({ id, shape, standing }: Group): Finding[] {
  return watched.flatMap((port): Finding[] => {
    const opens = shape.opens.filter(({ ports }) => ports.includes(port));
    if (opens.length === 0) return [];
    const isExposed = opens.some(
      ({ v4, v6 }) => (v4 && standing?.public) === true || (v6 && standing?.v6) === true,
    );
    return [{ group: id, port: String(port), state: isExposed ? "exposed" : "dormant" }];
  });
}
