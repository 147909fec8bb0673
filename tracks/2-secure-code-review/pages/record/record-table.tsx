import { dateWords, VisuallyHidden, type PageProps } from "@loopwright/ui";

import { cweInWords } from "../../kinds/review/cwe/cwe.ts";
import styles from "./record-table.module.css";
import { otherTimes, type Claimed, type ClassRecord } from "./record.ts";

type RecordTableProps = Pick<PageProps, "Link"> & { records: readonly ClassRecord[] };

/** A class a row. On a phone the name stands above its figures. */
export const RecordTable = ({ records, Link }: RecordTableProps) => (
  <table className={styles.table}>
    <caption>
      <VisuallyHidden>Findings by class, over all graded reviews</VisuallyHidden>
    </caption>
    <thead>
      <tr>
        <th scope="col">Class</th>
        {columns.map(({ title }) => (
          <th key={title} scope="col" className={styles.figure}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {records.map((record) => (
        <tr key={record.cwe ?? "none"}>
          <th scope="row" className={styles.class}>
            {record.cwe === null ? "No class claimed" : cweInWords(record.cwe)}
            <Confused other={record.other} />
            <Attempts record={record} Link={Link} />
          </th>
          {columns.map(({ title, tone, of }) => (
            <td key={title} className={styles.figure} data-label={title}>
              <span className={of(record) > 0 ? tone : styles.none}>{of(record)}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const columns: { title: string; tone: string | undefined; of: (record: ClassRecord) => number }[] =
  [
    { title: "Planted", tone: undefined, of: ({ planted }) => planted },
    { title: "Right class", tone: styles["met"], of: ({ right }) => right },
    { title: "Other class", tone: styles["partly"], of: otherTimes },
    { title: "Missed", tone: styles["missed"], of: ({ missed }) => missed },
    { title: "False alarms", tone: styles["partly"], of: ({ alarms }) => alarms },
  ];

/** What it was taken for. */
const Confused = ({ other }: Pick<ClassRecord, "other">) =>
  other.length > 0 && (
    <p className={styles.confused}>Taken for {other.map(claimedWords).join("; ")}</p>
  );

function claimedWords({ cwe, near, times }: Claimed): string {
  const what = cwe === null ? "no class" : cweInWords(cwe);
  const step = near ? ", one step away in the tree" : "";
  return `${what}${step}${times > 1 ? `, ${times} times` : ""}`;
}

const Attempts = ({ record, Link }: { record: ClassRecord } & Pick<PageProps, "Link">) => (
  <details className={styles.attempts}>
    <summary>
      {record.attempts.length === 1 ? "1 attempt" : `${record.attempts.length} attempts`}
    </summary>
    <ul>
      {record.attempts.map(({ id, title, startedAt }) => (
        <li key={id}>
          <Link to={{ attempt: id }}>
            {title}, {dateWords(startedAt)}
          </Link>
        </li>
      ))}
    </ul>
  </details>
);
