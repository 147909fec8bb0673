import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";

export const account = "731904582266";
/** Of the finding; the script's own default is another. */
export const region = "eu-central-1";
export const now = "2026-06-15T09:00:00Z";
export const quarantine = "quarantine";
export const revocation = "AWSRevokeOlderSessions";
export const role = "forecast-node";

export type Interface = { id: string; groups: string[] };

/** One incident: what the finding speaks of, by the ids that it has. */
export type Incident = {
  findingId: string;
  instance: string;
  /** Has the same role, and has done nothing. */
  sibling: string;
  vpc: string;
  subnets: [string, string];
  groups: Record<"web" | "ops" | "old" | "elsewhere" | "kept", string>;
  interfaces: Interface[];
  volumes: string[];
  /** Whose snapshot is refused. */
  sealedVolume: string;
};

const hex = "0123456789abcdef";

export function incidentOf({ seed, traits }: Plan): Incident {
  const random = randomFrom(`${seed} incident`);
  const text = (length: number) =>
    Array.from({ length }, () => hex[between(random, 0, 15)]!).join("");
  const id = (prefix: string) => `${prefix}-0${text(16)}`;
  const groups = {
    web: id("sg"),
    ops: id("sg"),
    old: id("sg"),
    elsewhere: id("sg"),
    kept: id("sg"),
  };
  const volumes = Array.from({ length: between(random, 2, 3) }, () => id("vol"));
  const homes = traits.includes("homes") ? 3 : 1;
  return {
    findingId: text(32),
    instance: id("i"),
    sibling: id("i"),
    vpc: id("vpc"),
    subnets: [id("subnet"), id("subnet")],
    groups,
    interfaces: Array.from({ length: homes }, (_, index) => ({
      id: id("eni"),
      groups: index === 1 ? [groups.ops] : [groups.web, groups.ops],
    })),
    volumes,
    sealedVolume: draw(random, volumes.slice(0, -1)),
  };
}
