import type { Remark } from "@loopwright/core";

import { classNames } from "../class-names.ts";
import styles from "./remarks.module.css";

const leading = 3;

/** At most three lead, the first one largest; the others come on request. */
export function Remarks({ remarks }: { remarks: Remark[] }) {
  const rest = remarks.slice(leading);
  return (
    <>
      {remarks.length > 0 && <RemarkList remarks={remarks.slice(0, leading)} first />}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>More remarks</summary>
          <RemarkList remarks={rest} />
        </details>
      )}
    </>
  );
}

const RemarkList = ({ remarks, first = false }: { remarks: Remark[]; first?: boolean }) => (
  <ul className={classNames(styles.remarks, first && styles.first)}>
    {remarks.map(({ text }) => {
      const [lead, reason] = split(text);
      return (
        <li key={text}>
          <p className={styles.lead}>{lead}</p>
          {reason && <p className={styles.reason}>{reason}</p>}
        </li>
      );
    })}
  </ul>
);

/** What to do comes in the first sentence, the reason after it. */
function split(text: string): [string, string] {
  const [lead = text] = /^.+?[.?!](?=\s|$)/s.exec(text) ?? [];
  return [lead, text.slice(lead.length).trim()];
}
