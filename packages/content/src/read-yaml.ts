import { LineCounter, parseDocument, isNode, type Document } from "yaml";
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
  const lines = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw problem(path, error.linePos?.[0].line ?? 1, error.message.split("\n")[0] ?? "");
  return { document, lines };
}

export function problem(path: string, line: number, message: string): AppError {
  return new AppError("invalid-drill", {
    message,
    next: "Mend the file; `npx loopwright check` on the drill's folder shows what is left.",
    where: `${path}:${line}`,
  });
}
