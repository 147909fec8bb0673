import { useRef, type KeyboardEvent } from "react";

import { classNames } from "@loopwright/ui";

import type { Risk } from "../../model/model.ts";
import { riskLevel, riskScore } from "../../model/risk.ts";
import { impactWords, levels, likelihoodWords } from "./risk-words.ts";
import styles from "./risk.module.css";

type RiskMatrixProps = {
  value: Risk | null;
  residual: Risk | null;
  onChange: (risk: Risk) => void;
};

const same = (a: Risk | null, b: Risk) => a?.likelihood === b.likelihood && a.impact === b.impact;
const within = (level: number) => Math.min(5, Math.max(1, level));

const moves: Readonly<Record<string, [likelihood: number, impact: number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** 25 places, likelihood upwards and impact to the right. Arrow keys move in both directions. */
export function RiskMatrix({ value, residual, onChange }: RiskMatrixProps) {
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const from = value ?? { likelihood: 1, impact: 1 };
    const next =
      value === null
        ? from
        : { likelihood: within(from.likelihood + move[0]), impact: within(from.impact + move[1]) };
    onChange(next);
    const name = `${next.likelihood}x${next.impact}`;
    grid.current?.querySelector<HTMLElement>(`[data-risk="${name}"]`)?.focus();
  };
  return (
    <div className={styles.matrix}>
      <div className={styles.axis}>Likelihood ↑ and impact →</div>
      <div
        ref={grid}
        role="radiogroup"
        aria-label="Risk, likelihood by impact"
        className={styles.grid}
      >
        {levels
          .toReversed()
          .map((likelihood) =>
            levels.map((impact) => (
              <RiskCell
                key={impact}
                risk={{ likelihood, impact }}
                {...{ value, residual, onChange, onKeyDown }}
              />
            )),
          )}
      </div>
    </div>
  );
}

type RiskCellProps = RiskMatrixProps & { risk: Risk; onKeyDown: (event: KeyboardEvent) => void };

function RiskCell({ risk, value, residual, onChange, onKeyDown }: RiskCellProps) {
  const chosen = same(value, risk);
  const first = value === null && riskScore(risk) === 1;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      data-risk={`${risk.likelihood}x${risk.impact}`}
      tabIndex={chosen || first ? 0 : -1}
      aria-label={wordsOf(risk)}
      title={wordsOf(risk)}
      className={classNames(styles.cell, styles[riskLevel(risk)])}
      onClick={() => onChange(risk)}
      onKeyDown={onKeyDown}
    >
      {chosen ? "●" : same(residual, risk) ? "◇" : riskScore(risk)}
    </button>
  );
}

const wordsOf = (risk: Risk) =>
  `Likelihood ${risk.likelihood}, ${likelihoodWords[risk.likelihood - 1]}; ` +
  `impact ${risk.impact}, ${impactWords[risk.impact - 1]}: ${riskScore(risk)}, ${riskLevel(risk)}`;
