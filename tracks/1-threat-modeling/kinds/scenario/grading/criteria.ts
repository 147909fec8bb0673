import type { CriterionPlan, StageId } from "@loopwright/core";

import type { ScenarioBrief } from "../material/brief.ts";
import type { ScenarioKey } from "../material/key.ts";
import type { ScenarioKind } from "../kind.ts";
import { attackFindings } from "../material/limits.ts";
import { shared, stageWorth } from "./parts.ts";

type Stage = StageId<ScenarioKind>;
type Plan = { id: string; title: string; weight: number; essential?: boolean };
type Material = { brief: Pick<ScenarioBrief, "mode">; key: ScenarioKey };

/** What each stage judges; known from brief and key alone, so that a skipped stage is missed in full. */
export function criteria({ stage, ...material }: Material & { stage: Stage }): CriterionPlan[] {
  const task = taskOf(stage, material.key);
  const parts = plansOf[stage](material).map((one) => ({ essential: false, ...one, task }));
  return shared(stageWorth[stage], parts);
}

/** Tasks of brief.md are the stages of the drill, in their order. */
function taskOf(stage: Stage, key: ScenarioKey): number {
  const present: Record<Stage, boolean> = {
    clarify: key.clarify !== undefined,
    draw: true,
    threats: true,
    rank: key.rank !== undefined,
    summary: key.summary !== undefined,
  };
  const stages = (Object.keys(present) as Stage[]).filter((one) => present[one]);
  return Math.max(1, stages.indexOf(stage) + 1);
}

export const topicCriterion = (id: string): string => `knows-${id}`;
export const scopeCriterion = (id: string): string => `scope-${id}`;
export const propertyCriterion = (id: string): string => `property-${id}`;
export const threatCriterion = (id: string): string => `threat-${id}`;
export const findingCriterion = (index: number): string => `finding-${index + 1}`;
export const twistCriterion = (id: string): string => `twist-${id}`;
export const saysCriterion = (id: string): string => `says-${id}`;

const plansOf: Record<Stage, (material: Material) => Plan[]> = {
  clarify: clarifyPlans,
  draw: drawPlans,
  threats: threatsPlans,
  rank: rankPlans,
  summary: summaryPlans,
};

type Weighed = { id: string; title: string; weight: number; essential: boolean };

/** Members of a group, whose weights add up to `worth`. */
function spread(worth: number, parts: readonly Weighed[], idOf: (id: string) => string): Plan[] {
  const total = parts.reduce((all, { weight }) => all + weight, 0);
  return parts.map(({ id, title, weight, essential }) => {
    return { id: idOf(id), title, weight: (worth * weight) / total, essential };
  });
}

function clarifyPlans({ key: { clarify } }: Material): Plan[] {
  if (!clarify) return [];
  const scope = spread(20, clarify.scope, scopeCriterion);
  const topics = clarify.topics.map((one) => ({ ...one, title: `Asked or assumed: ${one.title}` }));
  return [...spread(80, topics, topicCriterion), ...scope];
}

function drawPlans({ brief: { mode }, key: { properties } }: Material): Plan[] {
  if (mode === "model") {
    return [
      { id: "elements", title: "The parts of the system are drawn", weight: 30 },
      { id: "flows", title: "What flows between them is drawn", weight: 30 },
      { id: "boundaries", title: "Flows cross trust boundaries where they do", weight: 40 },
    ];
  }
  const stated = spread(mode === "update" ? 70 : 100, properties, propertyCriterion);
  if (mode === "design") return stated;
  const title = "What the change does not touch is as it was";
  return [...stated, { id: "undamaged", title, weight: 30, essential: true }];
}

function threatsPlans({ brief: { mode }, key }: Material): Plan[] {
  const design = mode === "design";
  const attacks = Array.from({ length: design ? attackFindings : 0 }, (_, index) => ({
    id: findingCriterion(index),
    title: `The rules' finding ${index + 1} on the design is answered`,
    weight: 7,
  }));
  return [
    ...attacks,
    ...spread(design ? 40 : 70, key.threats, threatCriterion),
    { id: "focus", title: "A short list, with real threats on it", weight: 5, essential: true },
    { id: "precision", title: "Most threats named are real here", weight: 15 },
    { id: "statements", title: "Threats say who does what, and what it leads to", weight: 10 },
    ...twistPlans(key, "draw"),
  ];
}

/** The stage after the twist has to take it up. */
function twistPlans({ twist }: ScenarioKey, after: "draw" | "threats"): Plan[] {
  return twist?.after === after ? spread(15, twist.says, twistCriterion) : [];
}

function rankPlans({ key }: Material): Plan[] {
  if (!key.rank) return [];
  return [
    { id: "top", title: "The worst threats stand at the top", weight: 30 },
    { id: "mitigations", title: "Each is met by what really stops it", weight: 30 },
    { id: "risk", title: "Likelihood and impact are given, and agree with the order", weight: 10 },
    ...spread(30, key.rank.says, saysCriterion),
    ...twistPlans(key, "threats"),
  ];
}

function summaryPlans({ key: { summary } }: Material): Plan[] {
  if (!summary) return [];
  return [
    ...spread(70, summary.says, saysCriterion),
    { id: "length", title: "60 to 150 words", weight: 10 },
    { id: "plain-words", title: "In words that an owner knows", weight: 20 },
  ];
}
