import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { entity } from "./declare.ts";
import { arnOf, named } from "./find.ts";
import { paged } from "./page.ts";
import { writtenRole } from "./roles.ts";
import type { IamState, InstanceProfile } from "./state.ts";

type Ctx = Context<IamState>;
const arnIn = ({ account, input, state }: Ctx) =>
  state.profiles.get(input.text("InstanceProfileName"))?.arn ??
  `arn:aws:iam::${account.id}:instance-profile/${input.text("InstanceProfileName")}`;
const own = (context: Ctx) => [{ resource: arnIn(context) }];

export const profileOperations = defineOperations<IamState>()({
  CreateInstanceProfile: {
    readOnly: false,
    needs: own,
    run: ({ world, account, state, input }) => {
      const name = input.text("InstanceProfileName");
      if (state.profiles.has(name)) {
        const message = `Instance Profile ${name} already exists.`;
        throw refusal("EntityAlreadyExists", message, 409);
      }
      const path = input.optional("Path") ?? "/";
      const { kind: _, ...made } = entity(
        { name, path },
        { world, account, kind: "instance-profile" },
      );
      const profile = { ...made, role: null };
      state.profiles.set(name, profile);
      return { InstanceProfile: writtenInstanceProfile(state, profile) };
    },
  },
  GetInstanceProfile: {
    readOnly: true,
    needs: own,
    run: (context) => ({
      InstanceProfile: writtenInstanceProfile(context.state, profileIn(context)),
    }),
  },
  ListInstanceProfiles: {
    readOnly: true,
    needs: ({ account }) => [{ resource: `arn:aws:iam::${account.id}:instance-profile/` }],
    run: ({ state, input }) => {
      const { page, ...more } = paged([...state.profiles.values()], input);
      return { InstanceProfiles: page.map((one) => writtenInstanceProfile(state, one)), ...more };
    },
  },
  ListInstanceProfilesForRole: {
    readOnly: true,
    needs: (context) => [{ resource: arnOf(context, "role") }],
    run: (context) => {
      const { name } = named(context, "role");
      const all = [...context.state.profiles.values()].filter(({ role }) => role === name);
      const { page, ...more } = paged(all, context.input);
      const InstanceProfiles = page.map((one) => writtenInstanceProfile(context.state, one));
      return { InstanceProfiles, ...more };
    },
  },
  AddRoleToInstanceProfile: {
    readOnly: false,
    // The role is handed to EC2: both have to be allowed.
    needs: (context) => [
      { resource: arnIn(context) },
      {
        action: "iam:PassRole",
        resource: arnOf(context, "role"),
        context: { "iam:PassedToService": "ec2.amazonaws.com" },
      },
    ],
    run: (context) => {
      const profile = profileIn(context);
      const role = named(context, "role");
      if (profile.role !== null) {
        const message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
        throw refusal("LimitExceeded", message, 409);
      }
      profile.role = role.name;
    },
  },
  RemoveRoleFromInstanceProfile: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const profile = profileIn(context);
      if (profile.role !== named(context, "role").name)
        throw refusal("NoSuchEntity", "The role is not in that instance profile.", 404);
      profile.role = null;
    },
  },
  DeleteInstanceProfile: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const profile = profileIn(context);
      if (profile.role !== null) {
        const message = "Cannot delete entity, must remove roles from instance profile first.";
        throw refusal("DeleteConflict", message, 409);
      }
      context.state.profiles.delete(profile.name);
    },
  },
});

function profileIn({ state, input }: Ctx): InstanceProfile {
  const name = input.text("InstanceProfileName");
  const found = state.profiles.get(name);
  if (found) return found;
  throw refusal("NoSuchEntity", `Instance Profile ${name} cannot be found.`, 404);
}

export function writtenInstanceProfile(state: IamState, profile: InstanceProfile) {
  const role = profile.role === null ? undefined : state.roles.get(profile.role);
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: profile.createdMs,
    Roles: role ? [{ ...writtenRole(role), RoleLastUsed: undefined }] : [],
  };
}
