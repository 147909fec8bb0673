import { stride, type Model } from "@loopwright/threat-model";

import type { NamedThreat } from "../../material/answer.ts";
import { ownParts } from "../shared/own-drawing.ts";
import styles from "./threats.module.css";

type WrittenThreatsProps = { threats: readonly NamedThreat[]; drawing: Model };

/** The submitted threats, to be read beside what was looked for. */
export function WrittenThreats({ threats, drawing }: WrittenThreatsProps) {
  const parts = ownParts(drawing);
  const nameOf = (id: string) => parts.find((one) => one.id === id)?.name ?? id;
  return (
    <section aria-label="Written threats">
      <h2>Written</h2>
      {threats.length === 0 && <p className={styles.count}>No threat was written.</p>}
      <ol className={styles.numbered}>
        {threats.map(({ id, title, text, targets, stride: letters }) => (
          <li key={id}>
            <p>{text || title}</p>
            <p className={styles.count}>
              {[targets.map(nameOf).join(", "), letters.map((one) => stride[one].title).join(", ")]
                .filter((one) => one !== "")
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
