import type { Evidence } from "@loopwright/core";

import { classNames } from "../class-names.ts";
import { clockWords } from "../timer.tsx";
import styles from "./evidence-view.module.css";

type Of<T extends Evidence["type"]> = Extract<Evidence, { type: T }>;

type EvidenceViewProps = {
  evidence: Evidence;
  /** Makes line numbers links: shows them in the learner's work. */
  onLines?: (lines: Of<"lines">) => void;
  /** Makes quotations links: shows them in the learner's text. */
  onQuote?: (quote: Of<"quote">) => void;
};

/** One piece of evidence, short, with the rest on request. */
export function EvidenceView({ evidence, onLines, onQuote }: EvidenceViewProps) {
  switch (evidence.type) {
    case "test":
      return <Test evidence={evidence} />;
    case "lines":
      return <Lines evidence={evidence} onLines={onLines} />;
    case "element":
      return <p className={styles.evidence}>{withNote(evidence.id, evidence.note)}</p>;
    case "quote":
      return <Quote evidence={evidence} onQuote={onQuote} />;
    case "decision":
      return (
        <div className={styles.evidence}>
          <Short text={evidence.trace.join("\n")} />
        </div>
      );
    case "measure":
      return <p className={styles.evidence}>{measureWords(evidence)}</p>;
    case "reason":
      return <p className={styles.reason}>{evidence.text}</p>;
  }
}

function Test({ evidence: { name, passed, output } }: { evidence: Of<"test"> }) {
  return (
    <div className={styles.evidence}>
      <p className={styles.test}>
        <span>test {name}</span>
        <span className={classNames(passed ? styles.passed : styles.failed)}>
          {passed ? "passed" : "failed"}
        </span>
      </p>
      {output.trim() !== "" && <Short text={output.trim()} />}
    </div>
  );
}

function Lines({ evidence, onLines }: EvidenceViewProps & { evidence: Of<"lines"> }) {
  const words = linesWords(evidence);
  return (
    <p className={styles.evidence}>
      {onLines ? (
        <button type="button" className={styles.line} onClick={() => onLines(evidence)}>
          {words}
        </button>
      ) : (
        words
      )}
      {evidence.note && ` ${evidence.note}`}
    </p>
  );
}

function Quote({ evidence, onQuote }: EvidenceViewProps & { evidence: Of<"quote"> }) {
  const quote = <q className={styles.quote}>{evidence.text}</q>;
  return (
    <p className={styles.evidence}>
      {onQuote ? (
        <button type="button" className={styles.said} onClick={() => onQuote(evidence)}>
          {quote}
        </button>
      ) : (
        quote
      )}
    </p>
  );
}

const shortLines = 4;
const shortChars = 120;

/** The beginning of an output, and all of it on request. */
function Short({ text }: { text: string }) {
  const lines = text.split("\n");
  const short = lines.slice(0, shortLines).map(clip);
  const isWhole = short.join("\n") === text;
  return (
    <>
      <pre className={styles.output}>{short.join("\n")}</pre>
      {!isWhole && (
        <details className={styles.rest}>
          <summary>In full</summary>
          <pre className={styles.output}>{text}</pre>
        </details>
      )}
    </>
  );
}

const clip = (line: string): string =>
  line.length > shortChars ? `${line.slice(0, shortChars)}…` : line;

export const linesWords = ({ file, from, to }: Pick<Of<"lines">, "file" | "from" | "to">): string =>
  from === to ? `${file}, line ${from}` : `${file}, lines ${from} to ${to}`;

const withNote = (text: string, note: string | undefined) => (note ? `${text}: ${note}` : text);

function measureWords({ value, unit, target }: Of<"measure">): string {
  const words = (one: number) => (unit === "s" ? clockWords(one * 1000) : `${round(one)} ${unit}`);
  return target === undefined ? words(value) : `${words(value)}; aim ${words(target)}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
