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

const when = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** The newest above. Two columns of choices say which two are compared. */
export function Timeline({ versions, from, to, onFrom, onTo }: TimelineProps) {
  const id = useId();
  const rows = [
    { version: null, title: "Now" },
    ...versions.map(({ version, savedAt }) => ({
      version,
      title: `${version}, ${when.format(new Date(savedAt))}`,
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
        {rows.map(({ version, title }) => (
          <tr key={version ?? "now"}>
            {(
              [
                ["from", from, onFrom],
                ["to", to, onTo],
              ] as const
            ).map(([side, chosen, choose]) => (
              <td key={side}>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name={`${id}-${side}`}
                    aria-label={`${side === "from" ? "From" : "To"} ${version === null ? "now" : `version ${title}`}`}
                    checked={chosen === version}
                    onChange={() => choose(version)}
                  />
                </label>
              </td>
            ))}
            <th scope="row" data-between={isBetween(version, from, to)}>
              {title}
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isBetween(version: number | null, from: number | null, to: number | null): boolean {
  const [one, low, high] = [version, from, to].map((value) => value ?? Infinity) as [
    number,
    number,
    number,
  ];
  return one >= Math.min(low, high) && one <= Math.max(low, high);
}
