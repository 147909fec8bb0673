import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum, searchSources } from "@loopwright/content";

import { openSearch } from "../apps/server/src/search/search.ts";
import { below, median, timed, type Figure } from "./table.ts";

const tracks = join(fileURLToPath(new URL("..", import.meta.url)), "tracks");

const queries = [
  "x",
  "xss",
  "cross-site scripting",
  "iam",
  "iam role trust policy",
  "kms key policy",
  "s3:GetObject",
  "assume role across accounts",
  "encrpytion",
  "kubernets",
  "tls handshake",
  "threat model of a smart home device",
  "sql injection",
  "ddos",
  "how do I secure an s3 bucket",
  "169.254.169.254",
  "c++",
  "customer trust",
  "the a of an",
  "nothing has zzqx of these words",
];

/** The index over all content, and twenty different queries on it, as they come with every letter typed. */
export async function searchLibrary(): Promise<Figure[]> {
  const curriculum = await loadCurriculum(tracks);
  let now = 0;
  const search = openSearch(searchSources(curriculum), () => now);
  const buildMs = await timed(search.ready);
  const times: number[] = [];
  for (const query of queries) {
    // Long enough for the files to be looked after again.
    now += 10_000;
    times.push(await timed(() => search.find(query, { limit: 5 })));
  }
  const counts = Object.values(await search.counts());
  const size = counts.reduce((sum, one) => sum + one, 0);
  const what = `searching ${size} texts, median of ${queries.length} queries`;
  return [
    {
      what: "making the search index",
      value: `${Math.round(buildMs)} ms`,
      aim: "none",
      held: true,
    },
    below({ what, value: median(times), below: 30, unit: "ms" }),
    below({ what: "the slowest of them", value: Math.max(...times), below: 100, unit: "ms" }),
  ];
}
