const wordsMax = 200;
/** So much of a key in a row is not to be shown either. */
const tellingChars = 8;

/**
 * A server's words, fit to be shown: one line, short, and none at all where they repeat the key or a
 * part of it, as some do when they refuse it.
 */
export function cleaned(said: string, key: string | null): string {
  if (key !== null && tells(said, key)) return "";
  const line = said.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > wordsMax ? `${line.slice(0, wordsMax)}…` : line;
}

/** Whether the text holds the key, or as much of it as tells something. */
export function tells(text: string, key: string): boolean {
  if (key.length <= tellingChars) return key !== "" && text.includes(key);
  const windows = key.length - tellingChars + 1;
  return Array.from({ length: windows }, (_, at) => key.slice(at, at + tellingChars)).some((part) =>
    text.includes(part),
  );
}
