import type { Context, Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { storedPolicy } from "../../world/stored-policy.ts";
import { arnOf, named } from "./find.ts";
import { boundaryOf, kindOf, type Kind, type Operations, type Title } from "./holders.ts";
import { paged } from "./page.ts";
import type { IamState } from "./state.ts";

type Ctx = Context<IamState>;

/** Inline policies of users, roles and groups: changing them. */
function writesOf(title: Title): Operations {
  const kind = kindOf(title);
  const needs = (context: Ctx): Need[] => [
    { resource: arnOf(context, kind), context: boundaryOf(context, kind) },
  ];
  return {
    [`Put${title}Policy`]: {
      readOnly: false,
      needs,
      run: (context) => {
        const { input } = context;
        const name = input.text("PolicyName");
        const policy = storedPolicy(input.text("PolicyDocument"), { kind: "identity", name });
        named(context, kind).inline.set(name, policy);
      },
    },
    [`Delete${title}Policy`]: {
      readOnly: false,
      needs,
      run: (context) => {
        const name = context.input.text("PolicyName");
        if (!named(context, kind).inline.delete(name)) throw noPolicy(kind, name);
      },
    },
  };
}

function readsOf(title: Title): Operations {
  const kind = kindOf(title);
  return {
    [`Get${title}Policy`]: {
      readOnly: true,
      needs: (context) => [{ resource: arnOf(context, kind) }],
      run: (context) => {
        const holder = named(context, kind);
        const name = context.input.text("PolicyName");
        const policy = holder.inline.get(name);
        if (!policy) throw noPolicy(kind, name);
        return {
          [`${title}Name`]: holder.name,
          PolicyName: name,
          PolicyDocument: encodeURIComponent(policy.text),
        };
      },
    },
    [`List${title}Policies`]: {
      readOnly: true,
      needs: (context) => [{ resource: arnOf(context, kind) }],
      run: (context) => {
        const names = [...named(context, kind).inline.keys()].toSorted();
        const { page, ...more } = paged(names, context.input);
        return { PolicyNames: page, ...more };
      },
    },
  };
}

const noPolicy = (kind: Kind, name: string) =>
  refusal("NoSuchEntity", `The ${kind} policy with name ${name} cannot be found.`, 404);

export const inlineOperations: Operations = Object.assign(
  {},
  ...(["User", "Role", "Group"] as const).flatMap((title) => [writesOf(title), readsOf(title)]),
) as Operations;
