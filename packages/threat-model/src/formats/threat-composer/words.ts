import type { Mitigation, Threat } from "../../model/model.ts";

/** Name of this format in `extra`. */
export const format = "threat-composer";

/** Most characters of texts, from its schema. */
export const limits = {
  part: 200,
  statement: 1400,
  content: 1000,
  comments: 1000,
  tag: 30,
  image: 1_000_000,
} as const;

/** Ids of links have to be UUIDs, so ids of ours stand beside. */
export const ownId = "custom:loopwright-id";
/** Targets are parts of a diagram, and there is none in the file: they stay as text. */
export const targetsKey = "custom:targets";
export const aboutKey = "custom:about";

type ThreatState = Threat["state"];

/** Three words for six states; which of them it is stands in `custom:state`. */
export const statusOfThreat: Readonly<Record<ThreatState, string>> = {
  open: "threatIdentified",
  mitigated: "threatResolved",
  accepted: "threatResolved",
  transferred: "threatResolved",
  avoided: "threatResolved",
  "not-applicable": "threatResolvedNotUseful",
};

export const threatStates = Object.keys(statusOfThreat) as ThreatState[];

export const statusOfMitigation: Readonly<Record<Mitigation["state"], string>> = {
  proposed: "mitigationIdentified",
  "in-progress": "mitigationInProgress",
  done: "mitigationResolved",
  "will-not-do": "mitigationResolvedWillNotAction",
};

/** The first key that has this value. */
export const keyOf = <T extends string>(
  table: Readonly<Record<T, string>>,
  value: string,
): T | undefined => (Object.keys(table) as T[]).find((one) => table[one] === value);
