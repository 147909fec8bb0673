import type { Model } from "../../model/model.ts";
import type { CoverageCell } from "../../report/coverage.ts";
import type { Analysis } from "../../rules/finding.ts";
import { SeverityMark } from "../findings/severity-mark.tsx";
import { nameOfId } from "../form/part.ts";
import { RiskMark } from "../threats/risk-mark.tsx";
import { residualOf } from "../../model/risk.ts";
import styles from "./coverage.module.css";

type CellDetailProps = {
  title: string;
  cell: CoverageCell;
  model: Model;
  analysis: Analysis;
  onGo: (id: string, to?: "findings") => void;
};

/** What stands behind one cell, each a way there. */
export function CellDetail({ title, cell, model, analysis, onGo }: CellDetailProps) {
  const threats = model.threats.filter(({ id }) => cell.threats.includes(id));
  const findings = analysis.findings.filter(
    ({ id, threat }) =>
      cell.findings.includes(id) && (threat === null || !cell.threats.includes(threat)),
  );
  return (
    <section className={styles.detail} aria-label={title}>
      <h3 className={styles.soft}>{title}</h3>
      {threats.length + findings.length === 0 && (
        <p>
          {cell.state === "none"
            ? "Nothing was found here. Is there nothing, or has nobody looked?"
            : "The method does not ask this of such a part."}
        </p>
      )}
      <ul>
        {threats.map((threat) => (
          <li key={threat.id}>
            <RiskMark risk={residualOf(threat, model).residual} />
            <button type="button" className={styles.link} onClick={() => onGo(threat.id)}>
              {nameOfId(model, threat.id)}
            </button>
          </li>
        ))}
        {findings.map(({ id, title, subject, score }) => (
          <li key={id}>
            <SeverityMark severity={score.severity}>{score.severity}</SeverityMark>
            <button type="button" className={styles.link} onClick={() => onGo(subject, "findings")}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
