import { maxJsonDepth } from "../model/json.ts";

/** How single values are written and read back. Whatever is odd becomes a JSON string. */

/** What a reader made of a text, or why it could not. */
export type Reading = { value: unknown } | { wrong: string; next: string };

/** A value that could be taken for something else, or does not survive an editor. */
const odd = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Turns of direction and separators of lines are written out, so that a line is what it looks like. */
const hidden = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(
    hidden,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export const isPlain = (text: string): boolean =>
  text !== "" && text === text.trim() && !text.startsWith('"') && !odd.test(text);

export const writeText = (text: string): string => (isPlain(text) ? text : jsonText(text));

export function readText(text: string): Reading {
  if (!text.startsWith('"')) return { value: text };
  const read = readJson(text);
  if ("value" in read && typeof read.value !== "string") return notJson;
  return read;
}

const notJson = {
  wrong: "This is not a whole JSON string.",
  next: 'Begin and end it with ", and write \\" for a quotation mark within.',
};

/** What a model takes, and the record around it. */
const maxDepth = maxJsonDepth + 1;

export function readJson(text: string): Reading {
  let depth = 0;
  for (const one of text.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/[[{\]}]/g) ?? []) {
    depth += one === "[" || one === "{" ? 1 : -1;
    if (depth > maxDepth)
      return { wrong: `The JSON is nested deeper than ${maxDepth}.`, next: "Make it flatter." };
  }
  try {
    // A model is kept as JSON, which does not write −0.
    const value: unknown = JSON.parse(text, (_key, one: unknown) => (one === 0 ? 0 : one));
    return { value };
  } catch {
    return text.startsWith('"')
      ? notJson
      : { wrong: "This is not JSON.", next: "Put the whole value on this line as JSON." };
  }
}

/** Joined by commas where every member allows it. */
export const writeList = (all: readonly string[]): string =>
  all.every((one) => isPlain(one) && !/^\[|,/.test(one)) && all.length > 0
    ? all.join(", ")
    : jsonText(all);

export function readList(text: string): Reading {
  if (!text.startsWith("["))
    return {
      value: text
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    };
  const read = readJson(text);
  if ("wrong" in read) return read;
  return Array.isArray(read.value) && read.value.every((one) => typeof one === "string")
    ? read
    : { wrong: "The list has members that are no strings.", next: 'Write ["one", "two"].' };
}

export const writeNumber = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

export const numberPattern = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/iy;

/** So many numbers, parted by commas. */
export function readNumbers(text: string, form: string): Reading {
  const parts = text.split(",").map((one) => one.trim());
  const values = parts.map(Number);
  return parts.length === form.split(",").length &&
    parts.every((one) => one !== "") &&
    values.every((one) => Number.isFinite(one))
    ? { value: values }
    : { wrong: "Numbers are needed here.", next: `Write ${form}.` };
}
