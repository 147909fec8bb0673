import { SourceList } from "@loopwright/ui";

import type { FindingProps } from "./finding-row.tsx";
import styles from "./findings.module.css";
import { MitigationRow } from "./mitigation-row.tsx";

/** Why the rule speaks, what to know of it, and what helps. */
export function FindingDetail(props: FindingProps) {
  const { rule, why, score } = props.finding;
  return (
    <>
      <h4 className={styles.head}>Why this threat?</h4>
      <ul className={styles.why}>
        {why.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
      <p className={styles.sum}>
        trust drop {score.drop} × data {score.data} × exposure {score.exposure} × weight{" "}
        {score.weight} = {score.total}
      </p>
      <p className={styles.note}>{rule.note}</p>
      <h4 className={styles.head}>What helps</h4>
      <ul className={styles.mitigations}>
        {rule.mitigations.map((one) => (
          <MitigationRow key={one.text} {...props} mitigation={one} />
        ))}
      </ul>
      <p className={styles.numbers}>
        {[...rule.cwe.map((one) => `CWE-${one}`), ...rule.capec.map((one) => `CAPEC-${one}`)].join(
          ", ",
        )}
      </p>
      <SourceList sources={rule.sources.map((url) => ({ url, title: shortAddress(url) }))} />
    </>
  );
}

const shortAddress = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  const path = pathname.replace(/\/$/, "");
  return `${hostname.replace(/^www\./, "")}${path.length > 40 ? `…${path.slice(-38)}` : path}`;
};
