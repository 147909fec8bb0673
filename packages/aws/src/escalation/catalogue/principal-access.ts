import { iamPage, stsPage, type Bindings, type Call, type Entry } from "./entry.ts";

type Access = {
  id: string;
  binds: Bindings;
  calls: readonly Call[];
  gives: Entry["gives"];
  notes?: readonly string[];
};

const access = (given: Access): Entry => ({
  group: "principal-access",
  docs: given.calls.some(({ action }) => action.startsWith("sts:"))
    ? [iamPage, stsPage]
    : [iamPage],
  ...given,
});

const user: Bindings = { user: true };
const role: Bindings = { role: { lets: null } };
const withPolicy = { "iam:PolicyARN": "{attached}" };

const createKey: Call = { action: "iam:CreateAccessKey", on: "user" };
const assume: Call = { action: "sts:AssumeRole", on: "role" };
/** The trust policy is written anew, so that it names the caller. */
const openTrust: Call = { action: "iam:UpdateAssumeRolePolicy", on: "role" };
const assumeOpened: Call = { ...assume, trusts: "self" };
const attachToUser: Call = { action: "iam:AttachUserPolicy", on: "user", with: withPolicy };
const attachToRole: Call = { action: "iam:AttachRolePolicy", on: "role", with: withPolicy };
const putOnUser: Call = { action: "iam:PutUserPolicy", on: "user" };
const putOnRole: Call = { action: "iam:PutRolePolicy", on: "role" };
const newVersion: Call = { action: "iam:CreatePolicyVersion", on: "policy" };

const asUser = { as: "user", plus: null } as const;
const asRole = { as: "role", plus: null } as const;

const oneKey = "the user has at most one access key: IAM keeps two";
const noPassword = "the user has no console password yet, and no MFA device";
const password = "the user has a console password, and no MFA device";

/** Credentials of others: as they are, and after a change that makes them worth more. */
export const principalAccess: readonly Entry[] = [
  access({ id: "sts-001", binds: role, calls: [assume], gives: asRole }),
  access({ id: "iam-002", binds: user, calls: [createKey], gives: asUser, notes: [oneKey] }),
  access({
    id: "iam-003",
    binds: user,
    calls: [{ action: "iam:DeleteAccessKey", on: "user" }, createKey],
    gives: asUser,
  }),
  access({
    id: "iam-004",
    binds: user,
    calls: [{ action: "iam:CreateLoginProfile", on: "user" }],
    gives: asUser,
    notes: [noPassword],
  }),
  access({
    id: "iam-006",
    binds: user,
    calls: [{ action: "iam:UpdateLoginProfile", on: "user" }],
    gives: asUser,
    notes: [password],
  }),
  access({ id: "iam-012", binds: role, calls: [openTrust, assumeOpened], gives: asRole }),
  access({
    id: "iam-014",
    binds: role,
    calls: [attachToRole, assume],
    gives: { as: "role", plus: "attached" },
  }),
  access({
    id: "iam-015",
    binds: user,
    calls: [attachToUser, createKey],
    gives: { as: "user", plus: "attached" },
    notes: [oneKey],
  }),
  access({
    id: "iam-016",
    binds: { ...role, policy: "role" },
    calls: [newVersion, assume],
    gives: { as: "role", plus: "version" },
  }),
  access({
    id: "iam-017",
    binds: role,
    calls: [putOnRole, assume],
    gives: { as: "role", plus: "everything" },
  }),
  access({
    id: "iam-018",
    binds: user,
    calls: [putOnUser, createKey],
    gives: { as: "user", plus: "everything" },
    notes: [oneKey],
  }),
  access({
    id: "iam-019",
    binds: role,
    calls: [attachToRole, openTrust, assumeOpened],
    gives: { as: "role", plus: "attached" },
  }),
  access({
    id: "iam-020",
    binds: { ...role, policy: "role" },
    calls: [newVersion, openTrust, assumeOpened],
    gives: { as: "role", plus: "version" },
  }),
  access({
    id: "iam-021",
    binds: role,
    calls: [putOnRole, openTrust, assumeOpened],
    gives: { as: "role", plus: "everything" },
  }),
];
