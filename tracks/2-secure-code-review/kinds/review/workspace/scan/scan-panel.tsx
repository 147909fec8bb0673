import { Button, VisuallyHidden } from "@loopwright/ui";
import { useId } from "react";

import type { Judgement } from "../../grade-triage.ts";
import { linesInWords } from "../../range.ts";
import type { Scan, ScanResult } from "../../scan.ts";
import { ScanPlace } from "./scan-place.tsx";
import styles from "./scan-panel.module.css";

type ScanPanelProps = {
  scan: Scan;
  triage: Readonly<Record<string, Judgement>>;
  onTriage: (id: string, judgement: Judgement) => void;
  onGo: (file: string, line: number) => void;
  /** Marks the lines of a result, for a finding of one's own. */
  onMark: (result: ScanResult) => void;
  /** Whether a finding stands on its lines already. */
  isMarked: (result: ScanResult) => boolean;
};

/** What a scanner said of the code, each result to be called real or a false alarm. */
export function ScanPanel(props: ScanPanelProps) {
  const title = useId();
  const { tool, results } = props.scan;
  const judged = results.filter(({ id }) => props.triage[id] !== undefined).length;
  return (
    <section aria-labelledby={title}>
      <h2 id={title} className={styles.title}>
        {tool}, {judged} of {results.length} judged
      </h2>
      <ol>
        {results.map((result) => (
          <li key={result.id} className={styles.item}>
            <ScanPlace result={result} onGo={props.onGo} />
            <p>{result.message}</p>
            <Choice {...props} result={result} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const judgements = [
  ["real", "Real"],
  ["false", "False alarm"],
] as const;

function Choice({
  result,
  triage,
  onTriage,
  onMark,
  isMarked,
}: ScanPanelProps & { result: ScanResult }) {
  const name = useId();
  const given = triage[result.id];
  return (
    <div className={styles.row}>
      <fieldset className={styles.choice}>
        <legend>
          <VisuallyHidden>
            {result.rule} on {linesInWords(result)} of {result.file}
          </VisuallyHidden>
        </legend>
        {judgements.map(([judgement, words]) => (
          <label key={judgement}>
            <input
              type="radio"
              name={name}
              checked={given === judgement}
              onChange={() => onTriage(result.id, judgement)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {given === "real" && !isMarked(result) && (
        <Button look="quiet" small onClick={() => onMark(result)}>
          Mark {linesInWords(result)}
        </Button>
      )}
    </div>
  );
}
