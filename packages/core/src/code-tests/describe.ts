import { textOf } from "./match.ts";
import type { StepObservation } from "./schema.ts";
import type { HttpStep, Step, VisitStep } from "./steps.ts";

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
  if ("log" in step) return `log of ${step.log}`;
  if ("file" in step) return `file ${step.file}`;
  if ("race" in step) {
    const { at, first, second } = step.race;
    return `${request(first)}\nmeanwhile, before its statement ${at}: ${request(second)}`;
  }
  if ("visit" in step) return visited(step.visit);
  return request(step.http);
}

function visited({ file, hash, acts, ...step }: VisitStep): string {
  const page = file === undefined ? request(step) : `${step.path} (${file})`;
  const then = acts.map((act) => clip(JSON.stringify(act)));
  return [`browser opens ${page}${hash === undefined ? "" : `#${hash}`}`, ...then].join("\n");
}

function request(step: HttpStep): string {
  const { method, path, as, jar, query, json, form, body, upload } = step;
  const search = query ? `?${new URLSearchParams(query).toString()}` : "";
  const payload =
    json !== undefined
      ? JSON.stringify(json)
      : form !== undefined
        ? new URLSearchParams(form).toString()
        : (body ?? (upload && JSON.stringify(upload)) ?? step.base64);
  const cross = step.cross ? " from another site" : "";
  const who = `${(as ?? jar) === undefined ? "" : ` as ${as ?? jar}`}${cross}`;
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
