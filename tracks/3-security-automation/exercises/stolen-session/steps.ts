import type { Case } from "./case.ts";
import { between, draw } from "../names.ts";

/** A call of a world's past. */
export type Step = {
  as: string;
  call: string;
  input?: object;
  region?: string;
  from: string;
  fails?: string;
};
export type Dated = Step & { at: string };

export type Told = { given: Case; random: () => number };

export const own = ({ given, random }: Told): string => draw(random, given.ownAddresses);
export const strange = ({ given, random }: Told): string => draw(random, given.strange);

const reads = [
  "ec2:DescribeInstances",
  "ec2:DescribeVolumes",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSecurityGroups",
  "secretsmanager:ListSecrets",
  "lambda:ListFunctions",
];

/** Somebody looks around, in any region. */
export const look = ({ given, random }: Told, as: string, from: string): Step => ({
  as,
  call: draw(random, reads),
  region: draw(random, given.regions),
  from,
});

/** One after the other, seconds apart, the first at a moment. */
export function from(startMs: number, steps: readonly Step[], random: () => number): Dated[] {
  let atMs = startMs;
  return steps.map((step) => {
    const dated = at(atMs, step);
    atMs += between(random, 4, 50) * 1000;
    return dated;
  });
}

export const at = (atMs: number, step: Step): Dated => ({
  ...step,
  at: new Date(atMs).toISOString(),
});
