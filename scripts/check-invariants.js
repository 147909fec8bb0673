// Invariants of ARCHITECTURE.md that can be read off the source: who may touch what.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { sources } from "./check-direction.js";

/** What shipped code may hold only in the named places. */
const rules = [
  {
    what: "reads the environment",
    pattern: /\bprocess\.env\b|\benv\s*\}?\s*=\s*process\b/,
    // Inside the interpreter, `process` is a stand-in of the lab's own.
    allowed: /(^|\/)env\.ts$|^packages\/sandbox\/lab\//,
  },
  {
    what: "starts processes",
    pattern: /["'](node:)?child_process["']/,
    allowed: /^packages\/sandbox\//,
  },
  {
    what: "writes SQL",
    pattern: /["'](drizzle-orm|pg|@electric-sql\/pglite)["'/]/,
    allowed: /^packages\/store\//,
  },
];

/** @param {string} root @returns {string[]} what is wrong, a line each */
export function checkInvariants(root) {
  const files = ["packages", "tracks", "apps"].flatMap((name) => sources(join(root, name)));
  const shipped = files
    .map((file) => ({
      file: relative(root, file).split(sep).join("/"),
      text: readFileSync(file, "utf8"),
    }))
    // Tests, what they share, and what vitest loads never ship.
    .filter(
      ({ file }) =>
        !/\/(test|fixtures)\/|vitest\.config\.ts$|\/tracks\/[^/]+\/scripts\//.test(`/${file}`),
    );
  const tracks = existsSync(join(root, "tracks")) ? readdirSync(join(root, "tracks")) : [];
  return shipped.flatMap(({ file, text }) => [
    ...rules
      .filter(({ pattern, allowed }) => pattern.test(text) && !allowed.test(file))
      .map(({ what }) => `${file} ${what}; see the invariants in ARCHITECTURE.md`),
    ...(file.startsWith("tracks/") ? [] : tracks)
      .filter((track) => text.includes(track))
      .map((track) => `${file} names the track ${track}; shared code names none`),
  ]);
}
