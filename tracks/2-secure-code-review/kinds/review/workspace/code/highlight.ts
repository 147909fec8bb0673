import { createHighlighterCore, type HighlighterCore, type LanguageRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { useEffect, useState } from "react";

import type { CodeLanguage } from "./language-of.ts";

export type Tone = "plain" | "keyword" | "string" | "numeral" | "name" | "comment";
/** `column` counts from 0. */
export type Token = { column: number; text: string; tone: Tone };

/**
 * A theme whose colours are only names of tones: what is drawn comes from the design tokens by class,
 * so that both schemes share one pass and no inline style is needed under the page's policy.
 */
const tones: Record<string, Tone> = {
  "#000001": "plain",
  "#000002": "keyword",
  "#000003": "string",
  "#000004": "numeral",
  "#000005": "name",
  "#000006": "comment",
};
const colourOf = (tone: Tone) => Object.keys(tones).find((key) => tones[key] === tone) ?? "#000001";

const scopes: [Tone, string[]][] = [
  ["comment", ["comment", "punctuation.definition.comment"]],
  ["string", ["string", "punctuation.definition.string"]],
  ["numeral", ["constant.numeric"]],
  ["keyword", ["keyword", "storage", "constant.language"]],
  ["plain", ["keyword.operator", "meta.embedded", "variable"]],
  ["keyword", ["keyword.operator.logical", "keyword.operator.new"]],
  ["name", ["entity.name.function.decorator", "storage.type.annotation"]],
];

const theme = {
  name: "tones",
  type: "light" as const,
  fg: colourOf("plain"),
  bg: "#ffffff",
  settings: scopes.map(([tone, scope]) => ({ scope, settings: { foreground: colourOf(tone) } })),
};

/** Loaded with the first code that is shown; the engine is plain RegExp, so it needs neither WASM nor eval. */
let loading: Promise<HighlighterCore> | undefined;
const load = (): Promise<HighlighterCore> =>
  (loading ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [theme],
    langs: [],
  }));

const grammars: Record<CodeLanguage, () => Promise<{ default: LanguageRegistration[] }>> = {
  python: () => import("shiki/langs/python.mjs"),
  javascript: () => import("shiki/langs/javascript.mjs"),
  java: () => import("shiki/langs/java.mjs"),
  c: () => import("shiki/langs/c.mjs"),
  cpp: () => import("shiki/langs/cpp.mjs"),
  typescript: () => import("shiki/langs/typescript.mjs"),
  json: () => import("shiki/langs/json.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
  dockerfile: () => import("shiki/langs/dockerfile.mjs"),
  html: () => import("shiki/langs/html.mjs"),
  sql: () => import("shiki/langs/sql.mjs"),
  xml: () => import("shiki/langs/xml.mjs"),
  properties: () => import("shiki/langs/properties.mjs"),
  shellscript: () => import("shiki/langs/shellscript.mjs"),
  toml: () => import("shiki/langs/toml.mjs"),
};

/** The rest of a line that takes longer is plain. The first line of a language also compiles its grammar. */
const lineLimitMs = 5000;

/** Lines of tokens. */
export async function highlight(text: string, language: CodeLanguage): Promise<Token[][]> {
  const highlighter = await load();
  await highlighter.loadLanguage(grammars[language]);
  const { tokens } = highlighter.codeToTokens(text, {
    lang: language,
    theme: theme.name,
    tokenizeTimeLimit: lineLimitMs,
  });
  return tokens.map((line) =>
    line.map(({ content, color, offset }) => ({
      column: offset - (line[0]?.offset ?? 0),
      text: content,
      tone: tones[color?.toLowerCase() ?? ""] ?? "plain",
    })),
  );
}

/** A text without a character has no line. */
export const plainLines = (text: string): Token[][] =>
  text === ""
    ? []
    : text
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => [{ column: 0, text: line, tone: "plain" }]);

/** Plain at once, in colour as soon as the grammar is there; the lines never change. */
export function useHighlighted(text: string, language: CodeLanguage | null): Token[][] {
  const [done, setDone] = useState<{ text: string; lines: Token[][] } | null>(null);
  useEffect(() => {
    if (language === null || text === "") return;
    let wanted = true;
    const whole = text.replace(/\n$/, "");
    void highlight(whole, language).then(
      (lines) => wanted && setDone({ text, lines }),
      // Without a grammar the code stays plain: it can be read and marked all the same.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [text, language]);
  return done?.text === text ? done.lines : plainLines(text);
}
