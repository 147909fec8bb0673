import { TraceView } from "@loopwright/aws/react";
import { SourceList, VerdictMark } from "@loopwright/ui";
import { useMemo, useState } from "react";

import type { PolicyBrief } from "../../brief.ts";
import { allProblems, type Texts } from "../../documents.ts";
import { traceOf } from "../../estate/ask.ts";
import { standingOf, type Standing } from "../../estate/standing.ts";
import { askedInWords } from "../../estate/words.ts";
import type { Row } from "../../key.ts";
import type { PolicyReveal } from "../../reveal.ts";
import { holds } from "../../table.ts";
import styles from "../policy.module.css";

type DecidedTableProps = { brief: PolicyBrief; texts: Texts; reveal: PolicyReveal };

/** The hidden table, by requirement, decided anew with the documents as they were submitted. */
export function DecidedTable({ brief, texts, reveal }: DecidedTableProps) {
  const standing = useMemo(
    () => (allProblems(brief, texts).length > 0 ? null : standingOf(brief, texts)),
    [brief, texts],
  );
  const { rows, lesson, sources } = reveal;
  const firstWrong = standing && rows.find((row) => !holds(standing, row));
  return (
    <div className={styles.decided}>
      {!standing && <p>AWS would not store the documents, so nothing was decided.</p>}
      {brief.requirements.map(({ id, title }) => (
        <section key={id} aria-label={title}>
          <h3 className={styles.requirement}>{title}</h3>
          <ul className={styles.examples}>
            {rows
              .filter(({ of }) => of === id)
              .map((row) => (
                <DecidedRow
                  key={row.id}
                  {...{ brief, standing, row }}
                  startOpen={row === firstWrong}
                />
              ))}
          </ul>
        </section>
      ))}
      <section>
        <h3 className={styles.requirement}>To take along</h3>
        <p className={styles.note}>{lesson}</p>
        <SourceList sources={sources} />
      </section>
    </div>
  );
}

type DecidedRowProps = {
  brief: PolicyBrief;
  /** Null where the documents could not be read. */
  standing: Standing | null;
  row: Row;
  startOpen: boolean;
};

function DecidedRow({ brief, standing, row, startOpen }: DecidedRowProps) {
  const [open, setOpen] = useState(startOpen);
  const right = standing !== null && holds(standing, row);
  const wanted = row.expect === "allow" ? "allowed" : "denied";
  const was = right === (row.expect === "allow") ? "allowed" : "denied";
  return (
    <li className={styles.example}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <VerdictMark verdict={right ? "met" : "missed"} />
          <span>
            {row.about}:{" "}
            {standing === null
              ? `to be ${wanted}`
              : right
                ? `${was}, as stated`
                : `${was}, and is to be ${wanted}`}
          </span>
        </summary>
        {open && (
          <>
            <p className={styles.asked}>{askedInWords(brief.estate, row)}</p>
            <p className={styles.why}>
              {row.why}{" "}
              <a href={row.page} target="_blank" rel="noreferrer">
                AWS on this
              </a>
            </p>
            {standing && (
              <TraceView trace={traceOf(standing, row)} label={`How “${row.about}” was decided`} />
            )}
          </>
        )}
      </details>
    </li>
  );
}
