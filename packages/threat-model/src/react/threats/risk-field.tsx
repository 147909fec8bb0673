import { Button } from "@loopwright/ui";

import { residualOf } from "../../model/risk.ts";
import form from "../form/form.module.css";
import { RiskMatrix } from "./risk-matrix.tsx";
import styles from "./risk.module.css";
import type { ThreatFormProps } from "./threat-form.tsx";

/** Likelihood × impact as if nothing were done, and what is left, with the arithmetic shown. */
export function RiskField({ model, part, set }: ThreatFormProps) {
  const { residual, steps } = residualOf(part, model);
  return (
    <div className={styles.risk}>
      <RiskMatrix
        value={part.risk}
        residual={residual}
        onChange={(risk) => set({ risk }, "Risk")}
      />
      <div className={styles.side}>
        <ol className={styles.steps} aria-label="Arithmetic of the risk">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {part.risk !== null && (
          <p>
            <Button look="quiet" small onClick={() => set({ risk: null }, "Risk")}>
              Clear the risk
            </Button>
          </p>
        )}
        <p className={form.hint}>● as if nothing were done, ◇ what is left</p>
      </div>
    </div>
  );
}
