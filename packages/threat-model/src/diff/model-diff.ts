import type { Decision, ListName } from "../model/model.ts";
import type { Finding } from "../rules/finding.ts";

/** A part of a model, as it was last called. */
export type PartRef = { list: ListName; id: string; name: string };

/** Values as they stand in the model; undefined where the field was not there. */
export type FieldChange = { field: string; before: unknown; after: unknown };

export type PartChange = PartRef & { fields: FieldChange[] };

/** From one zone to another; null is outside of all. */
export type Move = PartRef & { from: string | null; to: string | null };

export type Link = { threat: string; mitigation: string; now: "linked" | "unlinked" };

export type StateChange = PartRef & { from: string; to: string };

export type DecisionChange = { finding: string; before: Decision | null; after: Decision | null };

/** A part that was taken for the same under another id. */
export type Renumbered = PartRef & { before: string };

/** What a sentence is on, so that a grader or a list can choose among them. */
export type SentenceKind =
  | "crossing"
  | "trust"
  | "part"
  | "moved"
  | "protection"
  | "data"
  | "threat"
  | "mitigation"
  | "assumption"
  | "decision"
  | "scope"
  | "finding"
  | "minor";

export type Sentence = {
  kind: SentenceKind;
  text: string;
  /** Of all parts that it speaks of, the one that changed first. */
  ids: string[];
  /** 0 to 100 and above: the more, the more it matters to a reviewer. */
  weight: number;
};

export type ModelDiff = {
  /** Title, description and owner of the model. */
  model: FieldChange[];
  added: PartRef[];
  removed: PartRef[];
  /** Fields but those below: zones, links, states and geometry have lists of their own as well. */
  changed: PartChange[];
  moved: Move[];
  /** Drawn elsewhere, and nothing else. */
  geometry: PartRef[];
  links: Link[];
  states: StateChange[];
  decisions: DecisionChange[];
  renumbered: Renumbered[];
  findings: { appeared: Finding[]; gone: Finding[]; still: Finding[] };
  /** What it means, the most important first. */
  meaning: Sentence[];
};

/** Nothing changed but how it is drawn. */
export const isUnchanged = (diff: ModelDiff): boolean =>
  diff.model.length +
    diff.added.length +
    diff.removed.length +
    diff.changed.length +
    diff.decisions.length ===
  0;
