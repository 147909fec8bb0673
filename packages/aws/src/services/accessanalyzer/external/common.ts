import type { CompiledStatement } from "../../../policy/compile.ts";
import type { Resource } from "../resources.ts";
import type { Zone } from "../zone.ts";
import { actionsOf } from "./actions.ts";
import type { Budget } from "./reach.ts";

/** One resource, looked at from outside of one zone. */
export type Looked = { resource: Resource; zone: Zone; budget: Budget };

/** What every finding on a resource has alike. */
export const base = ({ arn, type, owner, resourceControl }: Resource) => ({
  resource: arn,
  resourceType: type,
  owner,
  rcp: speaksOf(resourceControl, type) ? ("APPLIED" as const) : ("NOT_APPLICABLE" as const),
  error: null,
});

const speaksOf = (levels: Resource["resourceControl"], type: Resource["type"]): boolean =>
  levels.some(({ policies }) =>
    policies.some(({ statements }) =>
      statements.some(
        ({ source, action }) =>
          source.effect === "Deny" &&
          actionsOf[type].some(({ actions }) => actions.some((one) => action(one.toLowerCase()))),
      ),
    ),
  );

/** Statements that may stand against an action, at the resource and in the organisation. */
export function deniesOf(
  { policy, resourceControl }: Resource,
  action: string,
): CompiledStatement[] {
  const folded = action.toLowerCase();
  const policies = [policy ?? [], resourceControl.flatMap((level) => level.policies)].flat();
  return policies.flatMap(({ statements }) =>
    statements.filter((one) => one.source.effect === "Deny" && one.action(folded)),
  );
}
