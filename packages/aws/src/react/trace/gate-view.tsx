import { classNames } from "@loopwright/ui";

import type { Gate, GateTrace, StatementTrace } from "../../decide/explain.ts";
import type { ShownGate } from "../../decide/shown.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import styles from "./trace-view.module.css";

const titles: Record<Gate, string> = {
  "resource control": "Resource control",
  "service control": "Service control",
  endpoint: "Endpoint policy",
  resource: "Policy at the resource",
  identity: "Identity policies",
  boundary: "Permissions boundary",
  session: "Session policy",
};

const tones: Record<GateTrace["verdict"], string | undefined> = {
  allows: styles.allows,
  denies: styles.denies,
  "is silent": styles.silent,
};

type Said = StatementTrace & { policy: string };

/** One gate: what it says, the statements that say so, and on request those that do not apply. */
export function GateView({ gate }: { gate: ShownGate }) {
  const said = gate.policies.flatMap(({ policy, statements }) =>
    statements.map((one): Said => ({ ...one, policy })),
  );
  const applying = said.filter(({ applies }) => applies);
  const others = said.filter(({ applies }) => !applies);
  return (
    <li className={classNames(styles.gate, gate.settles && styles.settles)}>
      <p className={styles.head}>
        <span className={styles.name}>
          {titles[gate.gate]}
          {gate.level !== null && <span className={styles.level}> {gate.level}</span>}
        </span>
        <span className={classNames(styles.verdict, tones[gate.verdict])}>
          <OutcomeMark verdict={gate.verdict} />
          {gate.policies.length === 0 ? "is silent: no policy" : gate.verdict}
        </span>
        {gate.settles && <span className={styles.settled}>settles it</span>}
      </p>
      {applying.length > 0 && (
        <ul className={styles.statements}>
          {applying.map((one) => (
            <Statement key={keyOf(one)} statement={one} />
          ))}
        </ul>
      )}
      {others.length > 0 && <Others others={others} open={gate.settles && applying.length === 0} />}
    </li>
  );
}

const Others = ({ others, open }: { others: Said[]; open: boolean }) => (
  <details className={styles.others} open={open}>
    <summary>
      {others.length === 1 ? "1 statement does not apply" : `${others.length} do not apply`}
    </summary>
    <ul className={styles.statements}>
      {others.map((one) => (
        <Statement key={keyOf(one)} statement={one} />
      ))}
    </ul>
  </details>
);

const Statement = ({ statement }: { statement: Said }) => (
  <li>
    <p>
      <span className={styles.policy}>{statement.policy}</span> {statement.effect}.{" "}
      {statement.because}
    </p>
    {/* A single condition that fails is what the sentence already says. */}
    {(statement.applies || statement.conditions.length > 1) && (
      <ul className={styles.conditions}>
        {statement.conditions.map(({ words, holds }) => (
          <li key={words}>
            <span className={styles.holds}>{holds ? "holds" : "fails"}</span> {words}
          </li>
        ))}
      </ul>
    )}
  </li>
);

const keyOf = ({ policy, number }: Said): string => `${policy} ${number}`;
