import { namesOf } from "../../policy/principal.ts";
import { defineOperations } from "../../world/define.ts";
import { hexId, secretText } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { namedById, usable, notPending, type Ctx } from "./find.ts";
import { checkOperations } from "./grant-rules.ts";
import { boundKeys, byService, invalid, keyNeed, stopDryRun } from "./needs.ts";
import { missingGrantee } from "./policy-checks.ts";
import { kmsOf, type KmsGrant, type KmsState } from "./state.ts";

export const grantOperations = defineOperations<KmsState>()({
  CreateGrant: {
    readOnly: false,
    needs: (context) => {
      const { constraints, grantee, retiring, operations } = wanted(context);
      const type = constraints?.equals ? "EncryptionContextEquals" : "EncryptionContextSubset";
      const keys = {
        [context.input.has("GranteePrincipal")
          ? "kms:GranteePrincipal"
          : "kms:GranteeServicePrincipal"]: grantee,
        "kms:GrantOperations": operations,
        ...byService(context),
        ...(retiring === null ? {} : { "kms:RetiringPrincipal": retiring }),
        ...(constraints ? { "kms:GrantConstraintType": type } : {}),
        ...boundKeys(constraints?.equals ?? constraints?.subset ?? {}),
      };
      return [keyNeed(context, { key: namedById(context), alias: null }, keys)];
    },
    run: (context) => {
      const { world, account } = context;
      const key = namedById(context);
      usable(key);
      const given = wanted(context);
      checkOperations(key, given.operations);
      for (const one of [given.grantee, given.retiring ?? given.grantee])
        if (missingGrantee(world, one)) throw refusal("InvalidArnException", `Invalid ARN: ${one}`);
      stopDryRun(context);
      const same = [...key.grants.values()].find((one) => isSame(one, given));
      if (same) return { GrantToken: same.token, GrantId: same.id };
      const grant: KmsGrant = {
        ...given,
        id: hexId(world, 64),
        token: secretText(world, 200),
        issuingAccount: account.id,
        createdMs: world.nowMs,
      };
      key.grants.set(grant.id, grant);
      return { GrantToken: grant.token, GrantId: grant.id };
    },
  },
  RevokeGrant: {
    readOnly: false,
    needs: (context) => {
      const key = namedById(context);
      return [keyNeed(context, { key, alias: null }, byService(context))];
    },
    run: (context) => {
      const key = namedById(context);
      notPending(key);
      const id = context.input.text("GrantId");
      if (!key.grants.has(id)) throw noGrant(id);
      stopDryRun(context);
      key.grants.delete(id);
    },
  },
  RetireGrant: {
    readOnly: false,
    needs: (context) => {
      const { key, grant } = toRetire(context);
      // The grant itself says who may retire it; everybody else needs a policy.
      const names = new Set(namesOf(context.caller.principal).map(({ value }) => value));
      const byGrant =
        names.has(grant.retiring ?? "") ||
        (names.has(grant.grantee) && grant.operations.includes("RetireGrant"));
      return byGrant ? [] : [keyNeed(context, { key, alias: null })];
    },
    run: (context) => {
      const { key, grant } = toRetire(context);
      stopDryRun(context);
      key.grants.delete(grant.id);
    },
  },
});

function wanted({ input }: Ctx) {
  const grantee = input.optional("GranteePrincipal") ?? input.optional("GranteeServicePrincipal");
  if (grantee === null) throw invalid("A grant needs a GranteePrincipal.");
  const inside = input.inside("Constraints");
  const [subset, equals] = ["EncryptionContextSubset", "EncryptionContextEquals"].map((name) =>
    inside.has(name) ? inside.map(name) : undefined,
  );
  // https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html#grant-create
  const retired = input.has("RetiringPrincipal") || input.has("RetiringServicePrincipal");
  if (input.has("GranteeServicePrincipal") && !(inside.has("SourceArn") && retired))
    throw invalid("A grant for a service needs a SourceArn and somebody who retires it.");
  if (subset && equals) throw invalid("Only one constraint of the encryption context is taken.");
  return {
    name: input.optional("Name"),
    grantee,
    retiring: input.optional("RetiringPrincipal") ?? input.optional("RetiringServicePrincipal"),
    operations: input.texts("Operations"),
    constraints: subset ? { subset } : equals ? { equals } : null,
  };
}

/** A second call with the same name and the same rest makes no second grant. */
const isSame = (known: KmsGrant, given: ReturnType<typeof wanted>): boolean =>
  given.name !== null &&
  (["name", "grantee", "retiring", "operations", "constraints"] as const).every(
    (member) => JSON.stringify(known[member]) === JSON.stringify(given[member]),
  );

/** By its token, or by key and id. */
function toRetire(context: Ctx) {
  const { world, input, region } = context;
  const token = input.optional("GrantToken");
  if (token === null) {
    const key = namedById(context);
    const grant = key.grants.get(input.text("GrantId"));
    if (!grant) throw noGrant(input.text("GrantId"));
    return { key, grant };
  }
  for (const { id } of world.accounts.values()) {
    for (const key of kmsOf(world, id, region)!.keys.values()) {
      const grant = [...key.grants.values()].find((one) => one.token === token);
      if (grant) return { key, grant };
    }
  }
  throw refusal("InvalidGrantTokenException", "The grant token is not valid.");
}

const noGrant = (id: string) => refusal("NotFoundException", `Grant ID ${id} not found`);
