import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseLines } from "../lines/index.ts";
import { arbitraryModel } from "../model/arbitrary.ts";
import { emptyModel, threat } from "../model/model.ts";
import { toCsv } from "./csv.ts";

/** As RFC 4180 reads it. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1)!;
    const sign = text[at]!;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") row.push("");
    else if (!quoted && text.startsWith("\r\n", at)) {
      rows.push([""]);
      at += 1;
    } else row[row.length - 1] += sign;
  }
  return rows.slice(0, -1);
}

const titled = (title: string) => ({
  ...emptyModel("T"),
  threats: [threat.parse({ id: "t", title })],
});

describe("threats as a table", () => {
  it("holds what a reader asks", () => {
    const { model } = parseLines(`model Shop
process api: Order API
mitigate m1 done: Check the owner
  lowers: 3x0
mitigate m2: "Log, and \\"alert\\""
threat t1 TI 4x5 on api by m1, m2: Orders leak`);
    const [head, row] = cellsOf(toCsv(model).text);
    const seen = Object.fromEntries(head!.map((title, index) => [title, row![index]]));
    expect(seen).toMatchObject({
      Id: "t1",
      Title: "Orders leak",
      STRIDE: "TI",
      Targets: "Order API",
      Risk: "20 critical",
      State: "open",
      Mitigations: 'Check the owner (done); Log, and "alert" (proposed)',
    });
    expect(toCsv(model).lost).toEqual([
      "A table of threats holds no more than that: 1 element is not in the file.",
    ]);
  });

  it.each([
    "=1+1",
    "+cmd",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u0000=1",
    "\uFF1D1",
    "|calc",
    "%0A=1",
    "\n@x",
    "\u00a0=1",
  ])("no program takes %j for a formula", (title) => {
    expect(cellsOf(toCsv(titled(title)).text)[1]?.[1]).toBe(`'${title}`);
  });

  it.each(["Plain", "a=b", "3 + 4", 'R&D, "x"', "two\nlines", " space "])("keeps %j", (title) => {
    expect(cellsOf(toCsv(titled(title)).text)[1]?.[1]).toBe(title);
  });

  it("has as many rows and columns as it says, whatever the texts", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const rows = cellsOf(toCsv(model).text);
        expect(rows).toHaveLength(model.threats.length + 1);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        expect(rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
