import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";
import { at, plainCases, type Advisory, type Installed } from "./catalogue.ts";
import { harder } from "./harder.ts";

export type Service = { name: string; installed: Installed[] };
export type Shop = { advisories: Advisory[]; services: Service[] };

const names =
  "bookings boarding cabins cargo crew customs fares freight harbours invoices loyalty luggage menus notices passports quays refunds schedules tickets vehicles weather webcams".split(
    " ",
  );
/** Packages that no advisory is about. */
const harmless =
  "pier-http gull-log @anchor/web wave-format compass-cli lantern keel-events plank-utils".split(
    " ",
  );

const shuffled = <T>(random: () => number, list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, by: random() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ one }) => one);

/** The first service has nothing that an advisory is about, the others together every variant of every case. */
export function shopOf({ seed, size, traits }: Plan): Shop {
  const random = randomFrom(seed);
  const cases = [
    ...plainCases(random),
    ...traits.flatMap((trait) => harder[trait]?.(random) ?? []),
  ];
  const services = shuffled(random, names)
    .slice(0, size)
    .map((name): Service => ({ name, installed: harmlessOnes(random) }));
  const others = services.slice(1);
  for (const [first, { variants }] of cases.entries()) {
    if (others.length === 0) break;
    for (const [index, service] of others.entries()) {
      const surely = (index + first) % others.length < variants.length;
      const variant = variants[(index + first) % others.length] ?? draw(random, variants);
      if (surely || random() < 0.4) service.installed.push(...variant);
    }
  }
  const advisories = shuffled(
    random,
    cases.flatMap((one) => one.advisories),
  ).map((one, index) => ({ id: `ADV-2026-${String(117 + index * 3).padStart(4, "0")}`, ...one }));
  return { advisories, services };
}

const harmlessOnes = (random: () => number): Installed[] =>
  harmless.map((name) => ({
    place: at(name),
    version: `${between(random, 0, 6)}.${between(random, 0, 14)}.${between(random, 0, 9)}`,
    hit: false,
  }));

export const nameAt = ({ place, name }: Installed): string =>
  name ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** As npm writes it, version 3, without checksums. */
export function lockOf({ name, installed }: Service): string {
  const direct = installed.filter(({ place }) => place.lastIndexOf("node_modules/") === 0);
  const wanted = (dev: boolean) =>
    Object.fromEntries(direct.filter((one) => (one.dev === true) === dev).map(wantedAs));
  const entries = installed.flatMap(entriesOf).toSorted(([a], [b]) => a.localeCompare(b));
  const root = {
    name,
    version: "1.0.0",
    dependencies: wanted(false),
    devDependencies: wanted(true),
  };
  const packages = Object.fromEntries([["", root], ...entries]);
  return JSON.stringify({ name, version: "1.0.0", lockfileVersion: 3, packages }, null, 2);
}

/** As package.json asks for it, an alias with the name that it stands for. */
const wantedAs = ({ place, name, version }: Installed): [string, string] => [
  place.slice("node_modules/".length),
  name === undefined ? `^${version}` : `npm:${name}@^${version}`,
];

function entriesOf(one: Installed): [string, object][] {
  const { place, hit: _, ...rest } = one;
  const name = nameAt(one);
  const file = `${name.slice(name.indexOf("/") + 1)}-${one.version}.tgz`;
  const resolved = `https://registry.npmjs.org/${name}/-/${file}`;
  const workspace = /^packages\/([^/]+)/.exec(place);
  if (!workspace) return [[place, { ...rest, resolved }]];
  const [folder, short] = workspace;
  const link = (to: string): [string, object] => [at(to), { resolved: folder, link: true }];
  if (place === folder) return [link(name), [place, rest]];
  const around = { name: `@ferry/${short}`, version: "1.0.0" };
  return [link(around.name), [folder, around], [place, { ...rest, resolved }]];
}

/** What has no `packages` says nothing about what is installed: npm 6 wrote such ones. */
export const lockOfOldNpm = ({ name, installed }: Service): string => {
  const dependencies = Object.fromEntries(
    installed.map((one) => [nameAt(one), { version: one.version }]),
  );
  return JSON.stringify({ name, version: "1.0.0", lockfileVersion: 1, dependencies }, null, 2);
};

/** Two branches that nobody has merged yet. */
export const lockInConflict = (service: Service): string =>
  lockOf(service).replace(
    '"lockfileVersion": 3,',
    '"lockfileVersion": 3,\n<<<<<<< HEAD\n  "requires": true,\n=======\n>>>>>>> renew-dependencies',
  );
