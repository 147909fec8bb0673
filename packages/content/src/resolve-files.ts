import { posix } from "node:path";

/**
 * Replaces every `{ $file: path }` by the text of that file, relative to the folder of the YAML file,
 * so that code in an answer is a real file that editors and linters understand.
 */
export function resolveFiles(
  value: unknown,
  folder: string,
  textOf: (path: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((one) => resolveFiles(one, folder, textOf));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "$file" && typeof first[1] === "string") {
    return textOf(posix.normalize(posix.join(folder, first[1])));
  }
  return Object.fromEntries(
    entries.map(([name, one]) => [name, resolveFiles(one, folder, textOf)]),
  );
}
