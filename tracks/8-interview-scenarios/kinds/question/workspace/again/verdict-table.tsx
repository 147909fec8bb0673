import type { Criterion } from "@loopwright/core";
import { VerdictMark } from "@loopwright/ui";

import styles from "./again.module.css";

type VerdictTableProps = { first: readonly Criterion[]; second: readonly Criterion[] };

/** Both tries are judged by the same criteria in the same order. */
export const VerdictTable = ({ first, second }: VerdictTableProps) => (
  <table className={styles.table}>
    <caption>Point by point</caption>
    <thead>
      <tr>
        <th scope="col">Point</th>
        <th scope="col">First try</th>
        <th scope="col">Second try</th>
      </tr>
    </thead>
    <tbody>
      {second.map(({ id, title, verdict }) => {
        const before = first.find((one) => id === `again-${one.id}`)?.verdict;
        return (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{before ? <VerdictMark verdict={before} word /> : "–"}</td>
            <td>
              <VerdictMark verdict={verdict} word />
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
