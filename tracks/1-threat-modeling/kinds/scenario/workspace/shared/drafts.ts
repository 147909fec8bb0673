import type { Json } from "@loopwright/core";

import type {
  ClarifyAnswer,
  DrawAnswer,
  NamedThreat,
  RankAnswer,
  RankedThreat,
  Reply,
  SummaryAnswer,
  ThreatsAnswer,
} from "../../material/answer.ts";

/**
 * Drafts as the fields show them. A draft is what was typed, fit to be graded or not, so nothing is refused
 * here: what is absent gets its default.
 */
const fieldsOf = (draft: Json): Record<string, Json> =>
  typeof draft === "object" && draft !== null && !Array.isArray(draft) ? draft : {};

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const clarifyDraft = (draft: Json): ClarifyAnswer => ({
  scope: "",
  assumptions: "",
  ...fieldsOf(draft),
});

export const drawDraft = (draft: Json): DrawAnswer => ({ model: "", ...fieldsOf(draft) });

export const summaryDraft = (draft: Json): SummaryAnswer => ({ text: "", ...fieldsOf(draft) });

export const threatDraft = (draft: Json): NamedThreat => ({
  id: "",
  title: "",
  text: "",
  targets: [],
  stride: [],
  cwe: null,
  ...fieldsOf(draft),
});

export function threatsDraft(draft: Json): ThreatsAnswer {
  const { threats, replies, ...rest } = fieldsOf(draft);
  return {
    ...rest,
    threats: listOf(threats).map(threatDraft),
    replies: listOf(replies) as Reply[],
  };
}

export function rankDraft(draft: Json): RankAnswer {
  const { top, ...rest } = fieldsOf(draft);
  const entries = listOf(top).map((one): RankedThreat => ({
    threat: "",
    likelihood: null,
    impact: null,
    mitigations: "",
    why: "",
    ...fieldsOf(one),
  }));
  return { residual: "", ...rest, top: entries };
}
