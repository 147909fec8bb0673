import type { Exercise, Expected, Finding } from "../exercise.ts";
import { reportOf } from "./sarif.ts";
import {
  ruleKey,
  scanners,
  spotsOf,
  type Defaults,
  type Level,
  type Said,
  type Spot,
} from "./spots.ts";

/** One list of what three scanners say, each weakness at its place once. */
export const scannerReports: Exercise = {
  traits: ["weaknesses", "places", "suppressed", "levels", "broken"],
  make: (plan) => {
    const { spots, defaults } = spotsOf(plan);
    const isBroken = plan.traits.includes("broken");
    const texts = scanners.map((scanner) => {
      const report = reportOf(scanner, spots, { traits: plan.traits, defaults });
      return [`reports/${scanner}.sarif`, JSON.stringify(report, null, 1)] as const;
    });
    const [[first, hazel], [second, larch], third] = texts as [Text, Text, Text];
    const files = isBroken
      ? [
          // Stopped while it looked, in the last of its runs, and stopped while it wrote.
          [first, failedAtTheEnd(hazel)],
          [second, larch.slice(0, Math.floor(larch.length * 0.7))],
          third,
        ]
      : texts;
    const counted = spots.map((spot) => ({
      ...spot,
      said: spot.said.filter(({ scanner }) => !isBroken || scanner !== "larch"),
    }));
    const findings = counted.flatMap((spot) => findingsOf(spot, defaults));
    const unread = isBroken ? ["hazel", "larch"] : [];
    const exit = isBroken ? 2 : findings.length > 0 ? 1 : 0;
    return {
      declared: null,
      region: "",
      files: Object.fromEntries(files),
      args: [],
      count: spots.length,
      secrets: [],
      expected: (): Expected => ({ findings, unread, exit }),
    };
  },
};

function failedAtTheEnd(text: string): string {
  const [went, failed] = ['"executionSuccessful": true', '"executionSuccessful": false'];
  const at = text.lastIndexOf(went);
  return text.slice(0, at) + failed + text.slice(at + went.length);
}

type Text = readonly [name: string, text: string];

/** SARIF 2.1.0 has consumers read each status (3.27.23); as the brief has it, one that is not accepted is enough to stand. */
const isSuppressed = ({ suppressions = [] }: Said): boolean =>
  suppressions.length > 0 &&
  suppressions.every((status) => status === null || status === "accepted");

const ranks: readonly Level[] = ["note", "warning", "error"];

function findingsOf({ cwe, file, line, said }: Spot, defaults: Defaults): Finding[] {
  const counted = said.filter((one) => (one.kind ?? "fail") === "fail" && !isSuppressed(one));
  if (counted.length === 0) return [];
  const rank = Math.max(
    ...counted.map(({ level, scanner }) =>
      ranks.indexOf(level ?? defaults.get(ruleKey(scanner, cwe)) ?? "warning"),
    ),
  );
  const by = [...new Set(counted.map(({ scanner }) => scanner))].toSorted();
  return [
    {
      cwe: `CWE-${cwe}`,
      file,
      line: String(line),
      level: ranks[rank]!,
      scanners: JSON.stringify(by),
    },
  ];
}
