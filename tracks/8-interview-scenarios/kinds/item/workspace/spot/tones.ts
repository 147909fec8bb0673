export type Tone = "plain" | "keyword" | "string" | "numeral" | "comment";
/** `column` counts from 0. */
export type Token = { column: number; text: string; tone: Tone };

const comments: Record<string, string> = {
  python: "#.*",
  bash: "#.*",
  yaml: "(?:^|(?<=\\s))#.*",
  hcl: "#.*|\\/\\/.*",
  dockerfile: "^\\s*#.*",
  nginx: "#.*",
  sql: "--.*",
  javascript: "\\/\\/.*|\\/\\*.*|^\\s*\\*.*",
};
// The same rules for the whole family of braces.
for (const name of ["typescript", "java", "c", "cpp", "go"]) {
  comments[name] = comments["javascript"] ?? "";
}

/** Words that carry the structure, over all languages that snippets are written in. */
const keywords = new Set(
  (
    "and as assert async await break case catch class const continue def default defer delete do elif else enum " +
    "except export extends false final finally for from func function go if implements import in interface " +
    "is lambda let map new nil none not null or package pass private protected public raise range return " +
    "select self static struct super switch this throw throws true try type typedef typeof unsigned var void " +
    "where while with yield int char long short size_t uint8_t uint32_t boolean bool " +
    "FROM RUN COPY ADD USER ENV EXPOSE CMD ENTRYPOINT WORKDIR ARG HEALTHCHECK " +
    "SELECT INSERT UPDATE DELETE INTO VALUES WHERE SET JOIN ON AND OR NOT NULL GRANT TO CREATE TABLE POLICY USING"
  ).split(" "),
);

const string = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\`(?:[^\`\\\\]|\\\\.)*\``;

/**
 * Tones of one line, by simple rules of its language: enough for a snippet of forty lines. What is not
 * known stays plain, and the text is always whole.
 */
export function tonesOf(line: string, language: string): Token[] {
  const comment = comments[language] ?? "(?!)";
  const pattern = new RegExp(`(${comment})|(${string})|(\\b\\d[\\w.]*)|([A-Za-z_]\\w*)`, "g");
  const tokens: Token[] = [];
  let end = 0;
  const push = (text: string, tone: Tone) => {
    if (text !== "") tokens.push({ column: end, text, tone });
    end += text.length;
  };
  for (const { 0: text, 1: remark, 2: quoted, 3: number, index } of line.matchAll(pattern)) {
    push(line.slice(end, index), "plain");
    if (remark !== undefined) push(text, "comment");
    else if (quoted !== undefined) push(text, "string");
    else if (number !== undefined) push(text, "numeral");
    else push(text, isKeyword(text, language) ? "keyword" : "plain");
  }
  push(line.slice(end), "plain");
  return tokens;
}

const prose = new Set(["http", "text", "json", "yaml"]);
const isKeyword = (word: string, language: string): boolean =>
  !prose.has(language) && (keywords.has(word) || ["None", "True", "False"].includes(word));
