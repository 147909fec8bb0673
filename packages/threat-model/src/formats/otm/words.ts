import type { DataAsset, Mitigation, Risk, Threat } from "../../model/model.ts";
import { stride, strideCategories, type StrideCategory } from "../../model/words.ts";

/** Name of this format in `extra`. */
export const format = "otm";

/** Where what is not of this format stands: attributes are free. */
export const ownAttribute = "loopwright";

/** States are free text; these are the words that are understood. The first of each is written. */
const threatStates: Readonly<Record<Threat["state"], readonly string[]>> = {
  open: ["exposed", "open", "identified", "partly-mitigated", "to-do"],
  mitigated: ["mitigated", "resolved", "closed", "fixed"],
  accepted: ["accepted", "accept"],
  transferred: ["transferred", "transfer"],
  avoided: ["avoided", "eliminated"],
  "not-applicable": ["not-applicable", "na", "n-a", "false-positive", "hidden"],
};

const mitigationStates: Readonly<Record<Mitigation["state"], readonly string[]>> = {
  proposed: ["recommended", "proposed", "identified", "open"],
  "in-progress": ["required", "in-progress", "planned", "started"],
  done: ["implemented", "done", "mitigated", "complete", "completed", "fixed"],
  "will-not-do": ["rejected", "will-not-do", "wont-do", "not-applicable"],
};

const finder =
  <T extends string>(table: Readonly<Record<T, readonly string[]>>) =>
  (text: string): T | undefined => {
    const word = text
      .trim()
      .toLowerCase()
      .replace(/[\s_/]+/g, "-");
    return (Object.keys(table) as T[]).find((one) => table[one].includes(word));
  };

export const threatStateOf = finder(threatStates);
export const mitigationStateOf = finder(mitigationStates);
export const wordOfThreatState = (state: Threat["state"]): string => threatStates[state][0]!;
export const wordOfMitigationState = (state: Mitigation["state"]): string =>
  mitigationStates[state][0]!;

/** "Tampering", "tampering", "T". */
export function categoriesOf(words: readonly string[]): StrideCategory[] {
  return words.flatMap((word) => {
    const lower = word.trim().toLowerCase();
    const found = strideCategories.find(
      (one) => one.toLowerCase() === lower || stride[one].title.toLowerCase() === lower,
    );
    return found ? [found] : [];
  });
}

/** "CWE-79", "79". */
export function cweNumbers(words: readonly string[]): number[] {
  return words
    .map((one) => Number(one.trim().replace(/^cwe[- ]?/i, "") || NaN))
    .filter((one) => Number.isSafeInteger(one) && one > 0);
}

const percentages: Readonly<Record<DataAsset["class"], number>> = {
  public: 0,
  internal: 40,
  confidential: 65,
  restricted: 100,
};
export const confidentialityOf = (one: DataAsset["class"]): number => percentages[one];

/** Of 0 to 100, how much harm a disclosure does. */
export function classOf(confidentiality: number | null): DataAsset["class"] {
  if (confidentiality === null) return "internal";
  if (confidentiality < 25) return "public";
  if (confidentiality < 50) return "internal";
  return confidentiality < 80 ? "confidential" : "restricted";
}

/** Of 0 to 100, in five steps; nothing of both is not judged yet. */
export function riskOf(likelihood: number | null, impact: number | null): Risk | null {
  const level = (one: number | null) => Math.min(5, Math.max(1, Math.ceil((one ?? 0) / 20)));
  if (!likelihood && !impact) return null;
  return { likelihood: level(likelihood), impact: level(impact) };
}
export const percentOf = (level: number): number => level * 20;

/** A reduction by so many percent, as steps of likelihood. */
export const stepsOf = (riskReduction: number | null): number =>
  Math.min(4, Math.max(0, Math.round((riskReduction ?? 0) / 25)));
export const reductionOf = ({ likelihood, impact }: Mitigation["lowers"]): number =>
  Math.min(100, (likelihood + impact) * 25);
