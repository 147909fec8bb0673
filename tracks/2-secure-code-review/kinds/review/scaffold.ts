import type { Files, Scaffold } from "@loopwright/core";

import { path as usable, type ReviewBrief } from "./brief.ts";

type Language = ReviewBrief["language"];

const languageOf: Record<string, Language> = {
  py: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  ts: "javascript",
  tsx: "javascript",
  java: "java",
  c: "c",
  h: "c",
  cc: "cpp",
  cpp: "cpp",
  hpp: "cpp",
};

/**
 * A drill from a person's own code: everything is there to review it against the clock. The key is a blank
 * with one flaw on the first line, marked FILL IN, since only a person knows what is wrong with the code.
 */
export const scaffold: Scaffold = ({ slug, title, files }) => {
  const paths = Object.keys(files).filter((path) => usable.safeParse(path).success);
  const [first = ""] = paths;
  const code = Object.fromEntries(paths.map((path) => [`files/${path}`, files[path] ?? ""]));
  const language = mostOf(paths);
  return {
    ...code,
    "drill.yaml": drillYaml({ slug, title, language }),
    "brief.yaml": briefYaml(paths, language),
    "brief.md": briefMd(title),
    "hints.md": hintsMd,
    "answer/key.yaml": keyYaml(first, firstLineOf(files[first] ?? "")),
  } satisfies Files;
};

function mostOf(paths: readonly string[]): Language {
  const counts = new Map<Language, number>();
  for (const path of paths) {
    const language = languageOf[path.slice(path.lastIndexOf(".") + 1)];
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? "python";
}

const quoted = (text: string): string => JSON.stringify(text);

const firstLineOf = (text: string) => {
  const lines = text.split("\n");
  const index = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  return { number: index + 1, text: (lines[index] ?? "").trim() };
};

type Named = { slug: string; title: string; language: Language };
const drillYaml = ({ slug, title, language }: Named): string => `id: ${slug}
format: 1
kind: review
title: ${quoted(title)}
level: 2
size: full
stages: [review]
minutes: { aim: 7, limit: 10 }
languages: [${language}]
concepts: [own-code]
status: draft
`;

const briefYaml = (paths: readonly string[], language: Language): string => `language: ${language}
review: # files to review, in reading order; remove what is not worth it
${paths.map((path) => `  - ${path}`).join("\n")}
`;

const briefMd = (title: string): string => `${title}: FILL IN what this code does, who calls it, \
and who may do what.

## 1. Find

Mark every line that lets somebody do what they should not. Look at what is missing as well as at what is written.

## 2. Explain

Give each finding its CWE, a severity by the harm it does, and a sentence or two on what an attacker gains and what it
costs a customer.
`;

const hintsMd = `## 1. Find

Go from handler to handler and say for each one whose data it answers with, and what it takes from the request.

## 2. Explain

Ask how many customers one attacker reaches, and whether an account of their own is all it takes.
`;

const keyYaml = (file: string, line: { number: number; text: string }): string => `flaws:
  # One entry for each flaw. Everything that says FILL IN is a blank.
  - id: fill-in
    title: FILL IN what is wrong
    cwe: [20] # the classes that count in full, the most precise first
    severity: medium
    omission: false # true where a check is absent: mark the handler that lacks it
    lines: # every range that a good reviewer may mark
      - { file: ${quoted(file)}, from: ${line.number}, to: ${line.number}, has: ${quoted(line.text)} }
    path: # from source to sink
      - { file: ${quoted(file)}, line: ${line.number}, note: "FILL IN what happens here" }
    impact: "FILL IN: the attacker gains something, and a customer loses something."
    explains: # what the sentence of a finding has to say, by groups of words
      - id: harm
        title: FILL IN who gains what
        ways:
          - ["attacker* | anyone | stranger*", "gain* | read* | chang*"]
        plain:
          - "Anyone gains something."
          - "An attacker reads it."
    why: "FILL IN the rule that was broken."
    fix: "FILL IN the smallest safe repair."
    prevent: "FILL IN what keeps the whole class out."
    ask: "FILL IN what an interviewer would ask next."
    say: "FILL IN the finding as it is said in the room."
    scale: "FILL IN how the repair reaches a thousand services."
decoys: [] # lines that look bad and are safe: { id, file, from, to, has, why }
neutral: [] # lines whose marking neither helps nor hurts: { file, from, to, has, why }
`;
