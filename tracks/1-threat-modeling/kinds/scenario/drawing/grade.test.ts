import { describe, expect, test } from "vitest";

import { graded, reference, verdicts } from "../fixtures/model.ts";

const half = "actor guest: Guest\nprocess page: Album page\nguest -> page\n";

describe("the drawing", () => {
  test.each<[string, string, string]>([
    ["the reference", reference, "elements met, flows met, boundaries met"],
    ["nothing", "", "elements missed, flows missed, boundaries missed"],
    ["blank lines", " \n\n", "elements missed, flows missed, boundaries missed"],
    ["half of it, without zones", half, "elements partly, flows partly, boundaries missed"],
    [
      "no lines of this language",
      "The guests look at it.",
      "elements missed, flows missed, boundaries missed",
    ],
    ["JSON that is none", "{ guests", "elements missed, flows missed, boundaries missed"],
    ["JSON of something else", '{"format": 2}', "elements missed, flows missed, boundaries missed"],
    [
      "another system",
      `zone desk 90: Trading desk
actor trader: Equities trader
process ticker in desk: Market ticker
process margin in desk: Margin calculator
store positions in desk: Open positions
trader -> ticker: watch prices
ticker -> margin: recompute exposure
margin -> positions: settle overnight
`,
      "elements missed, flows missed, boundaries missed",
    ],
  ])("%s", async (_name, model, found) => {
    expect(verdicts(await graded("draw", { model }))).toBe(found);
  });

  test("tells the line that could not be read, and grades the rest", async () => {
    const { criteria } = await graded("draw", { model: `${reference}\nprocess in nowhere [[[\n` });
    const said = criteria.flatMap(({ evidence }) => evidence);
    expect(criteria.map(({ verdict }) => verdict)).toEqual(["met", "met", "met"]);
    expect(said).toContainEqual({
      type: "reason",
      text: expect.stringMatching(/Not read, line 16/),
    });
  });

  test("shows what matched, what is missing and what is beyond", async () => {
    const { criteria, measures, remarks } = await graded("draw", {
      model: `${half}store bank: Ledger\n`,
    });
    const notes = criteria.flatMap(({ evidence }) =>
      evidence.flatMap((one) => (one.type === "element" ? [`${one.id}: ${one.note}`] : [])),
    );
    expect(notes).toEqual(
      expect.arrayContaining([
        "guest: stands for Guest",
        "album: missing: Album",
        "bank: beyond the reference: Ledger",
      ]),
    );
    expect(measures.map(({ id }) => id)).toEqual(["f1-elements", "f1-flows", "f1-boundaries"]);
    expect(remarks[0]?.text).toMatch(/Put a boundary|Draw every part/);
  });
});
