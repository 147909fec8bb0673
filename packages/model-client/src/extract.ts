import { isShallow, type Json } from "@loopwright/core";

/** A text of nothing but brackets must not cost its square. */
const startsMax = 50;

/**
 * The JSON objects and arrays that a model's text may mean, the likeliest first: the whole text, what
 * stands in code fences, then the first balanced objects. What a model thinks aloud first is left out.
 */
export function* jsonIn(text: string): Generator<Json> {
  const spoken = withoutThinking(text);
  const seen = new Set<string>();
  for (const candidate of candidates(spoken)) {
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    const value = parsed(candidate);
    if (typeof value === "object" && value !== null && isShallow(value)) yield value;
  }
}

function* candidates(text: string): Generator<string> {
  yield text.trim();
  for (const [, inside = ""] of text.matchAll(/```[a-z]*[ \t]*\r?\n([\s\S]*?)```/gi)) {
    yield inside.trim();
  }
  let from = text.indexOf("{");
  for (let starts = 0; from !== -1 && starts < startsMax; starts++) {
    const end = balancedEnd(text, from);
    if (end !== null) yield text.slice(from, end);
    from = text.indexOf("{", end ?? from + 1);
  }
}

/** Where the object that begins at `from` closes; braces within strings do not count. */
function balancedEnd(text: string, from: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return null;
}

/** Some models begin with <think>…</think>, and braces in it are no answer. */
function withoutThinking(text: string): string {
  const end = text.lastIndexOf("</think>");
  return end === -1 ? text : text.slice(end + "</think>".length);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
