/** What a typed text stands for, or why it stands for nothing yet. */
export type Parsed<T> = { value: T } | { problem: string };

export const nameMax = 200;

/** A text of at most `max` characters, as it is: inner and outer blanks are the writer's. */
export const textUpTo =
  (max: number) =>
  (text: string): Parsed<string> =>
    text.length <= max
      ? { value: text }
      : { problem: `${text.length - max} characters too many: at most ${max} fit.` };

/** A name that every list and every line can show. */
export function parseName(text: string): Parsed<string> {
  if (text.trim() === "") return { problem: "A name is needed; the last one still holds." };
  return textUpTo(nameMax)(text);
}

/** A number within bounds. The empty field is not zero. */
export const numberIn =
  (min: number, max: number) =>
  (text: string): Parsed<number> => {
    const value = Number(text);
    const fits = text.trim() !== "" && Number.isFinite(value) && value >= min && value <= max;
    return fits
      ? { value }
      : { problem: `A number from ${min} to ${max}; the last one still holds.` };
  };

/** Lower-case words joined by hyphens, made of what was typed: "Own protocol" is "own-protocol". */
export function parseSlug(text: string): Parsed<string> {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug === "") return { problem: "A word needs a letter or a digit." };
  if (slug.length > 60) return { problem: "At most 60 characters fit." };
  return { value: slug };
}

/** "CWE-89", "89" */
export const parseNumberOf =
  (prefix: string) =>
  (text: string): Parsed<number> => {
    const [, digits] =
      new RegExp(`^(?:${prefix}-?)?\\s*([1-9]\\d{0,5})$`, "i").exec(text.trim()) ?? [];
    return digits === undefined
      ? { problem: `“${text.trim()}” is no ${prefix} number: 89, or ${prefix}-89.` }
      : { value: Number(digits) };
  };
