import type { Risk } from "../../model/model.ts";
import { riskLevel, type RiskLevel } from "../../model/risk.ts";

/** Tools that know only a word for a risk get the level of ours, and theirs becomes the middle of that level. */
const risks: Readonly<Record<RiskLevel, Risk>> = {
  low: { likelihood: 2, impact: 2 },
  medium: { likelihood: 3, impact: 3 },
  high: { likelihood: 4, impact: 4 },
  critical: { likelihood: 5, impact: 5 },
};

/** "High" of a file → a risk; null for every other word, such as "TBD". */
export function riskOfWord(word: string): Risk | null {
  const level = word.trim().toLowerCase();
  return Object.hasOwn(risks, level) ? risks[level as RiskLevel] : null;
}

export function wordOfRisk(risk: Risk): string {
  const level = riskLevel(risk);
  return level.slice(0, 1).toUpperCase() + level.slice(1);
}
