import { expect, test } from "vitest";

import { highlight, plainLines } from "./highlight.ts";
import { languageOf, type CodeLanguage } from "./language-of.ts";

const python = `# a note
@app.route("GET", "/orders")
def list_orders(request):
    if request is None and 3 > 2:
        return f"id {request}"
`;

const toneOf = async (text: string, language: CodeLanguage, word: string) =>
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
  ["type Id = string; // key", "typescript", "key", "comment"],
  ["int size = 12;", "c", "12", "numeral"],
  ["bool ok = true;", "cpp", "true", "keyword"],
  ['{ "Effect": "Allow" }', "json", "Allow", "string"],
  ["on: push # every one", "yaml", "every", "comment"],
  ["FROM node:20 # base", "dockerfile", "FROM", "keyword"],
  ["<p>a</p><!-- note -->", "html", "note", "comment"],
  ["SELECT 12 FROM a", "sql", "SELECT", "keyword"],
  ["<a><!-- note --></a>", "xml", "note", "comment"],
  ["# note\nport=80", "properties", "note", "comment"],
  ["if true; then echo 'x'; fi", "shellscript", "x", "string"],
  ["# note\nport = 80", "toml", "80", "numeral"],
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

test.each([
  ["app/orders.py", "python", "python"],
  ["src/cart.mjs", "javascript", "javascript"],
  ["Dockerfile", "python", "dockerfile"],
  ["deploy/Dockerfile.prod", "python", "dockerfile"],
  [".github/workflows/build.yml", "python", "yaml"],
  ["parse.h", "c", "c"],
  ["parse.h", "cpp", "cpp"],
  ["LICENSE", "python", null],
  ["a.constructor", "python", null],
] as const)("%s beside %s is %s", (path, main, language) => {
  expect(languageOf(path, main)).toBe(language);
});
