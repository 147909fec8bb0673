import type { Criterion, Evidence } from "@loopwright/core";
import { classNames, segmentsOf, VerdictMark, type TextMark } from "@loopwright/ui";

import type { Finding } from "../../answer.ts";
import { linesInWords } from "../../range.ts";
import styles from "./explained.module.css";

type ExplainedProps = {
  finding: Finding;
  /** Null where nothing was graded. */
  criterion: Criterion | null;
  reference: string;
};

/** The sentence as written, with what was found in it, beside the reference. */
export function Explained({ finding, criterion, reference }: ExplainedProps) {
  const { impact } = finding;
  return (
    <dl className={styles.impact}>
      <div>
        <dt>Impact as written</dt>
        <dd>{impact.trim() === "" ? "None." : <Said impact={impact} criterion={criterion} />}</dd>
        {criterion && (
          <dd className={styles.found}>
            <VerdictMark verdict={criterion.verdict} />
            <span>{besideIts(finding, criterion.note ?? "")}</span>
          </dd>
        )}
      </div>
      <div>
        <dt>Reference</dt>
        <dd>{reference}</dd>
      </div>
    </dl>
  );
}

const Said = ({ impact, criterion }: Pick<ExplainedProps, "criterion"> & { impact: string }) =>
  segmentsOf(impact, criterion ? marksOf(criterion) : []).map(({ text, marks: [mark] }, index) =>
    mark ? (
      // Segments follow from the text alone, so their place names them.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={classNames(styles.mark, styles[mark.tone])}>
        {text}
      </mark>
    ) : (
      text
    ),
  );

type Quote = Extract<Evidence, { type: "quote" }>;

/** What proves a point stands out as met, also where other points are open. */
function marksOf({ id, verdict, evidence }: Criterion): TextMark[] {
  const tone = verdict === "partly" ? "met" : verdict;
  return evidence
    .filter((one): one is Quote => one.type === "quote")
    .map(({ start, end }) => ({ id, start, end, tone, label: "", says: "" }));
}

/** The lines are named once, above. */
function besideIts(finding: Finding, note: string): string {
  const place = `${linesInWords(finding)}: `;
  const rest = note.startsWith(place) ? note.slice(place.length) : note;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
