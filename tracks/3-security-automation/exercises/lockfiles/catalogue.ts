import { between } from "../names.ts";

type Event = { introduced: string } | { fixed: string };
export type Advisory = {
  id: string;
  package: { ecosystem: string; name: string };
  ranges: { events: Event[] }[];
  withdrawn?: string;
};

/** Something that a lockfile has, at its place. */
export type Installed = {
  /** Such as `node_modules/@anchor/web/node_modules/jar-of-cookies`. */
  place: string;
  version: string;
  /** Where it is not the last part of the place. */
  name?: string;
  dev?: true;
  optional?: true;
  devOptional?: true;
  /** Whether an advisory is about it. */
  hit: boolean;
};

/** One way in which packages stand in a service. */
export type Variant = readonly Installed[];
/** Advisories with versions on both sides of what they say. */
export type Case = { advisories: Omit<Advisory, "id">[]; variants: Variant[] };

export const at = (...names: string[]): string =>
  names.map((name) => `node_modules/${name}`).join("/");

/** `from` is the version that is first concerned, `to` the first that is not. */
export const range = (from: string, to?: string): Event[] => [
  { introduced: from },
  ...(to === undefined ? [] : [{ fixed: to }]),
];

export const about = (
  name: string,
  ranges: Event[][],
  more: { ecosystem?: string; withdrawn?: string } = {},
): Omit<Advisory, "id"> => {
  const { ecosystem = "npm", ...rest } = more;
  return { package: { ecosystem, name }, ranges: ranges.map((events) => ({ events })), ...rest };
};

const on = (name: string, version: string, hit: boolean): Variant => [
  { place: at(name), version, hit },
];

const singleRanges = (random: () => number): Case[] => {
  const digit = () => between(random, 2, 8);
  const [a, b, c, d] = [digit(), digit(), digit(), digit()];
  const two = range("0", `1.${a}.${b}`);
  const later = range("2.0.0", `2.${c}.${d}`);
  return [
    {
      advisories: [about("tide-parser", [range("0", `4.${a}.${b}`)])],
      variants: [
        on("tide-parser", `4.${a}.${b}`, false),
        on("tide-parser", `4.${a}.${b - 1}`, true),
        on("tide-parser", `0.${c}.${d}`, true),
        on("tide-parser", `5.0.${d}`, false),
      ],
    },
    {
      // No version without it is there yet.
      advisories: [about("rope-template", [range(`2.${c}.0`)])],
      variants: [
        on("rope-template", `2.${c}.0`, true),
        on("rope-template", `2.${c - 1}.${b}`, false),
        on("rope-template", `3.${a}.${b}`, true),
      ],
    },
    {
      advisories: [about("buoy-merge", [[...two, ...later]])],
      variants: [
        on("buoy-merge", `1.${a}.${b}`, false),
        on("buoy-merge", `1.${a}.${b - 1}`, true),
        on("buoy-merge", "2.0.0", true),
        on("buoy-merge", `2.${c}.${d}`, false),
      ],
    },
  ];
};

const severalRanges = (random: () => number): Case[] => {
  const digit = () => between(random, 2, 8);
  const [a, b, d] = [digit(), digit(), digit()];
  return [
    {
      advisories: [
        about("mast-router", [range(`3.${b}.0`, `3.${b}.${d}`), range("4.0.0", `4.${a}.0`)]),
      ],
      variants: [
        on("mast-router", `3.${b}.${d - 1}`, true),
        on("mast-router", `3.${b}.${d}`, false),
        on("mast-router", "4.0.0", true),
        on("mast-router", `3.${b - 1}.9`, false),
      ],
    },
    {
      advisories: [about("sail-zip", [range("0", "3.0.0")]), about("sail-zip", [range("2.0.0")])],
      variants: [on("sail-zip", `2.${a}.${d}`, true), on("sail-zip", `1.${b}.0`, true)],
    },
    {
      advisories: [
        about("fog-lights", [range("0", "9.0.0")], { withdrawn: "2026-04-20T08:00:00Z" }),
        about("port-yaml", [range("0", "9.0.0")], { ecosystem: "PyPI" }),
      ],
      variants: [on("fog-lights", `1.${a}.0`, false), on("port-yaml", `5.${b}.1`, false)],
    },
  ];
};

/** What every world has. Parts of versions have one digit here, so that texts compare as numbers do. */
export const plainCases = (random: () => number): Case[] => [
  ...singleRanges(random),
  ...severalRanges(random),
];
