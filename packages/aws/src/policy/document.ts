/** Where a policy stands decides what it may say and how it counts. */
export type PolicyKind =
  | "identity"
  | "boundary"
  | "session"
  | "resource"
  | "trust"
  | "key"
  | "scp"
  | "rcp"
  | "endpoint";

export const policyKinds: readonly PolicyKind[] = [
  "identity",
  "boundary",
  "session",
  "resource",
  "trust",
  "key",
  "scp",
  "rcp",
  "endpoint",
];

/** Kinds that stand at something and therefore say whom they mean. */
export const namesPrincipals: ReadonlySet<PolicyKind> = new Set([
  "resource",
  "trust",
  "key",
  "rcp",
  "endpoint",
]);

export type PolicyDocument = {
  /** Variables are known in the later version alone. The earlier is meant where none is given. */
  version: "2008-10-17" | "2012-10-17";
  id: string | null;
  statements: readonly Statement[];
};

export type Statement = {
  sid: string | null;
  effect: "Allow" | "Deny";
  /** Null in kinds that name no principal. */
  principals: Principals | null;
  actions: Patterns;
  /** Null in trust policies, which stand at their role. */
  resources: Patterns | null;
  conditions: readonly Condition[];
  /** Of the statement's opening brace, both from 1. */
  line: number;
  column: number;
};

/** `not` is set for NotAction and NotResource. */
export type Patterns = { not: boolean; patterns: readonly string[] };

export type Principals = {
  not: boolean;
  entries: readonly { type: PrincipalType; value: string }[];
};

export const principalTypes = ["AWS", "Federated", "Service", "CanonicalUser"] as const;
export type PrincipalType = (typeof principalTypes)[number];

/** One operator on one key. All of a statement have to hold, and one value of each is enough. */
export type Condition = {
  /** As it was written, such as ForAllValues:StringLikeIfExists. */
  operator: string;
  key: string;
  values: readonly string[];
};
