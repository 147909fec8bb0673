import type { Model } from "../../model/model.ts";
import { counted, listed } from "../common/numbered.ts";

/** What Threat Dragon has no field for. It is in the file all the same, and comes back from it. */
export function unseenOf(model: Model): string[] {
  const { data, assumptions, decisions, threats, mitigations, zones } = model;
  const unplaced = threats.filter(({ targets }) => targets.length === 0);
  const parts = [
    said(zones.length, "trust level", "trust levels"),
    said(data.length, "data asset", "data assets"),
    said(assumptions.length, "assumption", "assumptions"),
    said(unplaced.length, "threat without a target", "threats without a target"),
    said(mitigations.length, "state of a mitigation", "states of mitigations"),
    said(decisions.length, "decision on a finding", "decisions on findings"),
  ].filter((one) => one !== null);
  if (parts.length === 0) return [];
  return [
    `Threat Dragon does not show technologies, controls, authentication, ${listed(parts)}. They are in the file, and come back when it is read here.`,
  ];
}

const said = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : counted(count, one, many);
