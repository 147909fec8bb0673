import { defineOperations, type Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { namedById, own, notPending, type Ctx } from "./find.ts";
import { keyNeed } from "./needs.ts";
import { paged } from "./page.ts";
import type { KmsKey, KmsState } from "./state.ts";

/** Aliases need a permission at the alias and one at each key that they name or named. */
export const aliasOperations = defineOperations<KmsState>()({
  CreateAlias: {
    readOnly: false,
    needs: (context) => needs(context, [own(context, "TargetKeyId")]),
    run: (context) => {
      const { world, state, input } = context;
      const name = ownName(context);
      const key = own(context, "TargetKeyId");
      notPending(key);
      if (state.aliases.has(name))
        throw refusal(
          "AlreadyExistsException",
          `An alias with the name ${aliasArn(context, name)} already exists`,
        );
      state.aliases.set(input.text("AliasName"), { keyId: key.id, createdMs: world.nowMs });
    },
  },
  UpdateAlias: {
    readOnly: false,
    needs: (context) => needs(context, [aliased(context), own(context, "TargetKeyId")]),
    run: (context) => {
      const [before, key] = [aliased(context), own(context, "TargetKeyId")];
      notPending(key);
      if (before.usage !== key.usage || kindOf(before) !== kindOf(key))
        throw refusal("KMSInvalidStateException", "Both keys must be of one type and usage.");
      const found = context.state.aliases.get(ownName(context))!;
      context.state.aliases.set(ownName(context), { ...found, keyId: key.id });
    },
  },
  DeleteAlias: {
    readOnly: false,
    needs: (context) => needs(context, [aliased(context)]),
    run: (context) => {
      context.state.aliases.delete(ownName(context));
    },
  },
  ListAliases: {
    readOnly: true,
    run: (context) => {
      const { state, input } = context;
      const only = input.has("KeyId") ? namedById(context).id : null;
      const names = [...state.aliases.keys()].toSorted();
      const shown = names.filter(
        (name) => only === null || state.aliases.get(name)!.keyId === only,
      );
      const { page, ...more } = paged(shown, input, 50);
      return {
        Aliases: page.map((name) => {
          const { keyId, createdMs } = state.aliases.get(name)!;
          return {
            AliasName: name,
            AliasArn: aliasArn(context, name),
            TargetKeyId: keyId,
            CreationDate: createdMs,
            LastUpdatedDate: createdMs,
          };
        }),
        ...more,
      };
    },
  },
});

function needs(context: Ctx, keys: readonly KmsKey[]): Need[] {
  const { account } = context;
  const alias = aliasArn(context, context.input.text("AliasName"));
  const context_ = { "kms:CallerAccount": account.id };
  return [
    { resource: alias, context: context_ },
    ...keys.map((key) => keyNeed(context, { key, alias: null })),
  ];
}

const aliasArn = ({ account, region }: Pick<Ctx, "account" | "region">, name: string): string =>
  `arn:aws:kms:${region}:${account.id}:${name}`;

function ownName({ input }: Ctx): string {
  const name = input.text("AliasName");
  if (!/^alias\/[\w/-]{1,250}$/.test(name))
    throw refusal("InvalidAliasNameException", 'Alias must start with the prefix "alias/".');
  if (name.startsWith("alias/aws/"))
    throw refusal("NotAuthorizedException", "Aliases below alias/aws/ are AWS's own.");
  return name;
}

function aliased(context: Ctx): KmsKey {
  const name = ownName(context);
  const key = context.state.keys.get(context.state.aliases.get(name)?.keyId ?? "");
  if (!key) throw refusal("NotFoundException", `Alias ${aliasArn(context, name)} is not found.`);
  return key;
}

const kindOf = ({ spec }: KmsKey): string => spec.split("_")[0]!;
