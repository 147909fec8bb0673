import type { ListName, Model } from "./model.ts";

/**
 * Every field that names another part, and which lists may hold what it names. Checks, edits and readers go
 * by this one table, so that a new reference is known to all of them.
 */
export type Reference = { list: ListName; field: string; to: readonly ListName[] };

export const references: readonly Reference[] = [
  { list: "zones", field: "parent", to: ["zones"] },
  { list: "elements", field: "zone", to: ["zones"] },
  { list: "elements", field: "data", to: ["data"] },
  { list: "flows", field: "source", to: ["elements"] },
  { list: "flows", field: "target", to: ["elements"] },
  { list: "flows", field: "data", to: ["data"] },
  {
    list: "assumptions",
    field: "about",
    to: ["zones", "elements", "flows", "data", "threats", "mitigations"],
  },
  { list: "threats", field: "targets", to: ["zones", "elements", "flows"] },
  { list: "threats", field: "mitigations", to: ["mitigations"] },
];

/** A part with its fields by name, for code that goes by the table. */
export type Part = { id: string } & Readonly<Record<string, unknown>>;
export const partsOf = (model: Model, list: ListName): readonly Part[] => model[list];

/** Ids of some lists. */
export const idsIn = (model: Model, names: readonly ListName[]): Set<string> =>
  new Set(names.flatMap((list) => partsOf(model, list).map(({ id }) => id)));

/** The element or flow of a finding's id, "<rule>:<subject>"; null where it has no such form. */
export function subjectOf(finding: string): string | null {
  const colon = finding.indexOf(":");
  return colon < 1 ? null : finding.slice(colon + 1);
}
