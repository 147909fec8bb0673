import type { ShownTrace } from "@loopwright/aws/decision";
import type { Evidence } from "@loopwright/core";

import { traceOf } from "./estate/ask.ts";
import type { Standing } from "./estate/standing.ts";
import { askedInWords } from "./estate/words.ts";
import type { Row } from "./key.ts";
import type { Outcome } from "./table.ts";

/** Surprises shown of one requirement; the table beside the grade has them all. */
const shownMax = 2;

/** The first surprises with their traces; where there is none, the first row that holds. */
export function evidenceOf(standing: Standing, { held, failed }: Outcome): Evidence[] {
  const shown = failed.length > 0 ? failed.slice(0, shownMax) : held.slice(0, 1);
  return shown.map((row) => ({ type: "decision", trace: rowInWords(standing, row) }));
}

function rowInWords(standing: Standing, row: Row): string[] {
  const trace = traceOf(standing, row);
  const stated = `should be ${row.expect === "allow" ? "allowed" : "denied"}`;
  return [
    `${row.about}: ${stated}.`,
    askedInWords(standing.estate, row),
    trace.summary,
    ...gatesInWords(trace),
  ];
}

/** What each gate said, and the statements that say so. */
function gatesInWords({ gates }: ShownTrace): string[] {
  return gates.flatMap(({ gate, level, verdict, policies }) => {
    const name = level === null ? gate : `${gate} (${level})`;
    const applying = policies.flatMap(({ policy, statements }) =>
      statements.filter(({ applies }) => applies).map(({ because }) => `  ${policy}: ${because}`),
    );
    return [`${name} ${verdict}`, ...applying];
  });
}
