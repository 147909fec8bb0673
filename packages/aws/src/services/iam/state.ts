import type { StoredPolicy } from "../../world/stored-policy.ts";

/** Of users, groups and roles alike. */
type Entity = {
  name: string;
  /** Begins and ends with a slash. */
  path: string;
  arn: string;
  /** AIDA…, AGPA…, AROA… */
  id: string;
  createdMs: number;
  inline: Map<string, StoredPolicy>;
  /** ARNs of managed policies. */
  attached: Set<string>;
};

type Bounded = Entity & {
  tags: Map<string, string>;
  /** ARN of a managed policy. */
  boundary: string | null;
};

export type IamUser = Bounded & {
  groups: Set<string>;
  /** Ids of access keys; what they are is in the world. */
  keys: Set<string>;
  loginProfile: { createdMs: number; resetRequired: boolean } | null;
  mfaDevices: { serial: string; enabledMs: number }[];
  passwordLastUsedMs: number | null;
};

export type IamGroup = Entity;

export type IamRole = Bounded & {
  trust: StoredPolicy;
  description: string;
  /** Seconds, 3,600 to 43,200. */
  maxSession: number;
  lastUsed: { atMs: number; region: string } | null;
};

export type ManagedPolicy = {
  name: string;
  path: string;
  arn: string;
  id: string;
  description: string;
  createdMs: number;
  updatedMs: number;
  awsManaged: boolean;
  /** The oldest first; at most five. */
  versions: { id: string; policy: StoredPolicy; createdMs: number }[];
  defaultVersion: string;
  /** How many versions there ever were: the next one's number follows. */
  made: number;
  tags: Map<string, string>;
};

export type InstanceProfile = {
  name: string;
  path: string;
  arn: string;
  id: string;
  createdMs: number;
  /** Name of the role that it carries; one at most. */
  role: string | null;
};

export type IdentityProvider = {
  arn: string;
  kind: "saml" | "oidc";
  url: string;
  clientIds: string[];
};

export type IamState = {
  users: Map<string, IamUser>;
  groups: Map<string, IamGroup>;
  roles: Map<string, IamRole>;
  /** Customer managed policies by ARN; AWS's own are in `managed.ts`. */
  policies: Map<string, ManagedPolicy>;
  profiles: Map<string, InstanceProfile>;
  providers: Map<string, IdentityProvider>;
  alias: string | null;
  passwordPolicy: Record<string, unknown> | null;
};

export const startIam = (): IamState => ({
  users: new Map(),
  groups: new Map(),
  roles: new Map(),
  policies: new Map(),
  profiles: new Map(),
  providers: new Map(),
  alias: null,
  passwordPolicy: null,
});
