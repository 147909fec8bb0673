import { accountOf, principalOf } from "../../../policy/principal.ts";
import type { Resource } from "../resources.ts";
import type { External } from "../state.ts";
import { orgKeys } from "../zone.ts";
import { actionsOf } from "./actions.ts";
import { base, deniesOf, type Looked } from "./common.ts";
import { getsThrough } from "./reach.ts";

/** Grants of a key to somebody outside. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export function* fromGrants({ resource, zone, budget }: Looked): Generator<External> {
  const all = new Map(
    actionsOf["AWS::KMS::Key"][0]!.actions.flatMap((action) =>
      resource.grants(action, {}).map((grant) => [grant.id, grant] as const),
    ),
  );
  for (const { id, grantee, operations } of all.values()) {
    const principal = principalOf(grantee);
    const account = principal && accountOf(principal);
    if (!principal || account === null || zone.accounts.has(account)) continue;
    const known = { ...orgKeys(zone, account), "kms:CallerAccount": account };
    const outsider = { principal, known, mayBeMember: false, anybody: false };
    const actions = operations
      .map((one) => `kms:${one}`)
      .filter((action) => {
        const grants = resource.grants(action, {}).filter((one) => one.id === id);
        const bound = grants[0]?.constraints;
        return getsThrough({
          outsider,
          action,
          arn: resource.arn,
          owner: resource.owner,
          known: { ...resource.known, ...encryptionContext(bound?.equals ?? bound?.subset) },
          policies: {
            resource: resource.policy,
            resourceControl: resource.resourceControl,
            restrictPublic: false,
            grants,
          },
          denies: deniesOf(resource, action),
          statement: null,
          zone,
          budget,
        });
      });
    if (actions.length === 0) continue;
    yield {
      ...base(resource),
      principal: { AWS: grantee },
      condition: conditionOf(resource, id),
      actions,
      isPublic: false,
    };
  }
}

const encryptionContext = (wanted: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  );

/** A grant's constraint, written as the condition key that it amounts to. */
function conditionOf(resource: Resource, id: string): Record<string, string> {
  const bound = resource.grants("kms:Decrypt", {}).find((one) => one.id === id)?.constraints;
  return encryptionContext(bound?.equals ?? bound?.subset);
}
