import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw, peopleNames } from "../names.ts";

export const account = "604718239155";
const now = "2026-06-15T09:00:00Z";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What is known when the work begins. */
export type Case = {
  now: string;
  accessKeyId: string;
  /** From this moment on others had the key. */
  sinceMs: number;
  ownRanges: string[];
  regions: string[];
  admin: string;
  /** A user that is created with it, in some accounts. */
  created: string;
  /** Name of the owner's session, and of another one like it. */
  session: string;
  /** Where its owner calls from, at the edges of the ranges. */
  ownAddresses: string[];
  /** Outside all ranges, next to their edges and alike to the eye. */
  strange: string[];
};

const days = (count: number) => count * 86_400_000;

export function caseOf({ seed, traits }: Plan): Case {
  const random = randomFrom(`${seed} case`);
  const key = Array.from({ length: 16 }, () => base32[between(random, 0, 31)]).join("");
  const half = draw(random, [0, 128]);
  const ago = traits.includes("old") ? days(between(random, 95, 110)) : days(2);
  return {
    now,
    accessKeyId: `AKIA${key}`,
    sinceMs: Date.parse(now) - ago - between(random, 0, 7_200) * 1000,
    ownRanges: [`198.51.100.${half}/25`, "203.0.113.64/26", "2001:db8:40::/48"],
    regions: ["eu-west-1", "us-east-1", "ap-southeast-2"],
    admin: peopleNames(random, 1)[0]!,
    created: draw(random, ["svc-metrics", "svc-audit", "svc-sync", "support-bot"]),
    session: `build-${between(random, 1_000, 9_999)}`,
    ownAddresses: [
      `198.51.100.${half}`,
      `198.51.100.${half + 127}`,
      "203.0.113.64",
      "203.0.113.127",
      "2001:db8:40:7::1c",
      "2001:db8:40:ffff::9",
    ],
    strange: [
      `198.51.100.${(half + 128) % 256}`,
      `198.51.100.${half === 0 ? 254 : 127}`,
      "203.0.113.6",
      "203.0.113.128",
      "203.0.113.63",
      "2001:db8:41::1c",
      `192.0.2.${between(random, 4, 250)}`,
    ],
  };
}

/** As the file has it. */
export const caseFile = ({ sinceMs, ownRanges, regions }: Case): string =>
  JSON.stringify(
    {
      since: new Date(sinceMs).toISOString().replace(".000Z", "Z"),
      ownRanges,
      regions,
    },
    null,
    1,
  );
