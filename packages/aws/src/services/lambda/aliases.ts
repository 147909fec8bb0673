import { uuid } from "../../world/ids.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import { arnOf, functionIn, namedIn, type Ctx } from "./find.ts";
import { operations } from "./operations.ts";
import type { LambdaFunction } from "./state.ts";

const onFunction = (context: Ctx) => [{ resource: arnOf(namedIn(context)) }];

function written(one: LambdaFunction, name: string): Record<string, unknown> {
  const alias = one.aliases.get(name);
  if (!alias)
    throw refusal("ResourceNotFoundException", `Alias not found: ${one.arn}:${name}`, 404);
  return {
    AliasArn: `${one.arn}:${name}`,
    Name: name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RevisionId: alias.revision,
  };
}

function versionIn({ input }: Ctx, one: LambdaFunction, before: string | null): string {
  const version = input.optional("FunctionVersion") ?? before ?? "";
  if (version === "$LATEST" || one.versions[Number(version) - 1]) return version;
  throw refusal("ResourceNotFoundException", `Function not found: ${one.arn}:${version}`, 404);
}

export const aliasOperations = operations({
  CreateAlias: {
    readOnly: false,
    eventName: "CreateAlias20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const name = context.input.text("Name");
      if (one.aliases.has(name))
        throw refusal("ResourceConflictException", `Alias already exists: ${one.arn}:${name}`, 409);
      const description = context.input.optional("Description") ?? "";
      const version = versionIn(context, one, null);
      one.aliases.set(name, { version, description, revision: uuid(context.world) });
      return written(one, name);
    },
  },
  GetAlias: {
    readOnly: true,
    eventName: "GetAlias20150331",
    needs: onFunction,
    run: (context) => written(functionIn(context), context.input.text("Name")),
  },
  UpdateAlias: {
    readOnly: false,
    eventName: "UpdateAlias20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const name = context.input.text("Name");
      written(one, name);
      const known = one.aliases.get(name)!;
      one.aliases.set(name, {
        version: versionIn(context, one, known.version),
        description: context.input.optional("Description") ?? known.description,
        revision: uuid(context.world),
      });
      return written(one, name);
    },
  },
  DeleteAlias: {
    readOnly: false,
    eventName: "DeleteAlias20150331",
    needs: onFunction,
    run: (context) => void functionIn(context).aliases.delete(context.input.text("Name")),
  },
  ListAliases: {
    readOnly: true,
    eventName: "ListAliases20150331",
    needs: onFunction,
    run: (context) => {
      const one = functionIn(context);
      const names = [...one.aliases.keys()].toSorted();
      const { page, next } = pageOf(names, context.input, {
        token: "Marker",
        max: "MaxItems",
        size: 50,
      });
      return { Aliases: page.map((name) => written(one, name)), NextMarker: next };
    },
  },
});
