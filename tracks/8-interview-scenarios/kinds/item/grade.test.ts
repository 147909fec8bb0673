import { passes, type Verdict } from "@loopwright/core";
import { describe, expect, it, test } from "vitest";

import type { ItemAnswer } from "./answer.ts";
import { choose, graded, number, order, spot, spotOne, text, type Material } from "./fixture.ts";

const verdicts = ({ criteria }: ReturnType<typeof graded>) =>
  Object.fromEntries(criteria.map(({ id, verdict }) => [id, verdict]));
const answerOf = (material: Material, answer: ItemAnswer) => verdicts(graded(material, answer));

const chosen = (...ids: string[]): ItemAnswer => ({ form: "choose", chosen: ids });
const put = (...ids: string[]): ItemAnswer => ({ form: "order", order: ids });
const mark = (...lines: number[]): ItemAnswer => ({ form: "spot", file: "lines.py", lines });
const give = (value: string): ItemAnswer => ({ form: "value", value });

describe("choose", () => {
  const met = "met" satisfies Verdict;
  const missed = "missed" satisfies Verdict;
  it.each<[string, ItemAnswer, Verdict[]]>([
    // answer, red, green, blue, grey
    ["exactly the right ones", chosen("blue", "red"), [met, met, met, met, met]],
    ["one too few", chosen("red"), [missed, met, met, missed, met]],
    ["one too many", chosen("red", "green", "blue"), [missed, met, missed, met, met]],
    ["the opposite", chosen("green", "grey"), [missed, missed, missed, missed, missed]],
    ["everything", chosen("red", "green", "blue", "grey"), Array(5).fill(missed)],
    ["nothing", chosen(), Array(5).fill(missed)],
    ["options of another item", chosen("purple"), Array(5).fill(missed)],
    ["an answer of another form", give("red"), Array(5).fill(missed)],
  ])("%s", (_name, answer, [whole, red, green, blue, grey]) => {
    expect(answerOf(choose, answer)).toEqual({
      answer: whole,
      "option-red": red,
      "option-green": green,
      "option-blue": blue,
      "option-grey": grey,
    });
  });

  it("says of each option what was done with it, and why where it was wrong", () => {
    const { criteria } = graded(choose, chosen("red", "green"));
    const shown = criteria.map(({ id, title, note }) => [id, title, note]);
    expect(shown).toEqual([
      ["answer", "Exactly the right options", "2 of 4 options told apart"],
      ["option-red", "Text of red", "chosen, and right"],
      ["option-green", "Text of green", "chosen, but wrong"],
      ["option-blue", "Text of blue", "left out, but right"],
      ["option-grey", "Text of grey", "left out, and rightly so"],
    ]);
    expect(criteria[2]?.evidence).toEqual([
      { type: "reason", text: "This is how it is with green, and here is why" },
      { type: "element", id: "green", note: "chosen" },
    ]);
  });
});

describe("order", () => {
  it.each<[string, ItemAnswer, Verdict]>([
    ["the order of the key", put("one", "two", "three", "four", "five"), "met"],
    ["the other way within a slot", put("one", "three", "two", "four", "five"), "met"],
    ["one swap of neighbours", put("one", "two", "three", "five", "four"), "partly"],
    ["two swaps", put("two", "one", "three", "five", "four"), "missed"],
    ["a step that jumps", put("five", "one", "two", "three", "four"), "missed"],
    ["reversed", put("five", "four", "three", "two", "one"), "missed"],
    ["as it was shown", put("four", "one", "five", "three", "two"), "missed"],
    ["a step too few", put("one", "two", "three", "four"), "missed"],
    ["nothing", put(), "missed"],
    ["a stranger beside them", put("six", "one", "two", "three", "four", "five"), "missed"],
    ["a stranger", put("one", "two", "three", "four", "six"), "missed"],
    ["an answer of another form", give("one"), "missed"],
  ])("%s", (_name, answer, verdict) => {
    expect(answerOf(order, answer)).toEqual({ answer: verdict });
  });

  it("says what was not done", () => {
    const reason = (answer: ItemAnswer) => graded(order, answer).criteria[0]?.evidence;
    expect(reason(put("four", "one", "five", "three", "two"))).toEqual([
      { type: "reason", text: "The steps were left as they were shown." },
    ]);
    expect(reason(put("one"))).toEqual([
      { type: "reason", text: "Not every step was put into order." },
    ]);
  });

  it("with three steps nothing is right in part", () => {
    const { brief, key } = order;
    if (brief.form !== "order" || key.form !== "order") throw new Error("not an order");
    const steps = ["three", "two", "one"].map((id) => ({ id, text: id }));
    const short: Material = {
      ...order,
      brief: { ...brief, steps },
      key: { ...key, order: ["one", "two", "three"] },
    };
    expect(answerOf(short, put("two", "one", "three"))).toEqual({ answer: "missed" });
  });
});

describe("spot", () => {
  it.each<[string, Material, ItemAnswer, Verdict]>([
    ["both places", spot, mark(3, 6), "met"],
    ["on another of its lines", spot, mark(6, 4), "met"],
    ["on all of its lines", spot, mark(3, 4, 6), "met"],
    ["a line marked twice", spot, mark(3, 6, 3), "met"],
    ["one of two", spot, mark(3), "partly"],
    ["one of two, and one beside", spot, mark(3, 7), "missed"],
    ["all, and one beside", spot, mark(3, 6, 8), "missed"],
    ["every line", spot, mark(1, 2, 3, 4, 5, 6, 7, 8), "missed"],
    ["no line", spot, mark(), "missed"],
    ["the lines of another file", spot, { form: "spot", file: "app.py", lines: [3, 6] }, "missed"],
    ["the one place", spotOne, mark(4), "met"],
    ["two lines where one was asked for", spotOne, mark(3, 4), "missed"],
    ["a wrong line", spotOne, mark(7), "missed"],
    ["an answer of another form", spotOne, give("3"), "missed"],
  ])("%s", (_name, material, answer, verdict) => {
    expect(answerOf(material, answer)).toEqual({ answer: verdict });
  });

  it("explains a wrong line in its evidence", () => {
    const [answer] = graded(spot, mark(3, 7)).criteria;
    expect(answer?.note).toBe("1 of 2 found, 1 marked beside");
    expect(answer?.evidence).toEqual([
      { type: "lines", file: "lines.py", from: 3, to: 3, note: "right" },
      {
        type: "lines",
        file: "lines.py",
        from: 7,
        to: 7,
        note: "This is how it is with line 7, and here is why",
      },
    ]);
  });
});

describe("value", () => {
  it.each<[string, Material, string, Verdict]>([
    ["the value", text, "HttpOnly", "met"],
    ["in other capitals, with spaces", text, "  http Only ", "met"],
    ["in quotes", text, "`HttpOnly`.", "met"],
    ["another accepted form", text, "http-only", "met"],
    ["a near miss", text, "Secure", "missed"],
    ["more than the value", text, "HttpOnly and Secure", "missed"],
    ["nothing", text, "   ", "missed"],
    ["the number", number, "2.5", "met"],
    ["at the edge", number, "3 s", "met"],
    ["with a comma", number, "2,5", "met"],
    ["beyond the edge", number, "3.01", "missed"],
    ["a near miss", number, "25", "missed"],
    ["words", number, "about two", "missed"],
  ])("%s", (_name, material, value, verdict) => {
    expect(answerOf(material, give(value))).toEqual({ answer: verdict });
  });

  it.each([
    ["a near miss that the key knows", text, "secure", "a near miss"],
    ["a number that is none", number, "two", "not read as a number"],
    ["any other value", text, "Path", "not the value that was asked for"],
  ])("%s", (_name, material, value, note) => {
    expect(graded(material, give(value)).criteria[0]?.note).toBe(note);
  });

  it("quotes what was typed, where it stands, and explains a near miss", () => {
    expect(graded(text, give("  Secure")).criteria[0]?.evidence).toEqual([
      { type: "quote", text: "Secure", start: 2, end: 8 },
      { type: "reason", text: "This is how it is with Secure, and here is why" },
    ]);
  });
});

test.each<[string, Material, ItemAnswer, string[]]>([
  [
    "a right answer is left with the lesson",
    choose,
    chosen("red", "blue"),
    ["Take along: A lesson that is one sentence long."],
  ],
  [
    "what is taken for right leads, and three remarks are the most",
    choose,
    chosen("green", "grey"),
    ["Leave out “Text of green”. ", "Leave out “Text of grey”. ", "Take along: "],
  ],
  [
    "an order names the pair that stands wrong",
    order,
    put("one", "two", "three", "five", "four"),
    ["Put “Text of four” before “Text of five”. ", "Take along: "],
  ],
  [
    "a wrong line comes before a missed one",
    spot,
    mark(3, 7),
    ["Leave line 7 alone. ", "Mark line 6: Late place. ", "Take along: "],
  ],
  [
    "a value is told with its unit",
    number,
    give("25"),
    ["Answer 2.5 s (± 0.5). This is how it is with ten times as long", "Take along: "],
  ],
])("remarks: %s", (_name, material, answer, begins) => {
  const { remarks } = graded(material, answer);
  const cut = remarks.map(({ text: said }, index) => said.slice(0, begins[index]?.length));
  expect(cut).toEqual(begins);
});

test("one slip among many options does not pass", () => {
  expect(passes(graded(choose, chosen("red", "blue", "grey")).criteria).passed).toBe(false);
});
