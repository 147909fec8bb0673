import { posix } from "node:path";

import { patched } from "./patched.ts";

type Path = readonly (string | number)[];

export type References = {
  /** Folder of the YAML file, with a slash at its end. */
  folder: string;
  textOf: (path: string) => string;
  /** Called with what is wrong with the reference at a path of the value. */
  refuse: (message: string, at: Path) => never;
};

/**
 * Replaces every `{ $file: path }` by the text of that file, so that code in an answer is a real file that
 * editors and linters understand, and every `{ $patch: path, change: […] }` by that text with some places
 * written otherwise, so that a wrong answer shows nothing but what is wrong with it.
 */
export function resolveFiles(value: unknown, references: References, at: Path = []): unknown {
  if (Array.isArray(value))
    return value.map((one, index) => resolveFiles(one, references, [...at, index]));
  if (value === null || typeof value !== "object") return value;
  const { folder, textOf, refuse } = references;
  const read = (path: string) => textOf(posix.normalize(posix.join(folder, path)));
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "$file" && typeof first[1] === "string")
    return read(first[1]);
  if (Object.hasOwn(value, "$patch"))
    return patched(value, { read, refuse: (message) => refuse(message, at) });
  return Object.fromEntries(
    entries.map(([name, one]) => [name, resolveFiles(one, references, [...at, name])]),
  );
}
