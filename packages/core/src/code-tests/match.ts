import { canonicalJson, isShallow, type Json } from "../json.ts";
import { matchedTextMax } from "./pattern.ts";
import type { Matcher, StepObservation } from "./schema.ts";

type Check = (matcher: Matcher, seen: StepObservation) => string | null;

/** Null where the observation is what the matcher expects, else what was expected instead. */
export function mismatch(matcher: Matcher, seen: StepObservation | undefined): string | null {
  if (!seen) return "nothing was reported for this step";
  if (seen.kind === "none")
    return `the step did not run: ${seen.error.type}: ${seen.error.message}`;
  for (const check of checks) {
    const problem = check(matcher, seen);
    if (problem !== null) return problem;
  }
  return null;
}

const checks: Check[] = [
  ({ status }, seen) => {
    if (status === undefined) return null;
    const allowed = [status].flat();
    const found = seen.kind === "http" ? seen.status : null;
    return found !== null && allowed.includes(found) ? null : `expected status ${either(allowed)}`;
  },
  ({ raises }, seen) => {
    if (raises === undefined) return null;
    const type = seen.kind === "none" ? null : (seen.error?.type ?? null);
    if (raises === false) return type === null ? null : `expected no error, ${type} was raised`;
    return type === raises ? null : `expected ${raises} to be raised`;
  },
  ({ contains }, seen) => {
    const missing = [contains ?? []].flat().find((part) => !textOf(seen).includes(part));
    return missing === undefined ? null : `expected ${quote(missing)} in what came back`;
  },
  ({ lacks }, seen) => {
    const leaked = [lacks ?? []].flat().find((part) => textOf(seen).includes(part));
    return leaked === undefined ? null : `${quote(leaked)} must not come back`;
  },
  ({ matches }, seen) => {
    if (matches === undefined) return null;
    const text = textOf(seen);
    if (text.length > matchedTextMax) {
      return `expected at most ${matchedTextMax} characters, ${text.length} came back`;
    }
    const fits = new RegExp(matches, "s").test(text);
    return fits ? null : `expected what came back to match ${matches}`;
  },
  ({ json }, seen) => {
    for (const [pointer, expected] of Object.entries(json ?? {})) {
      const found = at(valueOf(seen), pointer);
      if (canonicalJson(found) !== canonicalJson(expected)) {
        return `expected ${pointer || "the value"} to be ${shown(expected)}, it is ${shown(found)}`;
      }
    }
    return null;
  },
  ({ withinMs }, seen) => {
    if (withinMs === undefined) return null;
    const took = "ms" in seen ? seen.ms : undefined;
    if (took !== undefined && took <= withinMs) return null;
    return `expected it to be over in ${withinMs} ms, it took ${took === undefined ? "longer" : `${Math.round(took)} ms`}`;
  },
  ({ equals }, seen) =>
    equals === undefined || canonicalJson(valueOf(seen)) === canonicalJson(equals)
      ? null
      : `expected ${shown(equals)}`,
  ({ count }, seen) => {
    if (count === undefined) return null;
    const value = valueOf(seen);
    return Array.isArray(value) && value.length === count ? null : `expected ${count} entries`;
  },
  ({ header }, seen) => {
    for (const [name, expected] of Object.entries(header ?? {})) {
      const found = headerOf(seen, name);
      if (found !== expected) {
        return `expected header ${name} to be ${shown(expected)}, it is ${shown(found)}`;
      }
    }
    return null;
  },
];

/** The text of what came back: a body, or the JSON of a value or of rows. */
export function textOf(seen: StepObservation): string {
  if (seen.kind === "http") return seen.body;
  if (seen.kind === "none") return "";
  return JSON.stringify(valueOf(seen) ?? null);
}

function valueOf(seen: StepObservation): Json | undefined {
  if (seen.kind === "call") return seen.value;
  if (seen.kind === "sql") return seen.rows;
  if (seen.kind === "none") return undefined;
  try {
    const value = JSON.parse(seen.body) as Json;
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 6901 without URI fragments; undefined where nothing stands there. */
function at(value: Json | undefined, pointer: string): Json | undefined {
  let here: Json | undefined = value;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, Json>)[name];
  }
  return here;
}

function headerOf(seen: StepObservation, name: string): string | null {
  if (seen.kind !== "http") return null;
  return seen.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

const either = (list: readonly number[]) => list.join(" or ");
const quote = (text: string) => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
const shown = (value: Json | undefined) =>
  value === undefined ? "absent" : quote(JSON.stringify(value));
