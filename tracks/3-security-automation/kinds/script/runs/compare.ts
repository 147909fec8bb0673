import type { Json } from "@loopwright/core";

import type { Expected, Finding } from "../../../exercises/exercise.ts";
import type { Output } from "./output.ts";

export type Difference = {
  right: number;
  missing: string[];
  /** Reported, and not so. */
  extra: string[];
  /** Could not be read, and not said. */
  unsaid: string[];
  /** Said not to be readable, and it is. */
  readable: string[];
};

/** What was reported against what is right, by the members that tell findings apart. */
export function compare(
  output: Output,
  expected: Expected,
  identity: readonly string[],
): Difference {
  const wanted = new Set(expected.findings.map((one) => nameOf(one, identity)));
  const given = new Set(output.findings.map((one) => nameOf(one, identity)));
  const said = new Set(output.errors);
  return {
    right: [...wanted].filter((one) => given.has(one)).length,
    missing: [...wanted].filter((one) => !given.has(one)),
    extra: [...given].filter((one) => !wanted.has(one)),
    unsaid: expected.unread.filter((one) => !said.has(one)),
    readable: [...said].filter((one) => !expected.unread.includes(one)),
  };
}

type Share = { value: number; words: string };

/** Of what is right, the share that was found. */
export function recallOf({ right, missing }: Difference): Share {
  const all = right + missing.length;
  const value = all === 0 ? 1 : right / all;
  return { value, words: `${right} of ${all} were found${named(missing)}` };
}

/** Of what was reported, the share that is right. Where nothing was right, none of it was. */
export function precisionOf({ right, extra }: Difference): Share {
  const all = right + extra.length;
  return {
    value: right === 0 ? 0 : right / all,
    words: `${right} of ${all} reports are right${named(extra)}`,
  };
}

/** One or two of them, as examples. */
const named = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` (not ${names.slice(0, 2).join("; ")})`;

const nameOf = (one: Finding | Record<string, Json>, identity: readonly string[]): string =>
  identity.map((member) => textOf(one[member])).join(" · ");

const textOf = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

const shownMax = 4;

/** A difference in words; empty where there is none. */
export function inWords({ missing, extra, unsaid, readable }: Difference): string[] {
  return [
    listed("Not reported", missing),
    listed("Reported, and not so", extra),
    listed("Could not be read, and not said", unsaid),
    listed("Named as an error, and could be read", readable),
  ].filter((line) => line !== "");
}

function listed(title: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > shownMax ? `, and ${names.length - shownMax} more` : "";
  return `${title}: ${names.slice(0, shownMax).join("; ")}${more}.`;
}
