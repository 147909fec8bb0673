import type { Threat } from "../model/model.ts";

/** The statement as one sentence; "" where nothing of it is written. */
export function sentenceOf({ statement }: Threat): string {
  const { source, prerequisites, action, impact, goals, assets } = statement;
  if ([source, prerequisites, action, impact].every((one) => one.trim() === "")) return "";
  const who = [source.trim() || "Somebody", prerequisites.trim()].filter((one) => one !== "");
  const parts = [
    `${who.join(" ")} can ${action.trim() || "act"}`,
    ...(impact.trim() === "" ? [] : [`which leads to ${impact.trim()}`]),
    ...(goals.length === 0 ? [] : [`resulting in reduced ${goals.join(", ")}`]),
  ];
  const of = assets.length === 0 ? "" : ` of ${assets.join(", ")}`;
  return `${parts.join(", ")}${of}.`;
}
