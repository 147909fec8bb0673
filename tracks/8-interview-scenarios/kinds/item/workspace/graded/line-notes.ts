import type { Verdict } from "@loopwright/core";

import type { SpotKey } from "../../key.ts";

/** What is said under a line. No verdict: it was neither asked for nor marked. */
type LineNote = { line: number; verdict: Verdict | null; head: string; why: string };

/**
 * A place stands under the line that was marked, or under its first; every wrong line is explained,
 * whether it was marked or not.
 */
export function lineNotes(key: SpotKey, marked: readonly number[]): LineNote[] {
  const places = key.places.map(({ title, lines, why }): LineNote => {
    const hit = lines.find(({ line }) => marked.includes(line));
    const line = hit?.line ?? lines[0]?.line ?? 1;
    const others = lines.filter((one) => one.line !== line).map((one) => one.line);
    const also = others.length === 0 ? "" : ` (${linesWords(others)} counts too)`;
    const head = `${hit ? "Right, and marked" : "Right, but not marked"}: ${title}${also}`;
    return { line, verdict: hit ? "met" : "missed", head, why };
  });
  const wrong = key.wrongLines.map(({ line, why }): LineNote => {
    const hit = marked.includes(line);
    return { line, verdict: hit ? "missed" : null, head: wrongHead(hit), why };
  });
  const known = new Set([
    ...key.places.flatMap(({ lines }) => lines.map(({ line }) => line)),
    ...key.wrongLines.map(({ line }) => line),
  ]);
  const stray = marked
    .filter((line) => !known.has(line))
    .map((line): LineNote => {
      const why = "This line does not answer the question.";
      return { line, verdict: "missed", head: wrongHead(true), why };
    });
  return [...places, ...wrong, ...stray];
}

const wrongHead = (hit: boolean) => (hit ? "Wrong, but marked" : "Wrong, though it may look right");

const linesWords = (lines: readonly number[]): string =>
  `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
