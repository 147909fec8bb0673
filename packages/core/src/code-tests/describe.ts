import { textOf } from "./match.ts";
import type { Step, StepObservation } from "./schema.ts";

const shownChars = 400;

/** One step as a learner reads it in the evidence: what was sent, then what came back. */
export function describeStep(step: Step, seen: StepObservation | undefined): string {
  return `${sent(step)}\n${came(seen)}`;
}

function sent(step: Step): string {
  if ("call" in step) {
    return `${step.call.target}(${step.call.args.map((arg) => JSON.stringify(arg)).join(", ")})`;
  }
  if ("sql" in step) return `sql ${step.sql.query}`;
  const { method, path, as, query, json, form, body } = step.http;
  const search = query ? `?${new URLSearchParams(query).toString()}` : "";
  const payload =
    json !== undefined
      ? JSON.stringify(json)
      : form !== undefined
        ? new URLSearchParams(form).toString()
        : body;
  const who = as === undefined ? "" : ` as ${as}`;
  return `${method} ${path}${search}${who}${payload === undefined ? "" : `\n${clip(payload)}`}`;
}

function came(seen: StepObservation | undefined): string {
  if (!seen) return "→ nothing";
  if (seen.kind === "none") return `→ not run: ${seen.error.type}: ${seen.error.message}`;
  const error = seen.error ? ` ${seen.error.type}: ${clip(seen.error.message)}` : "";
  const status = seen.kind === "http" ? ` ${seen.status}` : "";
  const text = seen.error && seen.kind !== "http" ? "" : ` ${clip(textOf(seen))}`;
  return `→${status}${error}${text}`.trimEnd();
}

const clip = (text: string) =>
  text.length > shownChars ? `${text.slice(0, shownChars)}… (${text.length} characters)` : text;
