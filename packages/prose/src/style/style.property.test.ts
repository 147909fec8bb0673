import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  audiences,
  hedges,
  jargon,
  numbers,
  passives,
  pronouns,
  readability,
  styleMeasures,
  styleRemarks,
  vagueWords,
  type Quoted,
} from "./index.ts";

const pieces = fc.constantFrom(
  ..."I we was were got rotated by the attacker from to 40 6 % minutes none halved in a month SSRF which means ( ) maybe `code ``` < > http:// https://a.b 1.2.3.4 TLS 1.3 :8080 $ € one of twenty five hundred million and half — – - … . , ; : ! ? \n \n\n - * 漢字 。 مرحبا é 😀 \ud83d \udc00 \u0000 kind sort 3x p99 300ms Q3 2023 March 2024-03-15 as needed".split(
    " ",
  ),
  " ",
  "\n",
);
const gluedText = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const spacedText = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(" "));
const anyText = fc.oneof(gluedText, spacedText, fc.string({ unit: "binary", maxLength: 200 }));

const quotesOf = (text: string): Quoted[] => [
  ...audiences.flatMap((audience) => jargon(text, audience)),
  ...hedges(text),
  ...vagueWords(text),
  ...passives(text).flatMap((one) => (one.agent ? [one, one.agent] : [one])),
  ...pronouns(text).i,
  ...pronouns(text).we,
  ...numbers(text).flatMap((figure) => [figure, ...Object.values<Quoted>(figure.triple)]),
];

describe("for any text", () => {
  it("every quote is the slice of the text that its offsets name", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: words, start, end } of quotesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(words);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("figures stand from left to right and never overlap; values are finite", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, value, high } of numbers(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect([value, high].every((one) => one === null || Number.isFinite(one))).toBe(true);
          last = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("the summary has finite values, and at most three remarks lead", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...audiences), (text, audience) => {
        expect(styleMeasures(text, audience).every(({ value }) => Number.isFinite(value))).toBe(
          true,
        );
        expect(styleRemarks(text, audience).length).toBeLessThanOrEqual(3);
        expect(readability(text).words).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
