import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { entity } from "./declare.ts";
import { arnOf, named } from "./find.ts";
import { paged } from "./page.ts";
import type { IamGroup, IamState } from "./state.ts";
import { writtenUser } from "./users.ts";

type Ctx = Context<IamState>;
const own = (context: Ctx) => [{ resource: arnOf(context, "group") }];
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

export const groupOperations = defineOperations<IamState>()({
  CreateGroup: {
    readOnly: false,
    needs: own,
    run: ({ world, account, state, input }) => {
      const name = input.text("GroupName");
      if (state.groups.has(name))
        throw refusal("EntityAlreadyExists", `Group with name ${name} already exists.`, 409);
      const path = input.optional("Path") ?? "/";
      const { kind: _, ...made } = entity({ name, path }, { world, account, kind: "group" });
      const group: IamGroup = { ...made, inline: new Map(), attached: new Set() };
      state.groups.set(name, group);
      return { Group: writtenGroup(group) };
    },
  },
  GetGroup: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const group = named(context, "group");
      const users = [...context.state.users.values()].filter(({ groups }) =>
        groups.has(group.name),
      );
      const { page, ...more } = paged(users.toSorted(byName), context.input);
      return { Group: writtenGroup(group), Users: page.map(writtenUser), ...more };
    },
  },
  ListGroups: {
    readOnly: true,
    needs: ({ account }) => [{ resource: `arn:aws:iam::${account.id}:group/` }],
    run: ({ state, input }) => {
      const { page, ...more } = paged([...state.groups.values()].toSorted(byName), input);
      return { Groups: page.map(writtenGroup), ...more };
    },
  },
  DeleteGroup: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const group = named(context, "group");
      const members = [...context.state.users.values()].some(({ groups }) =>
        groups.has(group.name),
      );
      if (members || group.attached.size > 0 || group.inline.size > 0) {
        const first = members ? "remove users from group" : "detach or delete all policies";
        throw refusal("DeleteConflict", `Cannot delete entity, must ${first} first.`, 409);
      }
      context.state.groups.delete(group.name);
    },
  },
  AddUserToGroup: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const group = named(context, "group");
      named(context, "user").groups.add(group.name);
    },
  },
  RemoveUserFromGroup: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const group = named(context, "group");
      if (!named(context, "user").groups.delete(group.name))
        throw refusal("NoSuchEntity", "The user is not in that group.", 404);
    },
  },
  ListGroupsForUser: {
    readOnly: true,
    needs: (context) => [{ resource: arnOf(context, "user") }],
    run: (context) => {
      const { groups } = named(context, "user");
      const all = [...groups].flatMap((name) => context.state.groups.get(name) ?? []);
      const { page, ...more } = paged(all.toSorted(byName), context.input);
      return { Groups: page.map(writtenGroup), ...more };
    },
  },
});

export const writtenGroup = (group: IamGroup) => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: group.arn,
  CreateDate: group.createdMs,
});
