import type { CardMaker, MadeCard } from "@loopwright/core";
import type { StrideCategory } from "@loopwright/threat-model";

import { readDrawing } from "./drawing/read.ts";
import { threatCriterion } from "./grading/criteria.ts";
import type { ScenarioKey } from "./material/key.ts";
import type { KeyThreat } from "./material/threats.ts";
import type { ScenarioKind } from "./kind.ts";

/** A system has many threats; so many are enough to learn from one sitting. */
const most = 5;

/** The weightiest threats that were not named, each with its place and category. */
export const cards: CardMaker<ScenarioKind> = ({ stage, text, key, grade }) => {
  if (stage !== "threats") return [];
  const missed = key.threats.filter(({ id }) =>
    grade.criteria.some((one) => one.id === threatCriterion(id) && one.verdict === "missed"),
  );
  const rank = ({ essential, weight }: KeyThreat) => (essential ? 100 : 0) + weight;
  return missed
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, most)
    .map((threat) => cardOf(threat, key, situationOf(text)));
};

const categories: Record<StrideCategory, string> = {
  S: "spoofing",
  T: "tampering",
  R: "repudiation",
  I: "information disclosure",
  D: "denial of service",
  E: "elevation of privilege",
};

function cardOf(threat: KeyThreat, key: ScenarioKey, situation: string): MadeCard {
  const category = threat.stride.map((one) => categories[one]).join(" or ");
  const ways = threat.mitigations.map((one) => `- ${one.text}`).join("\n");
  return {
    id: threat.id,
    front: `${situation}\n\nWhich threat of **${category}** is there at ${placesOf(threat, key)}?`,
    back: `**${threat.title}**\n\n${threat.say}\n\n${threat.why}\n\nWhat lowers it:\n\n${ways}`,
  };
}

const situationOf = (text: string): string => text.trim().split(/\n\s*\n/)[0] ?? "";

/** As an interviewer would name them: "Picture API or Album". */
function placesOf({ at }: KeyThreat, { reference, roles }: ScenarioKey): string {
  const { elements, flows } = readDrawing(reference).model;
  const named = at.flatMap((id) => {
    const found = [...elements, ...flows].find((one) => one.id === id)?.name;
    return found ?? roles[id]?.names[0] ?? [];
  });
  return named.length === 0
    ? "this system"
    : [...new Set(named)].map((one) => `“${one}”`).join(" or ");
}
