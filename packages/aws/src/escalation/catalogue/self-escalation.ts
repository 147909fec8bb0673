import { iamPage, type Addition, type Bindings, type Call, type Entry } from "./entry.ts";

type Self = { id: string; binds: Bindings; calls: readonly Call[]; plus: Addition };

const self = ({ id, binds, calls, plus }: Self): Entry => ({
  id,
  group: "self-escalation",
  binds,
  calls,
  gives: { as: "self", plus },
  docs: [iamPage],
});

const withPolicy = { "iam:PolicyARN": "{attached}" };

/** Changes of one's own permissions. */
export const selfEscalation: readonly Entry[] = [
  self({
    id: "iam-001",
    binds: { policy: "self" },
    calls: [{ action: "iam:CreatePolicyVersion", on: "policy" }],
    plus: "version",
  }),
  self({
    id: "iam-005",
    binds: { self: "role" },
    calls: [{ action: "iam:PutRolePolicy", on: "self" }],
    plus: "everything",
  }),
  self({
    id: "iam-007",
    binds: { self: "user" },
    calls: [{ action: "iam:PutUserPolicy", on: "self" }],
    plus: "everything",
  }),
  self({
    id: "iam-008",
    binds: { self: "user" },
    calls: [{ action: "iam:AttachUserPolicy", on: "self", with: withPolicy }],
    plus: "attached",
  }),
  self({
    id: "iam-009",
    binds: { self: "role" },
    calls: [{ action: "iam:AttachRolePolicy", on: "self", with: withPolicy }],
    plus: "attached",
  }),
  self({
    id: "iam-010",
    binds: { self: "user", group: "own" },
    calls: [{ action: "iam:AttachGroupPolicy", on: "group", with: withPolicy }],
    plus: "attached",
  }),
  self({
    id: "iam-011",
    binds: { self: "user", group: "own" },
    calls: [{ action: "iam:PutGroupPolicy", on: "group" }],
    plus: "everything",
  }),
  self({
    id: "iam-013",
    binds: { self: "user", group: "other" },
    calls: [{ action: "iam:AddUserToGroup", on: "group" }],
    plus: "group",
  }),
];
