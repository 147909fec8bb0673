import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { storedPolicy } from "../../world/stored-policy.ts";
import { entity } from "./declare.ts";
import { arnOf, existingPolicy, named } from "./find.ts";
import { paged } from "./page.ts";
import type { IamRole, IamState } from "./state.ts";
import { tagContext, toTags } from "./tags.ts";
import { fromBoundary } from "./users.ts";

type Ctx = Context<IamState>;
const own = (context: Ctx) => [{ resource: arnOf(context, "role") }];

const trustOf = (text: string, name: string) =>
  storedPolicy(text, { kind: "trust", name: `trust policy of ${name}` });

export const roleOperations = defineOperations<IamState>()({
  CreateRole: {
    readOnly: false,
    needs: ({ account, input }) => {
      const boundary = input.optional("PermissionsBoundary");
      return [
        {
          resource: `arn:aws:iam::${account.id}:role${input.optional("Path") ?? "/"}${input.text("RoleName")}`,
          context: {
            ...tagContext(input.tags()),
            ...(boundary === null ? {} : { "iam:PermissionsBoundary": boundary }),
          },
        },
      ];
    },
    run: ({ world, account, state, input }) => {
      const name = input.text("RoleName");
      if (state.roles.has(name))
        throw refusal("EntityAlreadyExists", `Role with name ${name} already exists.`, 409);
      const boundary = input.optional("PermissionsBoundary");
      if (boundary !== null) existingPolicy(state, boundary);
      const trust = trustOf(input.text("AssumeRolePolicyDocument"), name);
      const path = input.optional("Path") ?? "/";
      const { kind: _, ...made } = entity({ name, path }, { world, account, kind: "role" });
      const role: IamRole = {
        ...made,
        inline: new Map(),
        attached: new Set(),
        tags: new Map(Object.entries(input.tags())),
        boundary,
        trust,
        description: input.optional("Description") ?? "",
        maxSession: input.number("MaxSessionDuration") ?? 3600,
        lastUsed: null,
      };
      state.roles.set(name, role);
      return { Role: writtenRole(role) };
    },
  },
  GetRole: {
    readOnly: true,
    needs: own,
    run: (context) => ({ Role: writtenRole(named(context, "role")) }),
  },
  ListRoles: {
    readOnly: true,
    needs: ({ account }) => [{ resource: `arn:aws:iam::${account.id}:role/` }],
    run: ({ state, input }) => {
      const prefix = input.optional("PathPrefix") ?? "/";
      const roles = [...state.roles.values()]
        .filter(({ path }) => path.startsWith(prefix))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const { page, ...more } = paged(roles, input);
      return {
        Roles: page.map((role) => ({
          ...writtenRole({ ...role, boundary: null, tags: new Map() }),
          RoleLastUsed: undefined,
        })),
        ...more,
      };
    },
  },
  UpdateAssumeRolePolicy: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const role = named(context, "role");
      role.trust = trustOf(context.input.text("PolicyDocument"), role.name);
    },
  },
  UpdateRole: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const role = named(context, "role");
      role.description = context.input.optional("Description") ?? role.description;
      role.maxSession = context.input.number("MaxSessionDuration") ?? role.maxSession;
    },
  },
  DeleteRole: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const { state } = context;
      const role = named(context, "role");
      const left = leftAt(state, role);
      if (left !== null)
        throw refusal("DeleteConflict", `Cannot delete entity, must ${left} first.`, 409);
      state.roles.delete(role.name);
    },
  },
  TagRole: {
    readOnly: false,
    needs: (context) => [
      { resource: arnOf(context, "role"), context: tagContext(context.input.tags()) },
    ],
    run: (context) => {
      const { tags } = named(context, "role");
      for (const [key, value] of Object.entries(context.input.tags())) tags.set(key, value);
    },
  },
  UntagRole: {
    readOnly: false,
    needs: (context) => [
      {
        resource: arnOf(context, "role"),
        context: { "aws:TagKeys": context.input.texts("TagKeys") },
      },
    ],
    run: (context) => {
      const { tags } = named(context, "role");
      for (const key of context.input.texts("TagKeys")) tags.delete(key);
    },
  },
  ListRoleTags: {
    readOnly: true,
    needs: own,
    run: (context) => ({ Tags: toTags(named(context, "role").tags), IsTruncated: false }),
  },
});

function leftAt(state: IamState, role: IamRole): string | null {
  if (role.attached.size > 0) return "detach all policies";
  if (role.inline.size > 0) return "delete policies";
  const carried = [...state.profiles.values()].some((one) => one.role === role.name);
  return carried ? "remove roles from instance profile" : null;
}

export const writtenRole = (role: IamRole) => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: role.arn,
  CreateDate: role.createdMs,
  AssumeRolePolicyDocument: encodeURIComponent(role.trust.text),
  Description: role.description === "" ? undefined : role.description,
  MaxSessionDuration: role.maxSession,
  PermissionsBoundary: fromBoundary(role.boundary),
  Tags: role.tags.size > 0 ? toTags(role.tags) : undefined,
  RoleLastUsed: role.lastUsed
    ? { LastUsedDate: role.lastUsed.atMs, Region: role.lastUsed.region }
    : {},
});
