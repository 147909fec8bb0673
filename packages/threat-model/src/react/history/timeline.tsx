import { dateWords } from "@loopwright/ui";
import { useId } from "react";

import styles from "./history.module.css";
import type { Version } from "./use-versions.ts";

type TimelineProps = {
  versions: readonly Version[];
  /** Null is what stands on the screen now. */
  from: number | null;
  to: number | null;
  onFrom: (version: number | null) => void;
  onTo: (version: number | null) => void;
};

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const whenWords = (iso: string) => `${dateWords(iso)}, ${time.format(new Date(iso))}`;

/** The newest above. Two columns of choices say which two are compared. */
export function Timeline({ versions, from, to, onFrom, onTo }: TimelineProps) {
  const id = useId();
  const rows = [
    { version: null, title: "Now", saved: "" },
    ...versions.map(({ version, savedAt }) => ({
      version,
      title: `Version ${version}`,
      saved: whenWords(savedAt),
    })),
  ];
  return (
    <table className={styles.timeline}>
      <caption className={styles.soft}>Versions</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Saved</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ version, title, saved }) => (
          <tr key={version ?? "now"}>
            <Choice
              side="From"
              {...{ id, title }}
              on={from === version}
              onChoose={() => onFrom(version)}
            />
            <Choice
              side="To"
              {...{ id, title }}
              on={to === version}
              onChoose={() => onTo(version)}
            />
            <th scope="row" data-between={isBetween(version, from, to)}>
              {title}
              <span className={styles.saved}> {saved}</span>
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ChoiceProps = {
  side: "From" | "To";
  id: string;
  title: string;
  on: boolean;
  onChoose: () => void;
};

const Choice = ({ side, id, title, on, onChoose }: ChoiceProps) => (
  <td>
    <label className={styles.choice}>
      <input
        type="radio"
        name={`${id}-${side}`}
        aria-label={`${side} ${title.toLowerCase()}`}
        checked={on}
        onChange={onChoose}
      />
    </label>
  </td>
);

function isBetween(version: number | null, from: number | null, to: number | null): boolean {
  const [one, low, high] = [version, from, to].map((value) => value ?? Infinity) as [
    number,
    number,
    number,
  ];
  return one >= Math.min(low, high) && one <= Math.max(low, high);
}
