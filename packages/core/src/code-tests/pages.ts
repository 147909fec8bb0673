import { z } from "zod";

import { viaJson, type Json } from "../json.ts";
import type { Files } from "../kind.ts";
import type { Observations, SandboxPort } from "../ports.ts";
import { driverReport, type StepObservation } from "./schema.ts";
import type { PageAct, Step, VisitStep } from "./steps.ts";

/** What a page shows once its scripts have run and everything that was asked of it was done. */
export type PageObservation = {
  status: number;
  title: string;
  /** What a reader sees, whitespace collapsed, at most 4,000 characters. */
  text: string;
  /** Texts of alert, confirm and prompt, oldest first: the proof that foreign code ran. */
  alerts: string[];
  /** What the page asked for, scripts and pictures as well, whoever it asked. */
  requests: { method: string; url: string; body: string | null }[];
  location: string;
  /** document.cookie: without those that are HttpOnly. */
  cookies: string;
  console: string[];
  messages: { data: Json; to: string }[];
  /** Uncaught errors, scripts that are not there, acts that found nothing. */
  faults: string[];
  /** What the content security policy refused. */
  blocked: { directive: string; what: string }[];
};

/** One page as `lab/page/driver.js` takes it. */
export type PageInput = {
  url: string;
  status: number;
  headers: [string, string][];
  html: string;
  serves: Record<string, Json>;
  acts: PageAct[];
};

const origin = "https://shop.example";
const pageReport = z.object({ pages: z.array(z.json()) });

type Seen = {
  sandbox: SandboxPort;
  files: Files;
  cases: { steps: Step[] }[];
  observed: Observations;
};
type Place = { atCase: number; atStep: number; input: PageInput };

/**
 * Runs the pages that `visit` steps of a finished run got, all in one interpreter, and puts what was seen of
 * them in the place of their answers. A run without visits is returned as it is.
 */
export async function seePages({ sandbox, files, cases, observed }: Seen): Promise<Observations> {
  const report = driverReport.safeParse(observed.result);
  if (observed.end !== "finished" || !report.success) return observed;
  const steps = (at: number) => report.data.cases[at]?.steps ?? [];
  const places = cases.flatMap((one, atCase) =>
    one.steps.flatMap((step, atStep): Place[] => {
      const seen = steps(atCase)[atStep];
      const input = "visit" in step && seen ? pageOf(step.visit, seen, files) : null;
      return input ? [{ atCase, atStep, input }] : [];
    }),
  );
  if (places.length === 0) return observed;
  const pages = places.map(({ input }) => input);
  const ran = await sandbox.run({
    language: "javascript",
    image: "page",
    files,
    input: viaJson({ pages }),
  });
  places.forEach(({ atCase, atStep }, index) => {
    steps(atCase)[atStep] = observationOf(ran, index);
  });
  return { ...observed, result: viaJson(report.data) };
}

/** Null where the program gave no answer that could be shown: the step then stays as it was reported. */
function pageOf(visit: VisitStep, seen: StepObservation, files: Files): PageInput | null {
  const { path, query, hash, file, serves, acts } = visit;
  const search = query ? `${path.includes("?") ? "&" : "?"}${new URLSearchParams(query)}` : "";
  const url = `${origin}${path}${search}${hash === undefined ? "" : `#${hash}`}`;
  if (file === undefined) {
    if (seen.kind !== "http") return null;
    return { url, status: seen.status, headers: seen.headers, html: seen.body, serves, acts };
  }
  const html = Object.hasOwn(files, file) ? files[file] : undefined;
  if (html === undefined || seen.kind === "none") return null;
  return { url, status: 200, headers: [["content-type", "text/html"]], html, serves, acts };
}

function observationOf(ran: Observations, index: number): StepObservation {
  const report = pageReport.safeParse(ran.result);
  const value = ran.end === "finished" && report.success ? report.data.pages[index] : undefined;
  if (value !== undefined) return { kind: "call", value };
  const why = ran.end === "time" ? "its scripts did not end in time" : `the run ended: ${ran.end}`;
  return { kind: "none", error: { type: "PageError", message: `the page was not shown: ${why}` } };
}
