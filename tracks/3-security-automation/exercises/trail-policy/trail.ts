import { randomFrom, token } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";
import { calls } from "./calls.ts";
import { lookalikes } from "./lookalikes.ts";
import { account, namesFrom, region } from "./names.ts";
import { recordOf, roleArn, session, type Call } from "./record.ts";

const groups = { ...calls, ...lookalikes };
export const since = "2026-05-01T00:00:00Z";
const days = ["2026-05-02", "2026-05-20", "2026-06-03", "2026-06-04", "2026-07-11", "2026-07-28"];

/** A call at its moment, and made by somebody. */
type Told = Call & { at: string };
type File = { name: string; path: string; text: string };
export type Trail = { told: Call[]; files: File[]; broken: string | null };

/** The log files of ninety days: what the role did, what others did, and much of it many times. */
export function trail({ seed, size, traits }: Plan): Trail {
  const random = randomFrom(seed);
  const names = namesFrom(random);
  const plain = groups.plain(names);
  const special = (["renamed", "placed", "others", "denied", "behalf", "unknown"] as const)
    .filter((kind) => traits.includes(kind))
    .flatMap((kind) => groups[kind](names));
  const again = Array.from({ length: size }, () => draw(random, plain));
  const told = [...plain, ...groups.window(names), ...groups.beside(names), ...special, ...again];
  const dated = told.map((call): Told => ({
    ...call,
    at: call.at ?? moment(random),
    by: call.by ?? session(roleArn, `task-${between(random, 1, 9)}`),
  }));
  const files = [...filesOf(random, dated), digest];
  const isBroken = traits.includes("broken");
  const half = isBroken ? [halfOf(random, plain)] : [];
  return { told, files: [...files, ...half], broken: half[0]?.name ?? null };
}

const two = (value: number): string => String(value).padStart(2, "0");

const moment = (random: () => number): string =>
  `${draw(random, days)}T${two(between(random, 4, 22))}:${two(between(random, 0, 59))}:${two(between(random, 0, 59))}Z`;

/** As CloudTrail delivers them: by region and day, and within a file in no order. */
function filesOf(random: () => number, told: readonly Told[]): File[] {
  const places = new Map<string, Told[]>();
  for (const call of told) {
    const place = `${call.region ?? region}/${call.at.slice(0, 10)}`;
    places.set(place, [...(places.get(place) ?? []), call]);
  }
  return [...places].map(([place, list]) => {
    const records = list
      .map((call) => recordOf(call, { at: call.at, id: token(random, 12) }))
      .toSorted(() => random() - 0.5);
    return fileAt(random, { place, text: JSON.stringify({ Records: records }) });
  });
}

function fileAt(random: () => number, { place, text }: { place: string; text: string }): File {
  const [at = "", day = ""] = place.split("/");
  const name = `${account}_CloudTrail_${at}_${day.replaceAll("-", "")}T2350Z_${token(random, 16)}.json`;
  const path = `trail/AWSLogs/${account}/CloudTrail/${at}/${day.replaceAll("-", "/")}/${name}`;
  return { name, path, text };
}

/** A file whose copying was cut off. Nothing is in it that is not elsewhere too. */
function halfOf(random: () => number, plain: readonly Call[]): File {
  const records = plain.map((call) =>
    recordOf(
      { ...call, by: session(roleArn, "task-1") },
      { at: "2026-06-05T08:00:00Z", id: token(random, 12) },
    ),
  );
  const text = JSON.stringify({ Records: records });
  return fileAt(random, { place: `${region}/2026-06-05`, text: text.slice(0, text.length * 0.7) });
}

const digestName = `${account}_CloudTrail-Digest_${region}_all_${region}_20260603T060000Z.json`;

/** By which a log file is found to be what was delivered; it holds no events. */
const digest: File = {
  name: digestName,
  path: `trail/AWSLogs/${account}/CloudTrail-Digest/${region}/2026/06/03/${digestName}`,
  text: JSON.stringify({
    awsAccountId: account,
    digestStartTime: "2026-06-03T05:00:00Z",
    digestEndTime: "2026-06-03T06:00:00Z",
    digestSignatureAlgorithm: "SHA256withRSA",
    logFiles: [],
  }),
};
