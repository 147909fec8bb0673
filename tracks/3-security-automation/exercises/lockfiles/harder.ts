import { between } from "../names.ts";
import { about, at, range, type Case } from "./catalogue.ts";

/** What a trait adds. */
export const harder: Readonly<Record<string, (random: () => number) => Case[]>> = {
  numbers: (random) => {
    const [small, large] = [between(random, 2, 8), between(random, 11, 28)];
    const one = (name: string, version: string, hit: boolean) => [
      { place: at(name), version, hit },
    ];
    return [
      {
        advisories: [about("deck-query", [range("0", `1.${large}.0`)])],
        variants: [
          one("deck-query", `1.${small}.4`, true),
          one("deck-query", `1.${large}.0`, false),
          one("deck-query", `1.${large - 1}.9`, true),
        ],
      },
      {
        advisories: [about("helm-crypt", [range("2.9.0", "10.0.0")])],
        variants: [
          one("helm-crypt", `2.${large}.1`, true),
          one("helm-crypt", `2.${small}.7`, false),
          one("helm-crypt", "10.0.0", false),
          one("helm-crypt", `9.${large}.0`, true),
        ],
      },
      {
        advisories: [about("knot-session", [range(`3.${small}.0`, "4.0.0")])],
        variants: [
          one("knot-session", "4.0.0-rc.1", true),
          one("knot-session", "4.0.0", false),
          one("knot-session", `3.${small}.0-beta.2`, false),
          one("knot-session", `3.${small}.0`, true),
        ],
      },
    ];
  },

  names: (random) => {
    const minor = between(random, 2, 8);
    const inScope = `2.${minor}.0`;
    return [
      {
        advisories: [
          about("@anchor/session", [range("2.0.0", "3.0.0")]),
          about("session-cookie", [range("0", "1.4.0")]),
        ],
        variants: [
          [{ place: at("@anchor/session"), version: inScope, hit: true }],
          [{ place: at("session"), version: inScope, hit: false }],
          [{ place: at("@moor/session"), version: inScope, hit: false }],
          [{ place: at("@moor/session-cookie"), version: "1.3.0", hit: false }],
        ],
      },
      {
        advisories: [about("knit-objects", [range("0", "5.0.0")])],
        variants: [
          [
            { place: at("knit-objects"), version: "5.1.0", hit: false },
            { place: at("knit-v4"), name: "knit-objects", version: `4.${minor}.2`, hit: true },
          ],
          [
            {
              place: at("knit-objects"),
              name: "@ferry/knit-objects",
              version: `4.${minor}.3`,
              hit: false,
            },
          ],
        ],
      },
    ];
  },

  nested: (random) => {
    const old = `1.${between(random, 2, 8)}.${between(random, 1, 9)}`;
    return [
      {
        advisories: [about("jar-of-cookies", [range("0", "2.0.0"), range("3.0.0", "3.2.1")])],
        variants: [
          [
            { place: at("jar-of-cookies"), version: "2.1.0", hit: false },
            { place: at("pier-http", "jar-of-cookies"), version: old, hit: true },
            { place: at("pier-http", "gull-log", "jar-of-cookies"), version: "3.2.0", hit: true },
          ],
          [
            { place: at("jar-of-cookies"), version: "3.2.1", hit: false },
            { place: at("@anchor/web", "jar-of-cookies"), version: "3.1.0", hit: true },
          ],
          [
            { place: at("jar-of-cookies"), version: old, hit: true },
            { place: at("pier-http", "jar-of-cookies"), version: "3.3.0", hit: false },
          ],
          [{ place: at("jar-of-cookies", "gull-log"), version: old, hit: false }],
        ],
      },
    ];
  },

  shipped: (random) => {
    const version = `0.${between(random, 2, 8)}.3`;
    return [
      {
        advisories: [about("crane-pack", [range("0", "1.0.0")])],
        variants: [
          [{ place: at("crane-pack"), version, dev: true, hit: false }],
          [{ place: at("crane-pack"), version, devOptional: true, hit: true }],
          [{ place: at("crane-pack"), version, optional: true, hit: true }],
          [
            { place: at("crane-pack"), version: "0.1.0", dev: true, hit: false },
            { place: at("pier-http", "crane-pack"), version, hit: true },
          ],
        ],
      },
      {
        advisories: [
          about("timetables", [range("0", "2.0.0")]),
          about("rust-guard", [range("0", "2.0.0")]),
        ],
        // A workspace: the service's own code, with a link to it, and what is installed for it alone.
        variants: [
          [{ place: "packages/timetables", name: "timetables", version: "1.0.0", hit: false }],
          [{ place: `packages/forms/${at("rust-guard")}`, version, hit: true }],
          [{ place: `packages/forms/${at("rust-guard")}`, version, dev: true, hit: false }],
        ],
      },
    ];
  },
};
