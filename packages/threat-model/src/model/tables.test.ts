import { describe, expect, it, test } from "vitest";

import { controls } from "./controls.ts";
import { impliedEncryption, protocols } from "./protocols.ts";
import { groups, isIn, technologies, technologyOf } from "./technologies.ts";
import { authentications, encryptions } from "./words.ts";

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
type Row = { id: string; title: string; aliases: readonly string[] };
const protocolRows: Row[] = Object.entries(protocols).map(([id, { title }]) => ({
  id,
  title,
  aliases: [],
}));

/** Words that mean two members: whoever types one would get either. */
function ambiguous(rows: Iterable<Row>): string[] {
  const owner = new Map<string, string>();
  const found: string[] = [];
  for (const { id, title, aliases } of rows)
    // A blank and a hyphen are typed for one another.
    for (const word of [id, title, ...aliases].map((one) => one.toLowerCase().replace(/-/g, " "))) {
      const first = owner.get(word) ?? id;
      owner.set(word, first);
      if (first !== id) found.push(`${word}: ${first}, ${id}`);
    }
  return found;
}

describe.each([
  ["technologies", [...technologies.values()]],
  ["controls", [...controls.values()]],
  ["protocols", protocolRows],
])("%s", (_name, rows) => {
  it("has slugs for ids, and no id twice", () => {
    expect(rows.map(({ id }) => id).filter((id) => !slug.test(id) || id.length > 60)).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("has words that mean one member", () => {
    expect(ambiguous(rows)).toEqual([]);
  });

  it("has words that can be typed in brackets", () => {
    const words = rows.flatMap(({ title, aliases }) => [title, ...aliases]);
    expect(words.filter((one) => one === "" || one !== one.trim() || /[[\]<>,]/.test(one))).toEqual(
      [],
    );
  });
});

it("finds words that mean two members", () => {
  const rows: Row[] = [
    { id: "a", title: "A", aliases: ["same"] },
    { id: "b", title: "Same", aliases: [] },
  ];
  expect(ambiguous(rows)).toEqual(["same: a, b"]);
});

it("keeps words of a flow's brackets apart", () => {
  const states = [...authentications, ...encryptions].filter(
    (one) => one !== "none" && one !== "unknown",
  );
  const rows = states.map((id) => ({ id, title: id.replace(/-/g, " "), aliases: [] }));
  expect(ambiguous([...protocolRows, ...rows, ...controls.values()])).toEqual([]);
});

it("uses groups that are listed, and every group once or more", () => {
  const used = new Set([...technologies.values()].flatMap((one) => one.groups));
  expect([...used].filter((one) => !groups.includes(one))).toEqual([]);
  expect(groups.filter((one) => !used.has(one))).toEqual([]);
});

test.each([
  ["https", "tls"],
  ["http", "none"],
  ["carrier-pigeon", "unknown"],
  ["constructor", "unknown"],
  ["", "unknown"],
])("protocol %s implies %s", (protocol, expected) => {
  expect(impliedEncryption(protocol)).toBe(expected);
});

it("takes a technology of nobody as generic", () => {
  expect(technologyOf("constructor").id).toBe("generic");
  expect(isIn("aws-lambda", "function")).toBe(true);
  expect(isIn("nothing", "function")).toBe(false);
});
