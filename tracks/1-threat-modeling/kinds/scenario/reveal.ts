import type { Exemplar, Revealer } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";

import { readDrawing } from "./drawing/read.ts";
import type { Property, Role } from "./material/properties.ts";
import type { KeyRank, KeyThreat } from "./material/threats.ts";
import type { KeyClarify, ScenarioKey } from "./material/key.ts";
import type { ScenarioKind } from "./kind.ts";
import type { Names } from "./drawing/map.ts";

/** After the conversation: everything that could have been asked. */
export type ClarifyReveal = {
  stage: "clarify";
  topics: KeyClarify["topics"];
  sample: KeyClarify["sample"];
};

/** After drawing: what the drawing was held against, and what changes now. Threats stay hidden. */
export type DrawReveal = {
  stage: "draw";
  /** Mode model: with `synonyms` and `optional`, the page marks what matched, is missing, or is beyond. */
  reference: Model | null;
  synonyms: Names;
  optional: string[];
  properties: Property[];
  roles: Record<string, Role>;
  twist: string | null;
  exemplars: Drawn[];
};
type Drawn = { slug: string; title: string; note: string; model: Model };

export type ThreatsReveal = {
  stage: "threats";
  threats: KeyThreat[];
  reference: Model;
  twist: string | null;
};

export type RankReveal = { stage: "rank"; rank: KeyRank | null; deeper: string };

export type SummaryReveal = {
  stage: "summary";
  sample: string | null;
  deeper: string;
  sources: ScenarioKey["sources"];
};

export type ScenarioReveal =
  | ClarifyReveal
  | DrawReveal
  | ThreatsReveal
  | RankReveal
  | SummaryReveal;

export const reveal: Revealer<ScenarioKind> = (input) => revealed(input) as never;

function revealed({
  stage,
  brief,
  key,
  exemplars,
}: Parameters<typeof reveal>[0]): ScenarioReveal | null {
  const twistAfter = key.twist?.after === stage ? key.twist.text : null;
  switch (stage) {
    case "clarify":
      return key.clarify ? { stage, topics: key.clarify.topics, sample: key.clarify.sample } : null;
    case "draw":
      return {
        stage,
        reference: brief.mode === "design" ? null : readDrawing(key.reference).model,
        synonyms: key.synonyms,
        optional: key.optional,
        properties: key.properties,
        roles: key.roles,
        twist: twistAfter,
        exemplars: brief.mode === "design" ? exemplars.flatMap(drawnBy) : [],
      };
    case "threats":
      return {
        stage,
        threats: key.threats,
        reference: readDrawing(key.reference).model,
        twist: twistAfter,
      };
    case "rank":
      return { stage, rank: key.rank ?? null, deeper: key.deeper };
    case "summary":
      return {
        stage,
        sample: key.summary?.sample ?? null,
        deeper: key.deeper,
        sources: key.sources,
      };
  }
}

function drawnBy({ slug, title, note, answer }: Exemplar): Drawn[] {
  const draw = answer.stages["draw"] as { model?: unknown } | undefined;
  const text = draw?.model;
  return typeof text === "string" ? [{ slug, title, note, model: readDrawing(text).model }] : [];
}
