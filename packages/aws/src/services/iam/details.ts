import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { writtenGroup } from "./groups.ts";
import { allAwsManaged } from "./managed.ts";
import { paged } from "./page.ts";
import { writtenPolicy } from "./policies.ts";
import { writtenInstanceProfile } from "./profiles.ts";
import { writtenRole } from "./roles.ts";
import type { IamGroup, IamState, IamUser, ManagedPolicy } from "./state.ts";
import { writtenUser } from "./users.ts";

/** What the account holds as a whole. */
export const detailOperations = defineOperations<IamState>()({
  GetAccountAuthorizationDetails: {
    readOnly: true,
    run: ({ state, input }) => {
      const wanted = new Set(input.texts("Filter"));
      const all = entriesOf(state, (kind) => wanted.size === 0 || wanted.has(kind));
      const { page, ...more } = paged(all, input);
      return { ...listsOf(page), ...more };
    },
  },
  GetAccountSummary: {
    readOnly: true,
    run: ({ state }) => ({
      SummaryMap: {
        Users: state.users.size,
        Groups: state.groups.size,
        Roles: state.roles.size,
        Policies: state.policies.size,
        InstanceProfiles: state.profiles.size,
        MFADevices: [...state.users.values()].flatMap(({ mfaDevices }) => mfaDevices).length,
        AccountAccessKeysPresent: 0,
        AccountMFAEnabled: 1,
      },
    }),
  },
  ListAccountAliases: {
    readOnly: true,
    run: ({ state }) => ({
      AccountAliases: state.alias === null ? [] : [state.alias],
      IsTruncated: false,
    }),
  },
  GetAccountPasswordPolicy: {
    readOnly: true,
    run: ({ account, state }) => {
      if (state.passwordPolicy) return { PasswordPolicy: state.passwordPolicy };
      const message = `The Password Policy with domain name ${account.id} cannot be found.`;
      throw refusal("NoSuchEntity", message, 404);
    },
  },
  UpdateAccountPasswordPolicy: {
    readOnly: false,
    run: ({ state, input }) => {
      state.passwordPolicy = { MinimumPasswordLength: 6, ...input.raw };
    },
  },
});

/** All of an account at once, as its pages make it up. */
export const authorizationDetails = (state: IamState) => listsOf(entriesOf(state, () => true));

function entriesOf(state: IamState, is: (kind: string) => boolean) {
  const { users, groups, roles, policies } = state;
  return [
    ...(is("User") ? [...users.values()].map((one) => ({ user: userDetail(one) })) : []),
    ...(is("Group") ? [...groups.values()].map((one) => ({ group: groupDetail(one) })) : []),
    ...(is("Role") ? [...roles.values()].map((one) => ({ role: roleDetail(state, one) })) : []),
    ...(is("LocalManagedPolicy")
      ? [...policies.values()].map((one) => ({ policy: policyDetail(state, one) }))
      : []),
    ...(is("AWSManagedPolicy") ? usedAwsPolicies(state).map((one) => ({ policy: one })) : []),
  ];
}

const listsOf = (entries: ReturnType<typeof entriesOf>) => ({
  UserDetailList: entries.flatMap((one) => ("user" in one ? [one.user] : [])),
  GroupDetailList: entries.flatMap((one) => ("group" in one ? [one.group] : [])),
  RoleDetailList: entries.flatMap((one) => ("role" in one ? [one.role] : [])),
  Policies: entries.flatMap((one) => ("policy" in one ? [one.policy] : [])),
});

const inline = (policies: IamUser["inline"]) =>
  [...policies].map(([PolicyName, { text }]) => ({
    PolicyName,
    PolicyDocument: encodeURIComponent(text),
  }));

const attached = (arns: ReadonlySet<string>) =>
  [...arns].map((PolicyArn) => ({
    PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf("/") + 1),
    PolicyArn,
  }));

const groupDetail = (group: IamGroup) => ({
  ...writtenGroup(group),
  GroupPolicyList: inline(group.inline),
  AttachedManagedPolicies: attached(group.attached),
});

const userDetail = (user: IamUser) => ({
  ...writtenUser(user),
  PasswordLastUsed: undefined,
  UserPolicyList: inline(user.inline),
  GroupList: [...user.groups],
  AttachedManagedPolicies: attached(user.attached),
});

function roleDetail(state: IamState, role: Parameters<typeof writtenRole>[0]) {
  const { Description: _, MaxSessionDuration: __, ...written } = writtenRole(role);
  const profiles = [...state.profiles.values()].filter((one) => one.role === role.name);
  return {
    ...written,
    InstanceProfileList: profiles.map((one) => writtenInstanceProfile(state, one)),
    RolePolicyList: inline(role.inline),
    AttachedManagedPolicies: attached(role.attached),
  };
}

const policyDetail = (state: IamState, policy: ManagedPolicy) => ({
  ...writtenPolicy(state, policy),
  PolicyVersionList: policy.versions.map(({ id, policy: stored, createdMs }) => ({
    Document: encodeURIComponent(stored.text),
    VersionId: id,
    IsDefaultVersion: id === policy.defaultVersion,
    CreateDate: createdMs,
  })),
});

/** AWS lists those of its own that something in the account uses. */
function usedAwsPolicies(state: IamState) {
  const holders = [...state.users.values(), ...state.roles.values(), ...state.groups.values()];
  const used = new Set(
    holders.flatMap((one) => [
      ...one.attached,
      ...("boundary" in one && one.boundary !== null ? [one.boundary] : []),
    ]),
  );
  return allAwsManaged()
    .filter(({ arn }) => used.has(arn))
    .map(({ name, arn, policy }) => ({
      PolicyName: name,
      Arn: arn,
      DefaultVersionId: "v1",
      PolicyVersionList: [
        { Document: encodeURIComponent(policy.text), VersionId: "v1", IsDefaultVersion: true },
      ],
    }));
}
