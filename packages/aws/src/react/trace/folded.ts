import type { ShownGate } from "../../decide/shown.ts";

/** Levels of an organisation that say the same and settle nothing stand in one row: they are rarely the news. */
export function folded(gates: readonly ShownGate[]): ShownGate[] {
  const rows: ShownGate[] = [];
  for (const gate of gates) {
    const last = rows.at(-1);
    if (last && areAlike(last, gate)) rows[rows.length - 1] = joined(last, gate);
    else rows.push(gate);
  }
  return rows;
}

const areAlike = (one: ShownGate, other: ShownGate): boolean =>
  one.level !== null &&
  one.gate === other.gate &&
  one.verdict === other.verdict &&
  !one.settles &&
  !other.settles;

/** The same policy is often attached at each level; it is told once. */
function joined(one: ShownGate, other: ShownGate): ShownGate {
  const known = new Set(one.policies.map(({ policy }) => policy));
  const more = other.policies.filter(({ policy }) => !known.has(policy));
  return {
    ...one,
    level: `${one.level}, ${other.level}`,
    policies: [...one.policies, ...more],
  };
}
