import { defineOperations } from "../../world/define.ts";
import { namedById } from "./find.ts";
import { byService, keyNeed } from "./needs.ts";
import { paged } from "./page.ts";
import { kmsOf, type KmsGrant, type KmsKey, type KmsState } from "./state.ts";

export const grantListOperations = defineOperations<KmsState>()({
  ListGrants: {
    readOnly: true,
    needs: (context) => [
      keyNeed(context, { key: namedById(context), alias: null }, byService(context)),
    ],
    run: (context) => {
      const { input } = context;
      const key = namedById(context);
      const id = input.optional("GrantId");
      const grantee =
        input.optional("GranteePrincipal") ?? input.optional("GranteeServicePrincipal");
      const grants = [...key.grants.values()].filter(
        (one) => (id ?? one.id) === one.id && (grantee ?? one.grantee) === one.grantee,
      );
      const { page, ...more } = paged(grants, input, 50);
      return { Grants: page.map((one) => written(key, one)), ...more };
    },
  },
  ListRetirableGrants: {
    readOnly: true,
    run: ({ world, region, input }) => {
      const who = input.optional("RetiringPrincipal") ?? input.optional("RetiringServicePrincipal");
      const all = [...world.accounts.keys()].flatMap((account) =>
        [...kmsOf(world, account, region)!.keys.values()].flatMap((key) =>
          [...key.grants.values()]
            .filter(({ retiring }) => retiring === who)
            .map((grant) => written(key, grant)),
        ),
      );
      const { page, ...more } = paged(all, input, 50);
      return { Grants: page, ...more };
    },
  },
});

const written = (key: KmsKey, grant: KmsGrant) => ({
  KeyId: key.arn,
  GrantId: grant.id,
  Name: grant.name ?? "",
  CreationDate: grant.createdMs,
  GranteePrincipal: grant.grantee,
  RetiringPrincipal: grant.retiring ?? undefined,
  IssuingAccount: `arn:aws:iam::${grant.issuingAccount}:root`,
  Operations: grant.operations,
  Constraints: grant.constraints
    ? {
        EncryptionContextSubset: grant.constraints.subset,
        EncryptionContextEquals: grant.constraints.equals,
      }
    : undefined,
});
