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
