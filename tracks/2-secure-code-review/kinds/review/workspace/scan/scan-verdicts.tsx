import { VerdictMark } from "@loopwright/ui";

import { inWords, type Triaged } from "../../grade-triage.ts";
import type { Scan } from "../../scan.ts";
import { InlineCode } from "../inline-code.tsx";
import { ScanPlace } from "./scan-place.tsx";
import styles from "./scan-panel.module.css";

type ScanVerdictsProps = {
  scan: Scan;
  triaged: readonly Triaged[];
  onGo: (file: string, line: number) => void;
};

/** Each result as it was judged, with what it is and why. */
export const ScanVerdicts = ({ scan, triaged, onGo }: ScanVerdictsProps) => (
  <section>
    <h2 className={styles.title}>
      {scan.tool}, {triaged.filter(({ right }) => right).length} of {triaged.length} judged rightly
    </h2>
    <ol>
      {scan.results.flatMap((result) => {
        const told = triaged.find(({ scanned }) => scanned.id === result.id);
        if (!told) return [];
        return (
          <li key={result.id} className={styles.item}>
            <ScanPlace result={result} onGo={onGo} />
            <p className={styles.verdict}>
              <VerdictMark verdict={told.right ? "met" : "missed"} />
              <span>
                <b>{headOf(told)}</b> <InlineCode text={told.scanned.why} />
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  </section>
);

function headOf({ given, right, scanned: { real } }: Triaged): string {
  const is = real ? "Real" : "A false alarm";
  if (right) return `${is}, as judged.`;
  return given === null ? `${is}; not judged.` : `${is}, judged ${inWords[given]}.`;
}
