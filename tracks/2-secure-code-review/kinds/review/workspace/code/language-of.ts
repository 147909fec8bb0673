import type { ReviewBrief } from "../../brief.ts";

/** By the ending of a file; JavaScript's own endings and those of its dialects alike. */
const byEnding = {
  py: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  java: "java",
  c: "c",
  h: "c",
  cpp: "cpp",
  cc: "cpp",
  hpp: "cpp",
  json: "json",
  sarif: "json",
  yaml: "yaml",
  yml: "yaml",
  dockerfile: "dockerfile",
  html: "html",
  sql: "sql",
  xml: "xml",
  properties: "properties",
  sh: "shellscript",
  toml: "toml",
} as const;

export type CodeLanguage = (typeof byEnding)[keyof typeof byEnding];

/** What a file is written in; null where its ending says nothing, and it is shown plain. */
export function languageOf(
  path: string,
  main: ReviewBrief["language"] | null = null,
): CodeLanguage | null {
  const name = (path.split("/").at(-1) ?? "").toLowerCase();
  if (name === "dockerfile" || name.startsWith("dockerfile.")) return "dockerfile";
  const ending = name.includes(".") ? (name.split(".").at(-1) ?? "") : "";
  // A header says no more than the program that it belongs to.
  if (ending === "h" && main === "cpp") return "cpp";
  return Object.hasOwn(byEnding, ending) ? byEnding[ending as keyof typeof byEnding] : null;
}
