import { expect, test } from "vitest";

import { highlight, plainLines } from "./highlight.ts";

const python = `# a note
@app.route("GET", "/orders")
def list_orders(request):
    if request is None and 3 > 2:
        return f"id {request}"
`;

const toneOf = async (text: string, language: "python" | "javascript" | "java", word: string) =>
  (await highlight(text, language)).flat().find((token) => token.text.includes(word))?.tone;

test.each([
  [python, "python", "note", "comment"],
  [python, "python", "GET", "string"],
  [python, "python", "def", "keyword"],
  [python, "python", "None", "keyword"],
  [python, "python", "and", "keyword"],
  [python, "python", "3", "numeral"],
  [python, "python", "list_orders", "plain"],
  ["const total = 3; // sum", "javascript", "const", "keyword"],
  ["const total = 3; // sum", "javascript", "sum", "comment"],
  ['String name = "x";', "java", "x", "string"],
] as const)("%j in %s: “%s” is %s", async (text, language, word, tone) => {
  expect(await toneOf(text, language, word)).toBe(tone);
});

test("no character is lost or moved", async () => {
  const lines = await highlight(python, "python");
  expect(lines.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(python);
});

test("plain lines end where the file ends", () => {
  expect(plainLines("a\n\nb\n").map((line) => line[0]?.text)).toEqual(["a", "", "b"]);
});
