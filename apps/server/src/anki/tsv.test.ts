import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fromHtml, toHtml } from "./html.ts";
import { conceptsOf, readTsv, writeTsv } from "./tsv.ts";

const nul = String.fromCodePoint(0);

/** "front | back | tags" of each card, then "line: what is wrong". */
const told = (text: string): string[] => {
  const { cards, problems } = readTsv(text);
  return [
    ...cards.map(({ front, back, concepts }) => [front, back, ...concepts].join(" | ")),
    ...problems.map(({ line, message }) => `${line}: ${message}`),
  ];
};

describe("a text file of cards", () => {
  test.each<[string, string, string[]]>([
    ["two columns", "a\tb\nc\td", ["a | b", "c | d"]],
    ["tags", "a\tb\tAWS::S3 Public_Access", ["a | b | aws-s3 | public-access"]],
    [
      "line ends of Windows, a mark at the start, lines without anything",
      "\uFEFFa\tb\r\n\r\n \t \r\nc\td\r\n",
      ["a | b", "c | d"],
    ],
    [
      "several lines in quotation marks",
      'a\t"one\ntwo ""x"""\nc\td',
      ['a | one\ntwo "x"', "c | d"],
    ],
    [
      "the header of Anki",
      "#separator:tab\n#html:true\n#tags column:3\na<br>b\t&lt;i&gt;\tx",
      ["a\nb | <i> | x"],
    ],
    [
      "columns of Anki's own",
      "#guid column:1\n#notetype column:2\n#deck column:3\ng\tBasic\tMine\tfront\tback",
      ["front | back"],
    ],
    [
      "HTML that nobody declared is text",
      "<b>a</b>\t<script>alert(1)</script>",
      ["<b>a</b> | <script>alert(1)</script>"],
    ],
    [
      "scripts in declared HTML",
      "#html:true\na\t<script>alert(1)</script>b<img src=x onerror=alert(1)>",
      ["a | b"],
    ],
    [
      "one column",
      "a\tb\nalone\nc\td",
      ["a | b", "c | d", "2: Front and back are needed, with a tab between them."],
    ],
    ["too many columns", "a\tb\tc\td", ["1: There are 4 columns; front, back and tags are read."]],
    [
      "another separator",
      "#separator:Comma\na,b",
      [
        "1: Fields are parted by tabs here, not by “Comma”.",
        "2: Front and back are needed, with a tab between them.",
      ],
    ],
    [
      "an empty side",
      "a\tb\n\tb\na\t ",
      ["a | b", "2: The front is empty.", "3: The back is empty."],
    ],
    [
      "a side without end",
      `a\t${"x".repeat(4001)}`,
      ["1: The back is too long: 4,000 characters fit."],
    ],
    ["U+0000", `a${nul}\tb\nc\td`, ["c | d", "1: It holds a character that is no text (U+0000)."]],
    [
      "a quotation mark that never closes",
      'a\tb\n"c\td\ne\tf',
      ["a | b", "2: A quotation mark opens here and never closes; nothing behind it was read."],
    ],
    [
      "problems are told by the line on which a card begins",
      '"a\nb"\tc\nalone',
      ["a\nb | c", "3: Front and back are needed, with a tab between them."],
    ],
    ["nothing", "", []],
    ["a header alone", "#html:false\n", []],
  ])("%s", (_name, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("ten megabytes of it are read to the limit, and told so", () => {
    const text = Array.from({ length: 200_000 }, (_, n) => `question ${n}\t${"x".repeat(40)}`).join(
      "\n",
    );
    const { cards, problems } = readTsv(text);
    expect(cards).toHaveLength(20_000);
    expect(problems).toMatchObject([{ line: 20_001 }]);
  });

  test("one quotation mark in front of ten megabytes costs nothing", () => {
    expect(readTsv(`"${"a\t".repeat(5_000_000)}`).problems).toHaveLength(1);
  });

  const side = fc
    .string({ unit: "binary", minLength: 1, maxLength: 60 })
    .map((one) => one.trim())
    .filter((one) => one !== "" && !one.includes(nul) && !one.includes("\r"));
  const concepts = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/), {
    maxLength: 4,
  });

  test("what was written is read as it was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ front: side, back: side, concepts }), { maxLength: 8 }),
        (given) => {
          const { cards, problems } = readTsv(writeTsv(given));
          expect(problems).toEqual([]);
          expect(cards.map(({ line: _line, ...card }) => card)).toEqual(given);
        },
      ),
    );
  });
});

test.each([
  ["", []],
  ["Two  words", ["two", "words"]],
  ["same SAME", ["same"]],
  ["…", []],
])("tags “%s” are concepts %j", (tags, concepts) => {
  expect(conceptsOf(tags)).toEqual(concepts);
});

test.each([
  ['a < b & "c"', "a &lt; b &amp; &quot;c&quot;"],
  ["`kms:Decrypt` and **both**\n\nnext", "<code>kms:Decrypt</code> and <b>both</b><br><br>next"],
  ["see:\n\n~~~python\nif a < b:\n    **x\n~~~", "see:<pre>if a &lt; b:\n    **x</pre>"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["`<img onerror=x>`", "<code>&lt;img onerror=x&gt;</code>"],
])("%j becomes %j", (markdown, html) => {
  expect(toHtml(markdown)).toBe(html);
});

test.each([
  ["<div>a</div><div>b</div>", "a\nb"],
  ["a&nbsp;b &#233; &#x1F600; &unknown;", "a b é 😀 &unknown;"],
  ["<style>p { }</style><!-- x -->a<script>unclosed", "a"],
  ["5 < 6", "5 < 6"],
])("%j is read as %j", (html, text) => {
  expect(fromHtml(html)).toBe(text);
});
