import type { KeyThreat } from "../material/threats.ts";
import type { ScenarioKey } from "../material/key.ts";
import type { Told } from "./prose.ts";

/** All that the key says of threats: what answers of later stages are likely to speak of. */
export const aboutOf = ({ threats }: Pick<ScenarioKey, "threats">): string =>
  threats
    .flatMap(({ title, say, why, mitigations }) => [title, say, why, ...mitigations.map(textOf)])
    .join(" ");

const textOf = ({ text }: { text: string }): string => text;

/** Threats of the key as points; the reference sentence is also one in plain words. */
export function pointsOf(threats: readonly KeyThreat[]): readonly Told[] {
  const known = points.get(threats);
  if (known) return known;
  const made = threats.map(({ id, title, ways, plain, say, why }) => {
    return { id, title, ways, plain: [...plain, say], why };
  });
  points.set(threats, made);
  return made;
}

/** Mitigations of one threat as points. */
export function mitigationsOf({ mitigations }: KeyThreat): readonly Told[] {
  const known = points.get(mitigations);
  if (known) return known;
  const made = mitigations.map(({ text, ways }, index) => {
    return { id: `m${index + 1}`, title: text, ways, plain: [], why: text };
  });
  points.set(mitigations, made);
  return made;
}

// One list gives one rubric, which packages/prose prepares once.
const points = new WeakMap<object, readonly Told[]>();
