import type { Grade } from "@loopwright/core";
import { stride, type Model } from "@loopwright/threat-model";
import { VerdictMark } from "@loopwright/ui";

import { threatCriterion } from "../../grading/criteria.ts";
import type { KeyThreat } from "../../material/threats.ts";
import { ownParts } from "../shared/own-drawing.ts";
import styles from "./threats.module.css";

type KeyThreatsProps = { threats: readonly KeyThreat[]; grade: Grade | null; reference: Model };

/** Every threat that was looked for: how it is said, why it matters, what stops it, what is asked next. */
export function KeyThreats({ threats, grade, reference }: KeyThreatsProps) {
  const parts = ownParts(reference);
  const verdictOf = (id: string) =>
    grade?.status === "graded"
      ? grade.criteria.find((one) => one.id === threatCriterion(id))?.verdict
      : undefined;
  return (
    <section aria-label="Threats that were looked for">
      <h2>Looked for</h2>
      <ul className={styles.list}>
        {threats.map((threat) => {
          const verdict = verdictOf(threat.id);
          const places = threat.at.map((id) => parts.find((one) => one.id === id)?.name ?? id);
          return (
            <li key={threat.id} className={styles.card}>
              <h3>
                {verdict && <VerdictMark verdict={verdict} />} {threat.title}
              </h3>
              <p className={styles.count}>
                {threat.stride.map((one) => stride[one].title).join(" or ")}: {places.join(", ")}
              </p>
              <p className={styles.say}>{threat.say}</p>
              <p>{threat.why}</p>
              <ul className={styles.mitigations}>
                {threat.mitigations.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              {threat.ask && <p className={styles.count}>Asked next: {threat.ask}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
