import type { Observations } from "@loopwright/core";

import { parseShallow } from "../calls.ts";
import { callsMaxBytes, resultMaxBytes } from "../limits.ts";
import type { BrowserReport } from "./shapes.ts";

/** A report in another shape is none: it has no result, and what has no result has failed. */
export function observed(calls: Observations["calls"], report: BrowserReport): Observations {
  const { end, result, stdout, stderr } = report;
  const seen = result === null ? undefined : parseShallow(Buffer.from(result, "utf8"));
  const sound = end !== "finished" || seen !== undefined;
  return {
    end: sound ? end : "crashed",
    result: seen ?? null,
    stdout,
    stderr,
    calls,
    where: "browser",
  };
}

/** The largest body of a report: result, output, and room for escapes. */
export const reportMaxBytes = 2 * resultMaxBytes + callsMaxBytes / 8;
