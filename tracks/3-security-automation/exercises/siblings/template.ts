/**
 * A piece of a web service in Python. `~request` and the like stand for a name as the file imports it, `~view` for what
 * stands above a view; `$f` for a function's name, `$n` for a variable's, `$p` for a parameter's, `$C` for the constant
 * with a folder, `$T` for a table of names. A mark (see ../marked.ts) ends a line that is to be reported.
 */
export type Template = { id: string; family: Family; text: string };

/** Flows in one line or two; what the sample shows besides; and what it does not show. */
export type Family = "basic" | "known" | "unseen";

/** Texts by id, each begun by a new line. */
export const templates = (family: Family, texts: Readonly<Record<string, string>>): Template[] =>
  Object.entries(texts).map(([id, text]) => ({ id, family, text: text.trim() }));
