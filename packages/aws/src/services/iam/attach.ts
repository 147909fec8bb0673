import { defineOperations, type Context, type Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { arnOf, existingPolicy, named } from "./find.ts";
import { boundaryOf, kindOf, type Operations, type Title } from "./holders.ts";
import { policyAt } from "./managed.ts";
import { paged } from "./page.ts";
import type { IamState } from "./state.ts";

type Ctx = Context<IamState>;

/** Managed policies of users, roles and groups: the same four operations for each. */
function managedOf(title: Title): Operations {
  const kind = kindOf(title);
  const needs = (context: Ctx): Need[] => [
    {
      resource: arnOf(context, kind),
      context: { "iam:PolicyARN": context.input.text("PolicyArn"), ...boundaryOf(context, kind) },
    },
  ];
  return {
    [`Attach${title}Policy`]: {
      readOnly: false,
      needs,
      run: (context) => {
        const arn = context.input.text("PolicyArn");
        existingPolicy(context.state, arn);
        const { attached } = named(context, kind);
        if (attached.size >= 10 && !attached.has(arn))
          throw refusal("LimitExceeded", "Cannot exceed quota for PoliciesPerEntity: 10", 409);
        attached.add(arn);
      },
    },
    [`Detach${title}Policy`]: {
      readOnly: false,
      needs,
      run: (context) => {
        const arn = context.input.text("PolicyArn");
        if (!named(context, kind).attached.delete(arn))
          throw refusal("NoSuchEntity", `Policy ${arn} was not found.`, 404);
      },
    },
    [`ListAttached${title}Policies`]: {
      readOnly: true,
      needs: (context) => [{ resource: arnOf(context, kind) }],
      run: (context) => {
        const { page, ...more } = paged([...named(context, kind).attached], context.input);
        const AttachedPolicies = page.map((arn) => ({
          PolicyName: arn.slice(arn.lastIndexOf("/") + 1),
          PolicyArn: arn,
        }));
        return { AttachedPolicies, ...more };
      },
    },
  };
}

/** Who a managed policy is attached to. */
const entitiesForPolicy = defineOperations<IamState>()({
  ListEntitiesForPolicy: {
    readOnly: true,
    needs: ({ input }) => [{ resource: input.text("PolicyArn") }],
    run: ({ state, input }) => {
      const arn = input.text("PolicyArn");
      if (!policyAt(state, arn)) throw refusal("NoSuchEntity", `Policy ${arn} was not found.`, 404);
      const holders = <T extends { name: string; id: string; attached: Set<string> }>(
        all: ReadonlyMap<string, T>,
      ) => [...all.values()].filter(({ attached }) => attached.has(arn));
      return {
        PolicyUsers: holders(state.users).map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyGroups: holders(state.groups).map(({ name, id }) => ({
          GroupName: name,
          GroupId: id,
        })),
        PolicyRoles: holders(state.roles).map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        IsTruncated: false,
      };
    },
  },
});

export const attachOperations = {
  ...managedOf("User"),
  ...managedOf("Role"),
  ...managedOf("Group"),
  ...entitiesForPolicy,
};
