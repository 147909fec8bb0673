import type { Remark } from "@loopwright/core";

import { classNames } from "../class-names.ts";
import styles from "./remarks.module.css";

const leading = 1;

/** The most important one leads; the others come on request, so that the criteria stay in sight. */
export function Remarks({ remarks }: { remarks: Remark[] }) {
  const rest = remarks.slice(leading);
  return (
    <>
      {remarks.length > 0 && <RemarkList remarks={remarks.slice(0, leading)} first />}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{rest.length === 1 ? "1 more remark" : `${rest.length} more remarks`}</summary>
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
