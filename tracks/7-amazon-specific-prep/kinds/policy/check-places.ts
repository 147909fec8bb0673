import type { PolicyKind } from "@loopwright/aws/decision";
import type { MaterialProblem } from "@loopwright/core";

import type { PolicyBrief } from "./brief.ts";
import type { Estate } from "./estate/estate.ts";
import { placesOf } from "./estate/places.ts";

/** Ids stand once, and each policy stands where its kind can stand. */
export function checkPlaces({ estate, documents, requirements }: PolicyBrief): MaterialProblem[] {
  const policies = [
    ...estate.policies.map((one, i) => ({ ...one, where: `brief.yaml estate.policies.${i}` })),
    ...documents.map((one, i) => ({ ...one, where: `brief.yaml documents.${i}` })),
  ];
  const standing = policies.flatMap((one) => placesOf(one).map((at) => ({ ...one, at })));
  const lost = standing
    .filter(({ kind, at }) => !placesFor(estate, kind).includes(at))
    .map(({ where, at, kind }) => ({
      where: `${where}.at`,
      message: `“${at}” is no place for a policy of kind ${kind}`,
    }));
  const crowded = standing.filter(
    (one, index) =>
      single.has(one.kind) &&
      standing.findIndex(({ kind, at }) => kind === one.kind && at === one.at) !== index,
  );
  return [
    ...lost,
    ...crowded.map(({ where, kind, at }) => ({ where, message: `“${at}” has a ${kind} policy` })),
    ...twice(
      "brief.yaml estate.accounts",
      estate.accounts.map(({ id }) => id),
    ),
    ...twice(
      "brief.yaml estate.accounts",
      estate.accounts.map(({ name }) => name),
    ),
    ...twice(
      "brief.yaml estate.principals",
      estate.principals.map(({ id }) => id),
    ),
    ...twice(
      "brief.yaml estate.resources",
      estate.resources.map(({ id }) => id),
    ),
    ...twice(
      "brief.yaml",
      policies.map(({ id }) => id),
    ),
    ...twice(
      "brief.yaml requirements",
      requirements.map(({ id }) => id),
    ),
  ];
}

/** Of these, one stands at a place; of the others, several. */
const single: ReadonlySet<PolicyKind> = new Set([
  "boundary",
  "resource",
  "trust",
  "key",
  "endpoint",
]);

function placesFor(estate: Estate, kind: PolicyKind): string[] {
  const { accounts, principals, resources, endpoints } = estate;
  switch (kind) {
    case "identity":
    case "boundary":
    case "session":
      return principals.map(({ id }) => id);
    case "resource":
    case "trust":
    case "key":
      return resources.filter(({ arn }) => fits(arn, kind)).map(({ id }) => id);
    case "endpoint":
      return endpoints.map(({ id }) => id);
    case "scp":
    case "rcp":
      return accounts.flatMap(({ name, levels }) => (levels ? [...levels, name] : []));
  }
}

function fits(arn: string, kind: "resource" | "trust" | "key"): boolean {
  if (arn.includes(":role/")) return kind === "trust";
  return arn.startsWith("arn:aws:kms:") ? kind === "key" : kind === "resource";
}

function twice(where: string, ids: readonly string[]): MaterialProblem[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({ where, message: `“${id}” stands twice` }));
}
