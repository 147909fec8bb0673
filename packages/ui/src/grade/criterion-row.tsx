import type { Contest, Criterion, Evidence } from "@loopwright/core";

import { ContestForm } from "./contest-form.tsx";
import { classNames } from "../class-names.ts";
import { labelOf, linkedProps, type CriterionLinks } from "./criterion-links.ts";
import { EvidenceView } from "./evidence-view.tsx";
import styles from "./grade-panel.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

export type CriterionRowProps = {
  criterion: Criterion;
  contest?: Contest | undefined;
  onContest?: ((claim: Contest["claim"], note: string) => Promise<void>) | undefined;
  onLines?: ((lines: Extract<Evidence, { type: "lines" }>) => void) | undefined;
  links?: CriterionLinks | undefined;
  /** Shows all evidence at once: the first unmet criterion does. */
  open?: boolean;
};

/** One criterion: its verdict, what was seen, and the proof. */
export function CriterionRow(props: CriterionRowProps) {
  const { criterion, contest, onContest, onLines, links, open = false } = props;
  const proof = proofFirst(criterion.evidence.filter((one) => !repeats(one, criterion.note)));
  // Where all is well, the note says it; the proof is there for whoever asks.
  const shown = criterion.verdict === "met" ? 0 : 1;
  const [first] = proof.slice(0, shown);
  const rest = proof.slice(shown);
  const label = labelOf(criterion.id, links);
  const view = {
    ...(onLines && { onLines }),
    // What has no label has no place in the text beside the panel.
    ...(links &&
      label !== undefined && { onQuote: (quote: Quotation) => links.onQuote(criterion.id, quote) }),
  };
  return (
    <li
      className={classNames(styles.criterion, links?.active === criterion.id && styles.active)}
      {...linkedProps(criterion.id, links)}
    >
      <div className={styles.verdict}>
        <VerdictMark verdict={criterion.verdict} />
      </div>
      <div className={styles.body}>
        <div>
          <h3 className={styles.name}>
            {label !== undefined && <span className={styles.label}>{label} </span>}
            {criterion.title}
          </h3>
          {criterion.note && <p className={styles.note}>{criterion.note}</p>}
        </div>
        {first && <EvidenceView evidence={first} {...view} />}
        {rest.length > 0 && (
          <details className={styles.rest} open={open && rest.length <= openMax}>
            <summary>{evidenceWords(rest.length, shown)}</summary>
            <div className={styles.evidence}>
              {rest.map((one) => (
                <EvidenceView key={JSON.stringify(one)} evidence={one} {...view} />
              ))}
            </div>
          </details>
        )}
        {/* What is met leaves nothing to contest. */}
        {onContest && criterion.verdict !== "met" && (
          <ContestForm criterionTitle={criterion.title} contest={contest} onContest={onContest} />
        )}
      </div>
    </li>
  );
}

type Quotation = Extract<Evidence, { type: "quote" }>;

const evidenceWords = (count: number, shown: number): string =>
  shown > 0 ? `${count} more as evidence` : count === 1 ? "Evidence" : `Evidence, ${count}`;

/** More than this would push the other criteria out of sight. */
const openMax = 3;

/** A failed test says more than the ones that passed beside it. */
const proofFirst = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.toSorted((a, b) => Number(isFailure(b)) - Number(isFailure(a)));

/** A reason that the note already gives. */
const repeats = (one: Evidence, note: string | undefined) =>
  one.type === "reason" && one.text === note;

const isFailure = (one: Evidence) => one.type === "test" && !one.passed;
