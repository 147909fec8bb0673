import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { entity } from "./declare.ts";
import { arnOf, existingPolicy, named } from "./find.ts";
import { paged } from "./page.ts";
import type { IamState, IamUser } from "./state.ts";
import { tagContext, toTags } from "./tags.ts";

type Ctx = Context<IamState>;
const own = (context: Ctx) => [{ resource: arnOf(context, "user") }];

export const userOperations = defineOperations<IamState>()({
  CreateUser: {
    readOnly: false,
    needs: ({ account, input }) => {
      const boundary = input.optional("PermissionsBoundary");
      const resource = `arn:aws:iam::${account.id}:user${input.optional("Path") ?? "/"}${input.text("UserName")}`;
      const context = {
        ...tagContext(input.tags()),
        ...(boundary === null ? {} : { "iam:PermissionsBoundary": boundary }),
      };
      return [{ resource, context }];
    },
    run: ({ world, account, state, input }) => {
      const name = input.text("UserName");
      if ([...state.users.keys()].some((one) => one.toLowerCase() === name.toLowerCase()))
        throw refusal("EntityAlreadyExists", `User with name ${name} already exists.`, 409);
      const boundary = input.optional("PermissionsBoundary");
      if (boundary !== null) existingPolicy(state, boundary);
      const { kind: _, ...made } = entity(
        { name, path: input.optional("Path") ?? "/" },
        { world, account, kind: "user" },
      );
      const user: IamUser = {
        ...made,
        inline: new Map(),
        attached: new Set(),
        tags: new Map(Object.entries(input.tags())),
        boundary,
        groups: new Set(),
        keys: new Set(),
        loginProfile: null,
        mfaDevices: [],
        passwordLastUsedMs: null,
      };
      state.users.set(name, user);
      return { User: writtenUser(user) };
    },
  },
  GetUser: {
    readOnly: true,
    needs: own,
    run: (context) => ({ User: writtenUser(named(context, "user")) }),
  },
  ListUsers: {
    readOnly: true,
    needs: ({ account }) => [{ resource: `arn:aws:iam::${account.id}:user/` }],
    run: ({ state, input }) => {
      const prefix = input.optional("PathPrefix") ?? "/";
      const users = [...state.users.values()]
        .filter(({ path }) => path.startsWith(prefix))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const { page, ...more } = paged(users, input);
      // As AWS's own list: without boundary and tags.
      return {
        Users: page.map((user) => writtenUser({ ...user, boundary: null, tags: new Map() })),
        ...more,
      };
    },
  },
  DeleteUser: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      const left = leftAt(user);
      if (left !== null)
        throw refusal("DeleteConflict", `Cannot delete entity, must ${left} first.`, 409);
      context.state.users.delete(user.name);
    },
  },
  TagUser: {
    readOnly: false,
    needs: (context) => [
      { resource: arnOf(context, "user"), context: tagContext(context.input.tags()) },
    ],
    run: (context) => {
      const { tags } = named(context, "user");
      for (const [key, value] of Object.entries(context.input.tags())) tags.set(key, value);
    },
  },
  UntagUser: {
    readOnly: false,
    needs: (context) => [
      {
        resource: arnOf(context, "user"),
        context: { "aws:TagKeys": context.input.texts("TagKeys") },
      },
    ],
    run: (context) => {
      const { tags } = named(context, "user");
      for (const key of context.input.texts("TagKeys")) tags.delete(key);
    },
  },
  ListUserTags: {
    readOnly: true,
    needs: own,
    run: (context) => ({ Tags: toTags(named(context, "user").tags), IsTruncated: false }),
  },
});

/** What has to go before the user may. */
function leftAt(user: IamUser): string | null {
  if (user.keys.size > 0) return "delete access keys";
  if (user.loginProfile) return "delete login profile";
  if (user.attached.size > 0) return "detach all policies";
  if (user.inline.size > 0) return "delete policies";
  if (user.groups.size > 0) return "remove users from group";
  return user.mfaDevices.length > 0 ? "delete MFA device" : null;
}

export const writtenUser = (user: IamUser) => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: user.arn,
  CreateDate: user.createdMs,
  PasswordLastUsed: user.passwordLastUsedMs ?? undefined,
  PermissionsBoundary: fromBoundary(user.boundary),
  Tags: user.tags.size > 0 ? toTags(user.tags) : undefined,
});

export const fromBoundary = (arn: string | null) =>
  arn === null ? undefined : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: arn };
