import { classNames } from "@loopwright/ui";

import { clockWords } from "../../../clock.ts";
import styles from "./time-line.module.css";
import type { Told } from "./told.ts";

type StripProps = { told: readonly Told[]; endMs: number };

const width = 280;
const left = 16;
const rowHeight = 18;

/** From first sight to the mark, a row for each flaw. For the eye only: the table says all of it. */
export function Strip({ told, endMs }: StripProps) {
  const last = Math.max(
    endMs,
    ...told.flatMap(({ seenAtMs, markedAtMs }) => [seenAtMs ?? 0, markedAtMs ?? 0]),
  );
  if (last === 0) return null;
  const at = (ms: number) => left + 6 + (ms / last) * (width - left - 12);
  const height = told.length * rowHeight + 14;
  return (
    <>
      <svg className={styles.strip} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {told.map((one, index) => (
          <Row key={one.flaw.id} told={one} number={index + 1} at={at} end={at(last)} />
        ))}
        <text x={left} y={height - 2} className={styles.label}>
          0:00
        </text>
        <text x={width} y={height - 2} textAnchor="end" className={styles.label}>
          {clockWords(last)}
        </text>
      </svg>
      <p className={styles.legend} aria-hidden="true">
        From first sight to the mark; dashed: seen, never marked.
      </p>
    </>
  );
}

type RowProps = { told: Told; number: number; at: (ms: number) => number; end: number };

function Row({ told, number, at, end }: RowProps) {
  const { seenAtMs, markedAtMs, hit, verdict } = told;
  const y = (number - 1) * rowHeight + rowHeight / 2;
  const from = at(seenAtMs ?? markedAtMs ?? 0);
  const to = markedAtMs === null ? end : at(markedAtMs);
  return (
    <>
      <text x={0} y={y + 3.5} className={styles.label}>
        {number}
      </text>
      <line x1={at(0)} x2={end} y1={y} y2={y} className={styles.track} />
      {seenAtMs !== null && (
        <>
          <line
            x1={from}
            x2={to}
            y1={y}
            y2={y}
            className={classNames(styles.between, hit === null && styles.open)}
          />
          <circle cx={from} cy={y} r={3} className={styles.seen} />
        </>
      )}
      {markedAtMs !== null && <circle cx={to} cy={y} r={4.5} className={styles[verdict]} />}
    </>
  );
}
