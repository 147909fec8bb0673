import { LineCounter, Parser, parseDocument, isNode, type CST, type Document } from "yaml";
import type { z } from "zod";

import { AppError } from "@loopwright/core";

/** Aliases may not multiply a document: a small file must stay a small value. */
const options = {
  maxAliasCount: 20,
  uniqueKeys: true,
  prettyErrors: true,
  version: "1.2",
} as const;

export type Source = { path: string; text: string };

/** Parses YAML. Throws `invalid-drill` with file and line. */
export function parseYaml({ path, text }: Source): unknown {
  const { document, lines } = open({ path, text });
  try {
    return document.toJS({ maxAliasCount: options.maxAliasCount }) as unknown;
  } catch (cause) {
    throw problem(path, lines.linePos(0).line, `aliases multiply the document (${String(cause)})`);
  }
}

/** Checks a parsed value; an error names file, line, field and what is expected there. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  value: unknown,
  source: Source,
): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === "symbol" ? String(part) : part));
  const line = lineOf(source, path);
  const field = path.length === 0 ? "the file" : path.join(".");
  throw problem(source.path, line, `${field}: ${issue?.message ?? "not as expected"}`);
}

/** Line of a field, or of the nearest field above it that is there. */
export function lineOf(source: Source, path: readonly (string | number)[]): number {
  const { document, lines } = open(source);
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function open({ path, text }: Source): { document: Document; lines: LineCounter } {
  refuseDeep({ path, text });
  const lines = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw problem(path, error.linePos?.[0].line ?? 1, error.message.split("\n")[0] ?? "");
  return { document, lines };
}

/** Far deeper than any drill, far above what the recursion of a parser stands. */
const depthMax = 60;
/** Shorter texts cannot nest deep enough to matter, so most files are parsed once. */
const shallowChars = 2000;

/**
 * Building a document is recursive, and at the end of the stack the engine may end the whole process
 * instead of throwing. The tokens are made and walked without recursion.
 */
function refuseDeep({ path, text }: Source): void {
  if (text.length <= shallowChars) return;
  type Token = { token: unknown; depth: number };
  const todo = [...new Parser().parse(text)].map((token): Token => ({ token, depth: 0 }));
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { token, depth } = next;
    if (depth > depthMax)
      throw problem(path, 1, `the file is nested deeper than ${depthMax} levels`);
    if (typeof token !== "object" || token === null) continue;
    if ("type" in token && token.type === "document" && "value" in token) {
      todo.push({ token: token.value, depth });
    }
    if (!("items" in token)) continue;
    for (const { key, value } of token.items as CST.CollectionItem[]) {
      todo.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
    }
  }
}

export function problem(path: string, line: number, message: string): AppError {
  return new AppError("invalid-drill", {
    message,
    next: "Mend the file; `npx loopwright check` on the drill's folder shows what is left.",
    where: `${path}:${line}`,
  });
}
