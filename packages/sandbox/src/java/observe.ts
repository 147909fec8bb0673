import type { Job, Json, Observations } from "@loopwright/core";

/** What is seen of a program that does not compile: no step of any case could be taken. */
export function notCompiled({ input }: Job, errors: readonly string[]): Observations {
  const [message = "The program does not compile."] = errors;
  const none: Json = { kind: "none", error: { type: "CompileError", message } };
  const cases = casesOf(input).map((one) => ({ steps: stepsOf(one).map(() => none) }));
  const stderr = `${errors.join("\n")}\n`;
  return { end: "finished", result: { cases }, stdout: "", stderr, calls: [] };
}

const casesOf = (input: Json): Json[] => listIn(input, "cases");
const stepsOf = (one: Json): Json[] => listIn(one, "steps");

function listIn(value: Json, name: string): Json[] {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  const found = value[name];
  return Array.isArray(found) ? found : [];
}
