import { describe, expect, it } from "vitest";

import { hedgeRows } from "./hedge-list.ts";
import { vagueRows } from "./vague-list.ts";
import { hedges, vagueWords } from "./wording.ts";

const texts = (found: { text: string }[]) => found.map(({ text }) => text);

describe("hedges", () => {
  it.each([
    ["I think it was probably the key.", ["I think", "probably"]],
    ["Maybe, maybe not.", ["Maybe", "maybe"]],
    ["It was kind of slow and sort of odd.", ["kind of", "sort of"]],
    ["It’s likely the token. I’m not sure.", ["likely", "I’m not sure"]],
    ["It should be fine, as far as I know.", ["should be fine", "as far as I know"]],
    ["I tried to explain it.", ["I tried to"]],
    ["The log was a bit long, more or less.", ["a bit", "more or less"]],
    ["That might be it.", ["might be"]],
    ["It seems to hold.", ["It seems"]],
  ])("%s", (text, expected) => {
    expect(texts(hedges(text))).toEqual(expected);
  });

  it.each([
    "The likelihood was high.",
    "That kind of attack and this sort of flaw.",
    "What kind of key is it?",
    "He is kind, of course.",
    "`maybe` is a name, and so is ```\nmaybe I think\n```",
    "maybe.get() and Option.maybe and Maybe<T> and maybe_null",
    "The Maybe type holds it.",
    "The flag “probably” is a value.",
    "It is less likely than before, and more likely to fail.",
    "We think ahead.",
    "I thinkpad.",
    "A bit of the mask is set.",
    "https://example.com/maybe/probably",
    "Is it kind? Of course.",
    "I think about it, and I believe it.",
    "I'd say: the door is open.",
    "",
  ])("no alarm: %s", (text) => {
    expect(texts(hedges(text))).toEqual([]);
  });
});

describe("vague words", () => {
  it.each([
    ["We used various tools and stuff.", ["various", "stuff"]],
    ["We followed best practices as needed.", ["best practices", "as needed"]],
    ["There was a lot of noise, etc.", ["a lot", "etc"]],
    ["It was robust and properly tested.", ["robust", "properly"]],
    ["We put in some kind of check.", ["some kind of"]],
    ["It improved significantly.", ["significantly"]],
    ["It is state of the art.", ["state of the art"]],
    ["We did it soon.", ["soon"]],
  ])("%s", (text, expected) => {
    expect(texts(vagueWords(text))).toEqual(expected);
  });

  it.each([
    "Are Right, A Lot is a principle.",
    "It fell significantly, from 40 to 6.",
    "As soon as it rang, we went.",
    "Credential stuffing is common.",
    "The parking lot was full.",
    "A variety of fruit.",
    "It has a number of its own, and the leverage is there.",
    "`robust` and robust.check()",
    "The RobustScaler was used.",
    "The word “robust” says nothing.",
    "",
  ])("no alarm: %s", (text) => {
    expect(texts(vagueWords(text))).toEqual([]);
  });

  it("says which fact is missing", () => {
    expect(vagueWords("So various tools.")).toEqual([
      { text: "various", start: 3, end: 10, phrase: "various", instead: "name them" },
    ]);
  });
});

it("lists no phrase twice", () => {
  for (const rows of [hedgeRows, vagueRows]) {
    const phrases = rows.map(({ phrase }) => phrase.toLowerCase());
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  }
});
