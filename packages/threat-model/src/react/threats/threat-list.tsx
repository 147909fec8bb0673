import { Button, classNames, count } from "@loopwright/ui";

import { addThreat } from "../../model/edit.ts";
import type { Model, Threat } from "../../model/model.ts";
import { residualOf, riskScore } from "../../model/risk.ts";
import { nameOfId } from "../form/part.ts";
import { threatWords } from "../form/words.ts";
import { RiskMark } from "./risk-mark.tsx";
import type { ThreatsPanelProps } from "./threats-panel.tsx";
import styles from "./threats-panel.module.css";

type ListProps = Omit<ThreatsPanelProps, "onGo">;

/** The worst that is left comes first; what nobody has judged stands above what is known to be small. */
const rankOf = (threat: Threat, model: Model): number => {
  if (threat.state !== "open") return -1;
  const { residual } = residualOf(threat, model);
  return residual === null ? 10 : riskScore(residual);
};

export function ThreatList({ model, apply, selected, onSelect, readOnly }: ListProps) {
  const ranked = model.threats
    .map((threat) => ({ threat, rank: rankOf(threat, model) }))
    .toSorted((a, b) => b.rank - a.rank);
  const add = () => {
    const added = addThreat(model, { title: "New threat" });
    apply(added.model, "Add threat");
    onSelect(added.id);
  };
  return (
    <>
      <div className={styles.bar}>
        <h2 className={styles.heading}>{count(model.threats.length, "threat")}</h2>
        {!readOnly && (
          <Button small onClick={add}>
            Add a threat
          </Button>
        )}
      </div>
      {ranked.length === 0 && (
        <p className={styles.none}>None is written down yet. Findings make the first ones.</p>
      )}
      <ul aria-label="Threats, the worst first">
        {ranked.map(({ threat }) => (
          <li key={threat.id}>
            <button
              type="button"
              aria-current={threat.id === selected}
              className={classNames(styles.row, threat.state !== "open" && styles.settled)}
              onClick={() => onSelect(threat.id)}
            >
              <RiskMark risk={residualOf(threat, model).residual} />
              <span className={styles.title}>{threat.title || threat.id}</span>
              <span className={styles.detail}>{detailOf(threat, model)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function detailOf(threat: Threat, model: Model): string {
  const where = threat.targets.map((id) => nameOfId(model, id)).join(", ");
  const parts = [
    threat.stride.join(""),
    where,
    threatWords[threat.state].toLowerCase(),
    threat.mitigations.length > 0 && count(threat.mitigations.length, "mitigation"),
  ];
  return parts.filter((one) => one !== false && one !== "").join(" · ");
}
