import { expect, test } from "vitest";

import { material, portsReporting } from "./fixture.ts";
import { prove } from "./prove.ts";

/** The starter's part of the proof; prove-mutants.test.ts has the rest. */
const proofOf = async (holds: boolean[]) => {
  const ports = portsReporting(holds);
  const lines = await prove({ ...material, exemplars: [], wrong: [], ports });
  return lines.filter(({ what }) => !what.includes("put back alone"));
};

const functions = [true, true];
const attacks = Array<boolean>(6).fill(false);

test("a starter that works and can be attacked is proven", async () => {
  const proof = await proofOf([...functions, ...attacks]);
  expect(proof.map(({ ok }) => ok)).toEqual(Array(8).fill(true));
});

test.each([
  ["an attack that fails on the starter", [...functions, true, ...attacks.slice(1)], "injection 1"],
  ["a function that fails on the starter", [false, true, ...attacks], "lists orders"],
])("%s is named", async (_name, holds, named) => {
  const broken = (await proofOf(holds)).filter(({ ok }) => !ok);
  expect(broken.map(({ what }) => what)).toEqual([expect.stringContaining(named)]);
  expect(broken[0]?.detail).toContain("GET /orders");
});
