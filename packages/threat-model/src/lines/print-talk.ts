import type { Assumption, DataAsset, Decision, Mitigation, Threat, Zone } from "../model/model.ts";
import { assumptionStates, mitigationStates, noThreatId } from "./head-talk.ts";
import { kindsAtEnd } from "./head-data.ts";
import { aboutAtEnd } from "./link.ts";
import { named } from "./print-diagram.ts";
import type { Printed } from "./print.ts";
import { isPlain, jsonText, writeNumber, writeText } from "./values.ts";

const head = (text: string): Printed => ({ head: text, below: {} });

export const zoneLine = ({ id, name, trust, parent }: Zone): Printed =>
  head(
    `zone ${id} ${writeNumber(trust)}${parent === null ? "" : ` in ${parent}`}` +
      named(id, name, writeText),
  );

export const dataLine = ({ id, name, class: level, kinds }: DataAsset): Printed =>
  head(
    `data ${id}${level === "internal" ? "" : ` ${level}`}` +
      named(id, name, (text) => (kindsAtEnd.test(text) ? jsonText(text) : writeText(text))) +
      (kinds.length === 0 ? "" : ` (${kinds.join(", ")})`),
  );

/** An id that would be read as something else stands below. */
const idOrBelow = (id: string, other: RegExp): { word: string; id: string | undefined } => {
  other.lastIndex = 0;
  return other.test(id) ? { word: "", id } : { word: ` ${id}`, id: undefined };
};

export function assumptionLine(one: Assumption, known: ReadonlySet<string>): Printed {
  const { word, id } = idOrBelow(one.id, assumptionStates);
  const inline =
    one.about.length > 0 &&
    one.about.every((part) => known.has(part)) &&
    isPlain(one.text) &&
    !aboutAtEnd.test(one.text);
  return {
    head:
      `assume${word}${one.state === "unconfirmed" ? "" : ` ${one.state}`}: ` +
      (aboutAtEnd.test(one.text) ? jsonText(one.text) : writeText(one.text)) +
      (inline ? ` about ${one.about.join(", ")}` : ""),
    below: { id, about: inline || one.about.length === 0 ? undefined : one.about },
  };
}

export function mitigationLine(one: Mitigation): Printed {
  const { word, id } = idOrBelow(one.id, mitigationStates);
  const state = one.state === "proposed" ? "" : ` ${one.state}`;
  return { head: `mitigate${word}${state}: ${writeText(one.text)}`, below: { id } };
}

export function threatLine(one: Threat): Printed {
  const { word, id } = idOrBelow(one.id, noThreatId);
  const parts = [
    one.stride.join(""),
    one.risk === null ? "" : `${one.risk.likelihood}x${one.risk.impact}`,
    one.targets.length === 0 ? "" : `on ${one.targets.join(", ")}`,
    one.mitigations.length === 0 ? "" : `by ${one.mitigations.join(", ")}`,
  ].filter((part) => part !== "");
  const title = one.title === "" ? "" : `: ${writeText(one.title)}`;
  return {
    head: `threat${word}${parts.map((part) => ` ${part}`).join("")}${title}`,
    below: { id },
  };
}

export const decisionLine = ({ finding, state, reason }: Decision): string =>
  `decide ${/^[^\s"]+$/.test(finding) ? writeText(finding) : jsonText(finding)} ${state}: ${writeText(reason)}`;
