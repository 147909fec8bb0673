import type { Exercise, Expected, Finding } from "../exercise.ts";
import { companyFile } from "./trusts.ts";
import { declared, isKept, isSealed, roles, type Role } from "./world.ts";

/** An administrator whom nobody was for longer than this is unused. */
const unusedDays = 90;

/** Roles that can give themselves any permission, who outside may be them, and which of them nobody needs. */
export const adminRoles: Exercise = {
  traits: ["patterns", "limits", "versions", "strangers", "many", "sealed", "throttled"],
  make: (plan) => {
    const all = roles(plan);
    const looked = all.filter((role) => !isKept(role));
    const expected = (): Expected => {
      const unread = looked.filter(isSealed).map(({ name }) => name);
      const findings = looked.filter((role) => !isSealed(role)).flatMap(findingsOf);
      return { findings, unread, exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0 };
    };
    return {
      declared: declared(plan),
      region: "eu-central-1",
      files: { "accounts.json": companyFile },
      args: [],
      // With the role that the script runs as.
      count: looked.length + 1,
      secrets: [],
      expected,
    };
  },
};

function findingsOf({ name, power, trust, use }: Role): Finding[] {
  if (!power.admin) return [];
  const days = use.usedDaysAgo ?? use.createdDaysAgo;
  return [
    { role: name, issue: "administrator" },
    ...(trust.outsider ? [{ role: name, issue: "outsider" }] : []),
    ...(days > unusedDays ? [{ role: name, issue: "unused" }] : []),
  ];
}
